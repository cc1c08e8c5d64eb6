package org.equipoise.journal.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.equipoise.language.identity.Digest;

/// The hash of whole files and keys; events are hashed by the tree.
final class Sha256 {
    private Sha256() {}

    static Digest of(byte[] bytes) {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
