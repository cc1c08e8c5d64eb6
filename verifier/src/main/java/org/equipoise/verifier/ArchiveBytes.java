package org.equipoise.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The archive's bytes, once, front to back, and the name of the section they belong to.
///
/// A window slides over the file and grows to the largest body met, never with their number.
final class ArchiveBytes {
    static final int MIB = 1 << 20;

    private final InputStream in;
    private byte[] window = new byte[1 << 16];
    private int from;
    private int to;
    private long slid;
    private String section = "header";
    private long event;

    ArchiveBytes(InputStream in) {
        this.in = in;
    }

    void enter(String section) {
        this.section = section;
        event = 0;
    }

    void enterEvent(long seq) {
        event = seq;
    }

    String where() {
        return event > 0 ? "event " + event : section;
    }

    byte[] window() {
        return window;
    }

    /// The place of the next byte in the window.
    int from() {
        return from;
    }

    /// The place of the next byte in the file.
    long offset() {
        return slid + from;
    }

    Fault fault(String sentence) {
        return new Fault(offset(), sentence);
    }

    void skip(int length) {
        from += length;
    }

    /// Brings the next `wanted` bytes into the window; answers how many there are, fewer only where the file ends.
    int reach(int wanted) throws IOException {
        if (to - from < wanted) {
            slide(wanted);
        }
        return Math.min(wanted, to - from);
    }

    private void slide(int wanted) throws IOException {
        byte[] target = wanted <= window.length ? window : new byte[wanted];
        System.arraycopy(window, from, target, 0, to - from);
        window = target;
        slid += from;
        to -= from;
        from = 0;
        while (to < wanted) {
            int read = in.read(window, to, window.length - to);
            if (read < 0) {
                return;
            }
            to += read;
        }
    }

    /// Whether the file goes on with this ASCII text.
    boolean startsWith(String ascii) throws IOException {
        int length = ascii.length();
        int same = reach(length) < length ? length + 1 : 0;
        while (same < length && window[from + same] == ascii.charAt(same)) {
            same++;
        }
        return same == length;
    }

    /// The fields of a framing line of the given shape; passes over it and its LF.
    MatchResult line(Pattern pattern, String shape) throws IOException, Fault {
        String line = peekLine();
        Matcher fields = pattern.matcher(line);
        if (!fields.matches()) {
            throw fault("Expected a line `" + shape + "` but found " + Fault.quote(line) + ".");
        }
        from += line.length() + 1;
        return fields;
    }

    /// The framing line that begins here, without its LF. None is longer than the manifest, which repeats its fields.
    String peekLine() throws IOException, Fault {
        int seen = 0;
        for (int wanted = 256; ; wanted *= 2) {
            int there = reach(wanted);
            for (; seen < there; seen++) {
                if (window[from + seen] == '\n') {
                    return new String(window, from, seen, StandardCharsets.ISO_8859_1);
                }
            }
            if (there < wanted) {
                throw new Fault(offset() + there, "The file ends within a framing line.");
            }
            if (wanted >= MIB) {
                throw fault("A framing line does not end.");
            }
        }
    }

    /// Reads a length that a framing line gives, here or just before.
    int length(String digits, int most) throws Fault {
        if (digits.length() > 9 || Integer.parseInt(digits) > most) {
            throw fault("A length of " + Fault.quote(digits) + " bytes is more than the " + most + " allowed.");
        }
        return Integer.parseInt(digits);
    }

    /// Brings a body of `length` bytes into the window and makes sure of the LF behind it; passes over neither.
    void body(int length) throws IOException, Fault {
        if (reach(length + 1) <= length) {
            throw new Fault(slid + to, "The file ends within a body of " + length + " bytes.");
        }
        if (window[from + length] != '\n') {
            throw new Fault(offset() + length, "No LF follows a body of " + length + " bytes.");
        }
    }
}
