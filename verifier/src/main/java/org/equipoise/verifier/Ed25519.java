package org.equipoise.verifier;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// Signatures of RFC 8032, checked by the platform.
final class Ed25519 {
    /// What precedes the 32 bytes of an Ed25519 key in X.509 form (RFC 8410, section 4).
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    static boolean isSignature(byte[] signature, byte[] signed, byte[] publicKey) {
        byte[] x509 = Arrays.copyOf(X509, X509.length + publicKey.length);
        System.arraycopy(publicKey, 0, x509, X509.length, publicKey.length);
        try {
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(signed);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException notAKeyOrSignature) {
            return false;
        }
    }
}
