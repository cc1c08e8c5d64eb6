package org.equipoise.allocation.sealing;

import java.nio.charset.StandardCharsets;
import org.equipoise.journal.confidence.TextCipher;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.Sealed;

/// Hides short texts of the vault. Every ciphertext has the same length, and each identity is sealed once: a second
/// text under the same identity is refused.
public interface Sealing {
    /// Room for the longest text, in bytes; the last of them holds the text's length.
    int ROOM = 32;

    /// Bytes of a ciphertext.
    int SEALED = ROOM + TextCipher.MORE;

    static boolean hasRoomFor(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length < ROOM;
    }

    /// The text under an identity that cannot be exchanged for another: opening it under a different one fails.
    Sealed seal(String text, String identity);

    String open(Sealed sealed, String identity);

    /// Binds to a text without showing it; the text carries its own nonce.
    Digest commit(String text, String identity);
}
