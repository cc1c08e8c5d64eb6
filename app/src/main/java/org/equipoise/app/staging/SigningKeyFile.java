package org.equipoise.app.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.equipoise.journal.archive.SigningKey;
import org.equipoise.store.log.OwnersOnly;

/// The secret key of an installation, with which it signs what it hands out: 64 hexadecimal digits in a file that only
/// its owner may read.
public final class SigningKeyFile {
    private static final int BYTES = 32;
    private static final Pattern LINE = Pattern.compile("[0-9a-f]{64}\n");

    private SigningKeyFile() {}

    /// The key in a file, which is made where it is not there.
    ///
    /// @throws IllegalArgumentException if the file holds no key
    public static SigningKey in(Path file) {
        try {
            return SigningKey.ofSeed(HexFormat.of().parseHex(line(file).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Path file) throws IOException {
        try {
            String line = Files.readString(file);
            if (!LINE.matcher(line).matches()) {
                throw new IllegalArgumentException(file + " holds no signing key.");
            }
            return line;
        } catch (NoSuchFileException e) {
            byte[] secret = new byte[BYTES];
            new SecureRandom().nextBytes(secret);
            String line = HexFormat.of().formatHex(secret) + "\n";
            OwnersOnly.file(file, line.getBytes(StandardCharsets.US_ASCII));
            return line;
        }
    }
}
