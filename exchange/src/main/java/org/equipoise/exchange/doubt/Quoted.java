package org.equipoise.exchange.doubt;

/// A text of the source as a question quotes it: short, in quotes.
final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    static String of(String text) {
        String plain = text.strip().replaceAll("\\.+$", "").replace("..", "…");
        return "'"
                + (plain.length() <= LONGEST
                        ? plain
                        : plain.substring(0, LONGEST).strip() + "…") + "'";
    }
}
