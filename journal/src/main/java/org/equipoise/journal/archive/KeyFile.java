package org.equipoise.journal.archive;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The file that tells a verifier whom to trust: one line with a public key.
public final class KeyFile {
    private static final Pattern LINE = Pattern.compile("equipoise-key ed25519 ([0-9a-f]{64})\n");

    private KeyFile() {}

    static String of(byte[] publicKey) {
        return "equipoise-key ed25519 " + HexFormat.of().formatHex(publicKey) + "\n";
    }

    /// The 32 bytes of the public key; empty where the text is no key file.
    public static Optional<byte[]> read(String text) {
        Matcher line = LINE.matcher(text);
        return line.matches() ? Optional.of(HexFormat.of().parseHex(line.group(1))) : Optional.empty();
    }
}
