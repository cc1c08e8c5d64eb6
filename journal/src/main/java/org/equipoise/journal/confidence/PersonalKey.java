package org.equipoise.journal.confidence;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.ParticipantId;

/// One participant's key: AES-256-GCM (NIST SP 800-38D) over a text padded to steps of 128 bytes, with the participant
/// and the place in the journal as associated data, so that no ciphertext can stand for another.
///
/// The nonce is the HMAC-SHA-256 of place and text under a key of its own, cut to 96 bits: GCM must never see one nonce
/// with two texts, and a sequencer that was stopped before the commit may be asked to conceal another text at the same
/// place. So the same text at the same place has the same bytes on every machine.
public final class PersonalKey {
    /// Bytes of the secret.
    public static final int SECRET = 32;

    /// The most characters of a text.
    public static final int LONGEST = 1000;

    private static final int STEP = 128;
    private static final int LENGTH = 2;
    private static final int NONCE = 12;
    private static final int TAG = 16;

    private final ParticipantId participant;
    private final SecretKeySpec key;
    private final SecretKeySpec nonceKey;

    /// From 32 bytes of secret.
    public PersonalKey(ParticipantId participant, byte[] secret) {
        if (secret.length != SECRET) {
            throw new IllegalArgumentException("a key has " + SECRET + " bytes, not " + secret.length);
        }
        this.participant = participant;
        this.key = new SecretKeySpec(derived(secret, "equipoise personal text"), "AES");
        this.nonceKey = new SecretKeySpec(derived(secret, "equipoise personal nonce"), "HmacSHA256");
    }

    /// Whether a text is short enough.
    public static boolean hasRoomFor(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST;
    }

    /// The text as ciphertext that belongs to one place of the journal.
    public Confidential conceal(TextPlace place, String text) {
        if (!hasRoomFor(text)) {
            throw new IllegalArgumentException("the text at " + place + " is too long");
        }
        byte[] bytes = utf8(text, place);
        byte[] padded = new byte[(LENGTH + bytes.length + STEP - 1) / STEP * STEP];
        ByteBuffer.wrap(padded).putShort((short) bytes.length).put(bytes);
        byte[] nonce = Arrays.copyOf(mac(nonceKey, place + "\0" + text), NONCE);
        byte[] ciphertext = crypt(Cipher.ENCRYPT_MODE, nonce, place, padded);
        return Confidential.of(ByteBuffer.allocate(NONCE + ciphertext.length)
                .put(nonce)
                .put(ciphertext)
                .array());
    }

    /// The text that was concealed at the place.
    ///
    /// @throws IllegalArgumentException if it was concealed elsewhere, or under another key
    public String read(TextPlace place, Confidential concealed) {
        byte[] bytes = concealed.bytes();
        if (bytes.length < NONCE + STEP + TAG) {
            throw new IllegalArgumentException("what stands at " + place + " is no ciphertext");
        }
        byte[] nonce = Arrays.copyOf(bytes, NONCE);
        ByteBuffer padded = ByteBuffer.wrap(
                crypt(Cipher.DECRYPT_MODE, nonce, place, Arrays.copyOfRange(bytes, NONCE, bytes.length)));
        byte[] text = new byte[padded.getShort()];
        padded.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /// Half a character cannot be written down, and is not exchanged for another.
    private static byte[] utf8(String text, TextPlace place) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the text at " + place + " is not Unicode", e);
        }
    }

    private byte[] crypt(int mode, byte[] nonce, TextPlace place, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
            cipher.updateAAD((participant + " " + place).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("what stands at " + place + " is not read by this key", e);
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
