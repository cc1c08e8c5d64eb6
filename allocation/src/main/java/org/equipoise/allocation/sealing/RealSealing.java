package org.equipoise.allocation.sealing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.equipoise.journal.confidence.TextCipher;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.Sealed;

/// Texts padded to one length, as ciphertext that is bound to its identity. The same vault seals to the same bytes on
/// every machine.
public final class RealSealing implements Sealing {
    private final TextCipher cipher;
    private final SealedTexts texts = new SealedTexts();

    /// From 32 bytes of secret.
    public RealSealing(byte[] secret) {
        this.cipher = new TextCipher(secret, "equipoise sealing", "equipoise nonce");
    }

    @Override
    public Sealed seal(String text, String identity) {
        texts.enter(text, identity);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(bytes, ROOM);
        padded[ROOM - 1] = (byte) bytes.length;
        return Sealed.of(cipher.conceal(padded, identity, identity, text));
    }

    @Override
    public String open(Sealed sealed, String identity) {
        byte[] padded = cipher.reveal(sealed.bytes(), identity);
        return new String(padded, 0, padded[ROOM - 1], StandardCharsets.UTF_8);
    }

    /// The SHA-256 of the text. It hides because the text holds a random nonce of 256 bits.
    @Override
    public Digest commit(String text, String identity) {
        return Digest.of(Sha256.of(text));
    }
}
