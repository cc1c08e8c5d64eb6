package org.equipoise.allocation.sealing;

import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.Sealed;

/// What encryption ought to be: bytes of the right length that depend on the identity and not at all on the text.
///
/// With it, two trials that differ only in what is sealed must agree in every byte; any difference is a leak by another
/// way. It keeps the texts in memory and is for rehearsal only.
public final class IdealSealing implements Sealing {
    private static final int DIGEST = 32;

    private final SealedTexts texts = new SealedTexts();

    @Override
    public Sealed seal(String text, String identity) {
        texts.enter(text, identity);
        return ciphertext(identity);
    }

    @Override
    public String open(Sealed sealed, String identity) {
        return texts.under(identity)
                .filter(_ -> sealed.equals(ciphertext(identity)))
                .orElseThrow(() -> new IllegalArgumentException("what is sealed under " + identity + " does not open"));
    }

    @Override
    public Digest commit(String text, String identity) {
        return Digest.of(bytes("commitment " + identity, DIGEST));
    }

    private static Sealed ciphertext(String identity) {
        return Sealed.of(bytes("sealed " + identity, SEALED));
    }

    private static byte[] bytes(String identity, int length) {
        byte[] bytes = new byte[length];
        for (int from = 0; from < length; from += DIGEST) {
            byte[] part = Sha256.of(from + " " + identity);
            System.arraycopy(part, 0, bytes, from, Math.min(DIGEST, length - from));
        }
        return bytes;
    }
}
