package org.equipoise.allocation.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.Sealed;

/// AES-256-GCM (NIST SP 800-38D) over a text padded to a fixed length, with the identity as associated data.
///
/// The nonce is the HMAC-SHA-256 of the identity under a key of its own, cut to 96 bits: GCM must never see one nonce
/// with two texts, and an identity
/// is sealed once. So the same vault seals to the same bytes on every machine.
public final class RealSealing implements Sealing {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecretKeySpec nonceKey;
    private final Map<String, String> sealedBefore = new HashMap<>();

    /// From 32 bytes of secret.
    public RealSealing(byte[] secret) {
        if (secret.length != 32) {
            throw new IllegalArgumentException("the secret must have 32 bytes, not " + secret.length);
        }
        this.key = new SecretKeySpec(derived(secret, "equipoise sealing"), "AES");
        this.nonceKey = new SecretKeySpec(derived(secret, "equipoise nonce"), "HmacSHA256");
    }

    @Override
    public Sealed seal(String text, String identity) {
        String before = sealedBefore.putIfAbsent(identity, text);
        if (before != null && !before.equals(text)) {
            throw new IllegalStateException(identity + " is sealed already with another text");
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= ROOM) {
            throw new IllegalArgumentException("a text of " + bytes.length + " bytes has no room in " + ROOM);
        }
        byte[] padded = Arrays.copyOf(bytes, ROOM);
        padded[ROOM - 1] = (byte) bytes.length;
        byte[] nonce = Arrays.copyOf(mac(nonceKey, identity), NONCE);
        byte[] sealed = Arrays.copyOf(nonce, SEALED);
        byte[] ciphertext = crypt(Cipher.ENCRYPT_MODE, nonce, identity, padded);
        System.arraycopy(ciphertext, 0, sealed, NONCE, ciphertext.length);
        return Sealed.of(sealed);
    }

    @Override
    public String open(Sealed sealed, String identity) {
        byte[] bytes = sealed.bytes();
        byte[] nonce = Arrays.copyOf(bytes, NONCE);
        byte[] padded = crypt(Cipher.DECRYPT_MODE, nonce, identity, Arrays.copyOfRange(bytes, NONCE, bytes.length));
        return new String(padded, 0, padded[ROOM - 1], StandardCharsets.UTF_8);
    }

    /// The SHA-256 of the text. It hides because the text holds a random nonce of 256 bits.
    @Override
    public Digest commit(String text, String identity) {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private byte[] crypt(int mode, byte[] nonce, String identity, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(identity.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("what is sealed under " + identity + " does not open", e);
        }
    }

    private static byte[] derived(byte[] secret, String purpose) {
        return mac(new SecretKeySpec(secret, "HmacSHA256"), purpose);
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }
}
