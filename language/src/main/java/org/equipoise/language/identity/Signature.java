package org.equipoise.language.identity;

import java.util.HexFormat;

/// An Ed25519 signature: 64 bytes.
///
/// Held as lower-case hexadecimal, the form in which it is journalled.
public record Signature(String hex) {
    public static Signature of(byte[] bytes) {
        return new Signature(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
