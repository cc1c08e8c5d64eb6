package org.equipoise.verifier;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The hashes of the format: of files, of leaves, of inner nodes (RFC 9162, section 2.1.1). One instance serves a whole
/// archive.
final class Sha256 {
    static final int LENGTH = 32;
    private static final byte LEAF = 0;
    private static final byte INNER = 1;

    private final MessageDigest digest;
    private final byte[] inner = new byte[1 + 2 * LENGTH];

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
        inner[0] = INNER;
    }

    byte[] of(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
        return digest.digest();
    }

    private void finish(byte[] hash) {
        try {
            digest.digest(hash, 0, LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("A hash has room for a hash.", e);
        }
    }

    void leaf(byte[] bytes, int from, int length, byte[] hash) {
        digest.update(LEAF);
        digest.update(bytes, from, length);
        finish(hash);
    }

    /// The node over the left hash, which begins at `from`, and the right one; the right one is replaced by it.
    void inner(byte[] left, int from, byte[] right) {
        System.arraycopy(left, from, inner, 1, LENGTH);
        System.arraycopy(right, 0, inner, 1 + LENGTH, LENGTH);
        digest.update(inner, 0, inner.length);
        finish(right);
    }
}
