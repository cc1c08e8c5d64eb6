package org.equipoise.statistics.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Words turned into evenly spread bits.
final class Sha256 {
    private Sha256() {}

    /// The 32 bytes of SHA-256 (FIPS 180-4) over the UTF-8 bytes of the words, most significant first.
    static ByteBuffer of(String words) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must offer SHA-256", e);
        }
    }
}
