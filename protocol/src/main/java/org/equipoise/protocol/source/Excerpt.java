package org.equipoise.protocol.source;

/// The beginning of a text on one line, for a finding that quotes it.
public final class Excerpt {
    private static final int LONGEST = 120;

    private Excerpt() {}

    public static String of(String text) {
        String line = text.substring(0, Math.min(text.length(), LONGEST))
                .replaceAll("\\s+", " ")
                .strip();
        return text.length() > LONGEST ? line + "…" : line;
    }
}
