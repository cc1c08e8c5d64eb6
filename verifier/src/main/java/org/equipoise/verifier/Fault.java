package org.equipoise.verifier;

/// The first thing wrong with an archive: a sentence, and the byte of the file it speaks of.
///
/// An exception because reading stops there; without a stack trace because it speaks of the file, not of the program.
final class Fault extends Exception {
    private static final int QUOTED = 60;

    Fault(long offset, String sentence) {
        super(sentence + " (byte " + offset + ")", null, false, false);
    }

    /// Bytes of the file as they may be shown: short, and nothing that could steer a terminal.
    static String quote(String found) {
        StringBuilder shown = new StringBuilder("`");
        found.codePoints()
                .limit(QUOTED)
                .map(c -> Character.isLetterOrDigit(c) || (c >= ' ' && c < 0x7F) ? c : '\uFFFD')
                .forEach(shown::appendCodePoint);
        return shown.append(found.codePointCount(0, found.length()) > QUOTED ? "…`" : "`")
                .toString();
    }
}
