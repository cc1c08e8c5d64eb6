package org.equipoise.journal.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The framing of an archive, byte by byte: nothing is skipped, nothing is read in two ways.
final class Frames {
    private static final int LONGEST_NAME = 1 << 16;

    private final BufferedInputStream in;

    Frames(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /// Looks at the beginning of the next line without reading it.
    Section ahead() throws IOException {
        return Section.like(glance());
    }

    boolean atEnd() throws IOException {
        return glance().length == 0;
    }

    private byte[] glance() throws IOException {
        in.mark(Section.GLANCE);
        byte[] glance = in.readNBytes(Section.GLANCE);
        in.reset();
        return glance;
    }

    void expect(String ascii) throws IOException, Fault {
        for (int i = 0; i < ascii.length(); i++) {
            int read = in.read();
            if (read != ascii.charAt(i)) {
                throw new Fault((read < 0 ? "the file ends" : "something else stands") + " where " + named(ascii)
                        + " should be");
            }
        }
    }

    private static String named(String ascii) {
        return switch (ascii) {
            case "\n" -> "the end of the line";
            case " " -> "a space";
            default -> "'" + ascii.strip() + "'";
        };
    }

    /// A decimal number without leading zeros, and the byte that must follow it.
    int decimal(int most, char then) throws IOException, Fault {
        long value = 0;
        int digits = 0;
        int read = in.read();
        for (; read >= '0' && read <= '9'; read = in.read()) {
            value = 10 * value + read - '0';
            digits++;
            if (value > most || (digits > 1 && value < 10)) {
                throw new Fault("a number is larger than " + most + " or begins with 0");
            }
        }
        if (digits == 0 || read != then) {
            throw new Fault("a number is not written as it should be");
        }
        return (int) value;
    }

    String hexadecimal(int digits) throws IOException, Fault {
        byte[] read = in.readNBytes(digits);
        for (byte b : read) {
            if ((b < '0' || b > '9') && (b < 'a' || b > 'f')) {
                throw new Fault("a hash or signature has a digit that is not one of 0-9a-f");
            }
        }
        if (read.length < digits) {
            throw new Fault("the file ends within a hash or signature");
        }
        return new String(read, StandardCharsets.US_ASCII);
    }

    /// The rest of the line, which is a file's name.
    String name() throws IOException, Fault {
        StringBuilder name = new StringBuilder();
        int read = in.read();
        for (; read >= 0 && read != '\n' && name.length() <= LONGEST_NAME; read = in.read()) {
            name.append((char) read);
        }
        if (read != '\n' || !Limits.NAME.matcher(name).matches()) {
            throw new Fault("a file's name is not one an archive may hold");
        }
        return name.toString();
    }

    /// Exactly so many bytes, and the line's end after them.
    byte[] body(int length) throws IOException, Fault {
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new Fault("the file ends within a body of " + length + " bytes");
        }
        if (in.read() != '\n') {
            throw new Fault("no line ends where a body of " + length + " bytes should");
        }
        return body;
    }
}
