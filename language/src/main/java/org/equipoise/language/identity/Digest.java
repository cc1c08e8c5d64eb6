package org.equipoise.language.identity;

import java.util.HexFormat;

/// A SHA-256 or a commitment: 32 bytes that bind without telling.
///
/// Held as lower-case hexadecimal, the form in which it is journalled.
public record Digest(String hex) {
    public static Digest of(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
