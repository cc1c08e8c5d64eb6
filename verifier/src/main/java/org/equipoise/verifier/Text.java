package org.equipoise.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in a text of lines: witness files, receipts and proofs are read line by line.
final class Text {
    private static final Pattern ANY = Pattern.compile("[^\n]*");

    private final String text;
    private int at;
    private int lineAt;

    /// @throws Fault if the bytes are not UTF-8
    Text(byte[] bytes) throws Fault {
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Fault(0, "The file is not UTF-8.");
        }
    }

    int at() {
        return at;
    }

    boolean ended() {
        return at == text.length();
    }

    String since(int start) {
        return text.substring(start, at);
    }

    /// A fault of the line read last.
    Fault fault(String sentence) {
        return new Fault(text.substring(0, lineAt).getBytes(StandardCharsets.UTF_8).length, sentence);
    }

    String line() throws Fault {
        return line(ANY, "a line").group();
    }

    Matcher line(Pattern pattern, String what) throws Fault {
        lineAt = at;
        int end = text.indexOf('\n', at);
        String line = text.substring(at, end < 0 ? text.length() : end);
        Matcher matcher = pattern.matcher(line);
        if (end < 0 || !matcher.matches()) {
            throw fault("Expected " + what + " and LF but found " + Fault.quote(line) + ".");
        }
        at = end + 1;
        return matcher;
    }

    void literal(String line) throws Fault {
        line(Pattern.compile(Pattern.quote(line)), "`" + line + "`");
    }

    void empty() throws Fault {
        literal("");
    }

    boolean emptyAhead() {
        return text.startsWith("\n", at);
    }

    Hash hash() throws Fault {
        byte[] hash = base64(line());
        if (hash.length != Sha256.LENGTH) {
            throw fault("Expected the base64 of a hash of 32 bytes.");
        }
        return new Hash(hash);
    }

    /// Base64 in the one form a writer would give.
    byte[] base64(String digits) throws Fault {
        try {
            byte[] bytes = Base64.getDecoder().decode(digits);
            if (Base64.getEncoder().encodeToString(bytes).equals(digits)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // told below
        }
        throw fault("This is not the base64 of anything: " + Fault.quote(digits) + ".");
    }
}
