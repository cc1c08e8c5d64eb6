package org.equipoise.verifier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A place in canonical JSON (section 4 of the format, RFC 8785) that moves forward only over what is canonical.
///
/// It builds no values: whoever knows the shape says what must come next, and reads numbers and strings where they
/// stand. One instance serves all events. Long, but one thing: the grammar, each fault with its sentence.
final class CanonicalReader {
    /// Objects and arrays within one another, the outermost counted.
    static final int DEPTH = 64;

    private static final long INTEGERS = 1L << 53;

    /// The value of each byte as a lower-case hexadecimal digit, or -1. Hashes are random: comparing would mispredict.
    private static final byte[] DIGITS = new byte[256];

    static {
        Arrays.fill(DIGITS, (byte) -1);
        for (int value = 0; value < 16; value++) {
            DIGITS[Character.forDigit(value, 16)] = (byte) value;
        }
    }

    private byte[] bytes = {};
    private int at;
    private int to;
    private long shift;
    private int textFrom;
    private int textTo;
    private boolean textPlain;

    /// Begins with the byte at `from`, which stands at `offset` in the file.
    void over(byte[] bytes, int from, int length, long offset) {
        this.bytes = bytes;
        this.at = from;
        this.to = from + length;
        this.shift = offset - from;
    }

    int at() {
        return at;
    }

    void back(int place) {
        at = place;
    }

    Fault fault(String sentence) {
        return new Fault(shift + at, sentence);
    }

    private String found() {
        String rest = new String(bytes, at, Math.min(to - at, 40), StandardCharsets.UTF_8);
        return rest.isEmpty() ? "the end" : Fault.quote(rest);
    }

    private int peek() {
        return at < to ? bytes[at] : 0;
    }

    private void one(char expected) throws Fault {
        if (peek() != expected) {
            throw fault("Expected `" + expected + "` but found " + found() + ".");
        }
        at++;
    }

    /// Exactly this ASCII text: punctuation, and the names of members whose order the canonical form fixes.
    void literal(String expected) throws Fault {
        if (!holds(expected, at, to)) {
            throw fault("Expected `" + expected.replace("\n", " and LF") + "` but found " + found() + ".");
        }
        at += expected.length();
    }

    void end() throws Fault {
        if (at != to) {
            throw fault("Nothing may follow the outermost object, but " + found() + " does.");
        }
    }

    /// An integer of absolute value below 2^53 in its one canonical form.
    long integer() throws Fault {
        int start = at;
        int first = peek() == '-' ? start + 1 : start;
        int i = first;
        long value = 0;
        while (i < to && bytes[i] >= '0' && bytes[i] <= '9' && value < INTEGERS) {
            value = value * 10 + (bytes[i++] - '0');
        }
        int after = i < to ? bytes[i] : 0;
        if (i == first) {
            throw fault("Expected an integer but found " + found() + ".");
        }
        if (value >= INTEGERS) {
            throw fault("An integer's absolute value stays below 2^53, unlike " + found() + ".");
        }
        if (bytes[first] == '0' && i - start > 1) {
            throw fault("An integer has no leading zero and zero has no sign, unlike " + found() + ".");
        }
        if (after == '.' || after == 'e' || after == 'E') {
            throw fault("A number has neither fraction nor exponent, unlike " + found() + ".");
        }
        at = i;
        return first > start ? -value : value;
    }

    /// Lower-case hexadecimal digits, two for each byte of `value`.
    void hexadecimal(byte[] value) throws Fault {
        for (int i = 0; i < value.length; i++) {
            int pair = at + 1 < to ? digit(bytes[at]) << 4 | digit(bytes[at + 1]) : -1;
            if (pair < 0) {
                throw fault("Expected " + 2 * value.length + " lower-case hexadecimal digits, but " + found()
                        + " stands at digit " + (2 * i + 1) + ".");
            }
            value[i] = (byte) pair;
            at += 2;
        }
    }

    private static int digit(byte b) {
        return DIGITS[b & 0xFF];
    }

    /// A string; its text can be asked for until the next one is read.
    void string() throws Fault {
        one('"');
        byte[] b = bytes;
        int i = at;
        textPlain = true;
        while (true) {
            int c = i < to ? b[i] : 0;
            if (c == '"') {
                break;
            } else if (c >= ' ' && c != '\\') {
                i++;
            } else {
                textPlain = false;
                i += c < 0 ? sequence(i) : escape(i);
            }
        }
        textFrom = at;
        textTo = i;
        at = i + 1;
    }

