package org.equipoise.allocation.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.Sealed;
import org.jspecify.annotations.Nullable;

/// AES-256-GCM (NIST SP 800-38D) over a text padded to a fixed length, with the identity as associated data.
///
/// The nonce is the HMAC-SHA-256 of identity and text under a key of its own, cut to 96 bits: GCM must never see one
/// nonce with two texts, and a vault that was stopped between sealing and journalling may be asked to seal another text
/// under the same identity. So the same vault seals to the same bytes on every machine.
public final class RealSealing implements Sealing {
    private static final int SECRET = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecretKeySpec nonceKey;
    private final SealedTexts texts = new SealedTexts();

    /// From 32 bytes of secret.
    public RealSealing(byte[] secret) {
        if (secret.length != SECRET) {
            throw new IllegalArgumentException("the secret must have " + SECRET + " bytes, not " + secret.length);
        }
        this.key = new SecretKeySpec(derived(secret, "equipoise sealing"), "AES");
        this.nonceKey = new SecretKeySpec(derived(secret, "equipoise nonce"), "HmacSHA256");
    }

    @Override
    public Sealed seal(String text, String identity) {
        texts.enter(text, identity);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(bytes, ROOM);
        padded[ROOM - 1] = (byte) bytes.length;
        byte[] nonce = Arrays.copyOf(mac(nonceKey, identity + "\0" + text), NONCE);
        byte[] sealed = Arrays.copyOf(nonce, SEALED);
        byte[] ciphertext = crypt(Cipher.ENCRYPT_MODE, nonce, identity, padded);
        System.arraycopy(ciphertext, 0, sealed, NONCE, ciphertext.length);
        return Sealed.of(sealed);
    }

    @Override
    public String open(Sealed sealed, String identity) {
        byte[] bytes = sealed.bytes();
        if (bytes.length != SEALED) {
            throw closed(identity, null);
        }
        byte[] nonce = Arrays.copyOf(bytes, NONCE);
        byte[] padded = crypt(Cipher.DECRYPT_MODE, nonce, identity, Arrays.copyOfRange(bytes, NONCE, bytes.length));
        return new String(padded, 0, padded[ROOM - 1], StandardCharsets.UTF_8);
    }

    /// The SHA-256 of the text. It hides because the text holds a random nonce of 256 bits.
    @Override
    public Digest commit(String text, String identity) {
        return Digest.of(Sha256.of(text));
    }

    private byte[] crypt(int mode, byte[] nonce, String identity, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(identity.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw closed(identity, e);
        }
    }

    private static IllegalArgumentException closed(String identity, @Nullable Exception why) {
        return new IllegalArgumentException("what is sealed under " + identity + " does not open", why);
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
