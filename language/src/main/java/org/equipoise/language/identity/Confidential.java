package org.equipoise.language.identity;

import java.util.HexFormat;

/// Ciphertext of what someone wrote about one participant, or of what identifies them. Only the participant's key reads
/// it; once that is erased, nobody does.
///
/// Held as lower-case hexadecimal, the form in which it is journalled.
public record Confidential(String hex) {
    public static Confidential of(byte[] bytes) {
        return new Confidential(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
