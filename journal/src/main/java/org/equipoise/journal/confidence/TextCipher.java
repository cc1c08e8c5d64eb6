package org.equipoise.journal.confidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// AES-256-GCM (NIST SP 800-38D) over short texts padded to a length that does not tell theirs, each bound to where it
/// stands, so that no ciphertext can stand for another.
///
/// The nonce is the HMAC-SHA-256 of place and text under a key of its own, cut to 96 bits: GCM must never see one nonce
/// with two texts, and who was stopped before a text was kept may be asked to conceal another one at the same place. So
/// the same text at the same place has the same bytes on every machine.
public final class TextCipher {
    /// Bytes of the secret.
    public static final int SECRET = 32;

    private static final int NONCE = 12;
    private static final int TAG = 16;

    /// Bytes that a ciphertext has more than what was padded: the nonce before it, the tag behind it.
    public static final int MORE = NONCE + TAG;

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;
    private final SecretKeySpec nonceKey;

    /// From 32 bytes of secret.
    ///
    /// @param texts what the key for texts is derived for
    /// @param nonces what the key for nonces is derived for
    public TextCipher(byte[] secret, String texts, String nonces) {
        if (secret.length != SECRET) {
            throw new IllegalArgumentException("the secret must have " + SECRET + " bytes, not " + secret.length);
        }
        SecretKeySpec whole = new SecretKeySpec(secret, HMAC);
        this.key = new SecretKeySpec(mac(whole, texts), "AES");
        this.nonceKey = new SecretKeySpec(mac(whole, nonces), HMAC);
    }

    /// Nonce, ciphertext and tag.
    ///
    /// @param bound what the ciphertext cannot be exchanged from
    /// @param place where the text stands, as the nonce depends on it
    public byte[] conceal(byte[] padded, String bound, String place, String text) {
        byte[] nonce = Arrays.copyOf(mac(nonceKey, place + "\0" + text), NONCE);
        byte[] ciphertext = crypt(Cipher.ENCRYPT_MODE, nonce, bound, padded);
        return ByteBuffer.allocate(NONCE + ciphertext.length)
                .put(nonce)
                .put(ciphertext)
                .array();
    }

    /// What was padded.
    ///
    /// @throws IllegalArgumentException if it was concealed elsewhere, or under another secret
    public byte[] reveal(byte[] concealed, String bound) {
        if (concealed.length < MORE) {
            throw closed(bound, null);
        }
        byte[] nonce = Arrays.copyOf(concealed, NONCE);
        return crypt(Cipher.DECRYPT_MODE, nonce, bound, Arrays.copyOfRange(concealed, NONCE, concealed.length));
    }

    private byte[] crypt(int mode, byte[] nonce, String bound, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
            cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw closed(bound, e);
        }
    }

    /// In the same words whatever was tried.
    private static IllegalArgumentException closed(String bound, @Nullable Exception why) {
        return new IllegalArgumentException("what is sealed under " + bound + " does not open", why);
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }
}