    /// The length of the escape at `i`: the shortest one, and only where one is needed (RFC 8785, section 3.2.2.2).
    private int escape(int i) throws Fault {
        if (i >= to || bytes[i] != '\\') {
            at = i;
            throw fault(i < to ? "A control character stands unescaped in a string." : "A string does not end.");
        }
        int letter = i + 1 < to ? bytes[i + 1] : 0;
        if (letter != 0 && "\"\\bfnrt".indexOf(letter) >= 0) {
            return 2;
        }
        if (letter == 'u' && i + 5 < to && bytes[i + 2] == '0' && bytes[i + 3] == '0') {
            int code = digit(bytes[i + 4]) << 4 | digit(bytes[i + 5]);
            if (code >= 0 && code < ' ' && "\b\f\n\r\t".indexOf(code) < 0) {
                return 6;
            }
        }
        at = i;
        throw fault("Not the shortest form of a character in a string: " + found() + ".");
    }

    /// The length of the UTF-8 sequence at `i` (RFC 3629, section 4: no overlong form, no surrogate, at most U+10FFFF).
    private int sequence(int i) throws Fault {
        int lead = bytes[i] & 0xFF;
        int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        int second = i + 1 < to ? bytes[i + 1] & 0xFF : 0;
        int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        boolean valid = length > 0 && i + length <= to && second >= least && second <= most;
        for (int next = 2; valid && next < length; next++) {
            valid = (bytes[i + next] & 0xC0) == 0x80;
        }
        if (!valid) {
            at = i;
            throw fault("The bytes of a string are not UTF-8.");
        }
        return length;
    }

    private boolean holds(String ascii, int from, int end) {
        int length = ascii.length();
        int same = length <= end - from ? 0 : length + 1;
        while (same < length && bytes[from + same] == ascii.charAt(same)) {
            same++;
        }
        return same == length;
    }

    /// Whether the string just read is this one.
    boolean isText(String ascii) {
        return ascii.length() == textTo - textFrom && holds(ascii, textFrom, textTo);
    }

    /// The string just read.
    String text() {
        return text(textFrom, textTo);
    }

    private String text(int from, int end) {
        String raw = new String(bytes, from, end - from, StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\') {
                text.append(c);
            } else if (raw.charAt(++i) == 'u') {
                text.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
                i += 4;
            } else {
                int simple = "bfnrt".indexOf(raw.charAt(i));
                text.append(simple < 0 ? raw.charAt(i) : "\b\f\n\r\t".charAt(simple));
            }
        }
        return text.toString();
    }

    /// An object, whatever its members; `depth` is 1 for an outermost one.
    void object(int depth) throws Fault {
        boolean goesOn = opens('{', '}', depth);
        int from = 0;
        int end = -1;
        boolean plain = true;
        while (goesOn) {
            int place = at;
            name();
            int order = end < 0 ? -1 : compareWithText(from, end, plain);
            if (order >= 0) {
                at = place;
                String fault = order == 0 ? "A name occurs twice in an object: " : "Names are not in order: ";
                throw fault(fault + found() + ".");
            }
            from = textFrom;
            end = textTo;
            plain = textPlain;
            value(depth + 1);
            goesOn = goesOn('}');
        }
    }

    private void array(int depth) throws Fault {
        if (opens('[', ']', depth)) {
            do {
                value(depth + 1);
            } while (goesOn(']'));
        }
    }

    /// Passes over the opening bracket, and over the closing one if it follows at once; answers whether it does not.
    private boolean opens(char opening, char closing, int depth) throws Fault {
        one(opening);
        if (depth > DEPTH) {
            throw fault("Values are nested more than " + DEPTH + " deep.");
        }
        boolean empty = peek() == closing;
        at += empty ? 1 : 0;
        return !empty;
    }

    private boolean goesOn(char closing) throws Fault {
        boolean closes = peek() == closing;
        one(closes ? closing : ',');
        return !closes;
    }

    private void name() throws Fault {
        string();
        one(':');
    }

    /// Order by UTF-16 code units; where both names are plain, that is the order of their bytes.
    private int compareWithText(int from, int end, boolean plain) {
        return plain && textPlain
                ? Arrays.compareUnsigned(bytes, from, end, bytes, textFrom, textTo)
                : text(from, end).compareTo(text());
    }

    /// Any value; `depth` is what an object would have that begins here.
    void value(int depth) throws Fault {
        switch (peek()) {
            case '"' -> string();
            case '{' -> object(depth);
            case '[' -> array(depth);
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> throw fault("An absent value is an absent member, never null: " + found() + ".");
            case ' ', '\t', '\n', '\r' -> throw fault("White space stands outside a string.");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> integer();
            default -> throw fault("Expected a value but found " + found() + ".");
        }
    }

    /// Moves to the value of a member of the object at `object`, which was read before; false if it has none.
    boolean seek(int object, String name) throws Fault {
        at = object;
        if (opens('{', '}', 1)) {
            do {
                name();
                if (isText(name)) {
                    return true;
                }
                value(1);
            } while (goesOn('}'));
        }
        return false;
    }
}
