package org.equipoise.journal.confidence;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.ParticipantId;

/// One participant's key. Texts are padded to steps of 128 bytes, and bound to the participant and to their place in
/// the journal.
public final class PersonalKey {
    /// Bytes of the secret.
    public static final int SECRET = TextCipher.SECRET;

    /// The most characters of a text.
    public static final int LONGEST = 1000;

    private static final int STEP = 128;
    private static final int LENGTH = 2;

    private final ParticipantId participant;
    private final TextCipher cipher;

    /// From 32 bytes of secret.
    public PersonalKey(ParticipantId participant, byte[] secret) {
        this.participant = participant;
        this.cipher = new TextCipher(secret, "equipoise personal text", "equipoise personal nonce");
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
        return Confidential.of(cipher.conceal(padded, bound(place), place.toString(), text));
    }

    private String bound(TextPlace place) {
        return participant + " " + place;
    }

    /// The text that was concealed at the place.
    ///
    /// @throws IllegalArgumentException if it was concealed elsewhere, or under another key
    public String read(TextPlace place, Confidential concealed) {
        ByteBuffer padded = ByteBuffer.wrap(cipher.reveal(concealed.bytes(), bound(place)));
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
}
