package org.equipoise.exchange.draft;

/// Texts of a source as a study may hold them: never empty, and not longer than a study's file takes.
final class Texts {
    private static final int LONGEST = 1_900;

    private Texts() {}

    static boolean areShortened(String text) {
        return text.length() > LONGEST;
    }

    static String of(String text) {
        String plain = text.isBlank() ? "(no text in the source)" : text;
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + " … (shortened; see the source)";
    }
}
