package org.equipoise.journal.archive;

import java.security.KeyPair;
import org.equipoise.language.identity.Digest;

/// The Ed25519 key an archive is signed with, made of 32 secret bytes and nothing else.
public final class SigningKey {
    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    /// The same 32 bytes give the same key, and the same signatures, on every machine.
    public static SigningKey ofSeed(byte[] seed) {
        return new SigningKey(Ed25519.pair(seed));
    }

    /// The 64 bytes of the signature.
    public byte[] sign(byte[] message) {
        return Ed25519.sign(pair.getPrivate(), message);
    }

    /// The 32 bytes of the public key.
    public byte[] publicKey() {
        return Ed25519.raw(pair.getPublic());
    }

    /// What a manifest names the key by: the SHA-256 of the public key.
    public Digest keyId() {
        return Sha256.of(publicKey());
    }

    /// The text of the key file that stands beside the archive.
    public String keyFile() {
        return KeyFile.of(publicKey());
    }
}
