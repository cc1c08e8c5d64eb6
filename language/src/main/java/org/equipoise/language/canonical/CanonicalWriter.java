package org.equipoise.language.canonical;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Writes canonical JSON: RFC 8785 for objects, arrays, strings, booleans and integers below 2^53.
///
/// It refuses what has no canonical form (a lone surrogate, a larger integer, names out of order), so that
/// whatever it wrote is canonical. It is one thing because the bytes of a string are where the time of a
/// rehearsal goes.
public final class CanonicalWriter {
    public static final long LARGEST = (1L << 53) - 1;

    private static final byte[] HEX = ascii("0123456789abcdef");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");

    private byte[] bytes = new byte[1024];
    private int size;
    private boolean comma;
    private @Nullable String[] lastNames = new String[8];
    private int depth;

    /// The bytes written so far; good up to [#size] and until the next call.
    public byte[] array() {
        return bytes;
    }

    public int size() {
        return size;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /// Forgets everything, keeps the room.
    public void clear() {
        size = 0;
        depth = 0;
        comma = false;
    }

    /// Begins another value after the one that is complete; the two share nothing but the buffer.
    public void next() {
        if (depth != 0) {
            throw new IllegalStateException("a value is still open");
        }
        comma = false;
    }

    public void beginObject() {
        open('{');
    }

    public void endObject() {
        close('}');
    }

    public void beginArray() {
        open('[');
    }

    public void endArray() {
        close(']');
    }

    /// The name of the next member, which must come after the one before in the order of UTF-16 code units.
    public void name(String name) {
        String last = lastNames[depth - 1];
        if (last != null && last.compareTo(name) >= 0) {
            throw new IllegalArgumentException("member '" + name + "' may not follow '" + last + "'");
        }
        lastNames[depth - 1] = name;
        string(name);
        ensure(1);
        bytes[size++] = ':';
        comma = false;
    }

    /// A name and its colon written before by [#prepared]; whoever passes them answers for their order.
    public void preparedName(byte[] nameAndColon) {
        prepared(nameAndColon);
        comma = false;
    }

    /// A whole value written before by [#prepared].
    public void prepared(byte[] value) {
        separate(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        comma = true;
    }

    public void bool(boolean value) {
        prepared(value ? TRUE : FALSE);
    }

    public void integer(long value) {
        if (value > LARGEST || value < -LARGEST) {
            throw new IllegalArgumentException(value + " is not below 2^53 and must be a string");
        }
        separate(17);
        if (value < 0) {
            bytes[size++] = '-';
        }
        long rest = Math.abs(value);
        int digits = 1;
        for (long tens = 10; tens <= rest; tens *= 10) {
            digits++;
        }
        for (int at = size + digits - 1; at >= size; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
        comma = true;
    }

    public void string(String value) {
        int length = value.length();
        separate(length + 2);
        bytes[size++] = '"';
        int plain = plain(value, length);
        if (plain < length) {
            escaped(value, plain, length);
        }
        ensure(1);
        bytes[size++] = '"';
        comma = true;
    }

    /// Copies the characters that stand for themselves in one byte, which is nearly always all of them.
    private int plain(String value, int length) {
        byte[] to = bytes;
        int start = size;
        int at = 0;
        for (; at < length; at++) {
            char c = value.charAt(at);
            if (c < ' ' || c >= 0x80 || c == '"' || c == '\\') {
                break;
            }
            to[start + at] = (byte) c;
        }
        size = start + at;
        return at;
    }

    private void escaped(String value, int from, int length) {
        int at = from;
        while (at < length) {
            ensure(6);
            char c = value.charAt(at);
            if (c < 0x80) {
                asciiCharacter(c);
            } else if (c < 0x800) {
                bytes[size++] = (byte) (0xC0 | c >> 6);
                continuation(c);
            } else if (Character.isSurrogate(c)) {
                astral(value, at++);
            } else {
                bytes[size++] = (byte) (0xE0 | c >> 12);
                continuation(c >> 6);
                continuation(c);
            }
            at++;
        }
    }

    /// RFC 8785 section 3.2.2.2: two-character escapes where JSON has one, otherwise `u00xx` for controls only.
    private void asciiCharacter(char c) {
        byte shortest = switch (c) {
            case '\b' -> 'b';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\f' -> 'f';
            case '\r' -> 'r';
            case '"' -> '"';
            case '\\' -> '\\';
            default -> 0;
        };
        if (shortest != 0) {
            bytes[size++] = '\\';
            bytes[size++] = shortest;
        } else if (c < ' ') {
            bytes[size++] = '\\';
            bytes[size++] = 'u';
            bytes[size++] = '0';
            bytes[size++] = '0';
            bytes[size++] = HEX[c >> 4];
            bytes[size++] = HEX[c & 15];
        } else {
            bytes[size++] = (byte) c;
        }
    }

    private void astral(String value, int at) {
        int codePoint = value.codePointAt(at);
        if (!Character.isSupplementaryCodePoint(codePoint)) {
            throw new IllegalArgumentException("a lone surrogate has no canonical form");
        }
        bytes[size++] = (byte) (0xF0 | codePoint >> 18);
        continuation(codePoint >> 12);
        continuation(codePoint >> 6);
        continuation(codePoint);
    }

    private void continuation(int bits) {
        bytes[size++] = (byte) (0x80 | (bits & 0x3F));
    }

    private void open(char bracket) {
        separate(1);
        bytes[size++] = (byte) bracket;
        comma = false;
        if (depth == lastNames.length) {
            lastNames = Arrays.copyOf(lastNames, 2 * depth);
        }
        lastNames[depth++] = null;
    }

    private void close(char bracket) {
        depth--;
        ensure(1);
        bytes[size++] = (byte) bracket;
        comma = true;
    }

    /// Makes room for `more` bytes and the comma that may precede them.
    private void separate(int more) {
        ensure(more + 1);
        if (comma) {
            bytes[size++] = ',';
        }
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
