package org.equipoise.language.identity;

import java.util.HexFormat;

/// Ciphertext of an arm or a treatment. Equal lengths always; only the vault opens it.
///
/// Held as lower-case hexadecimal, the form in which it is journalled.
public record Sealed(String hex) {
    public static Sealed of(byte[] bytes) {
        return new Sealed(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
