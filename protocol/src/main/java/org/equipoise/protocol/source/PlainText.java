package org.equipoise.protocol.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The text of a file: UTF-8, of a size that people read, without invisible characters.
final class PlainText {
    private static final int LARGEST = 500_000;
    private static final String MARK = "\uFEFF";

    private PlainText() {}

    static String of(String file, byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new Refused(
                    new Place(file, 0),
                    "the file is larger than " + LARGEST + " bytes",
                    "Keep in it what the protocol says, and nothing else");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        boolean broken =
                StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError();
        String text = out.flip().toString();
        Place end =
                new Place(file, 1 + (int) text.chars().filter(c -> c == '\n').count());
        if (broken) {
            throw new Refused(end, "this is not UTF-8 text", "Save the file as UTF-8");
        }
        int line = 0;
        for (String read : text.split("\n", -1)) {
            line++;
            Optional<String> fault = fault(read);
            if (fault.isPresent()) {
                throw new Refused(new Place(file, line), fault.get(), "Remove it");
            }
        }
        return text.startsWith(MARK) ? text.substring(1) : text;
    }

    /// How many lines there are: where the text ends too early, the parser points behind the last.
    static int lines(byte[] bytes) {
        return (int) new String(bytes, StandardCharsets.UTF_8).lines().count();
    }

    /// The first character that a text may not hold, in words.
    static Optional<String> fault(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int c = text.codePointAt(at);
            if (Character.getType(c) == Character.SURROGATE
                    || (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r')) {
                return Optional.of("the character U+%04X cannot be seen and cannot be part of a study".formatted(c));
            }
        }
        return Optional.empty();
    }
}
