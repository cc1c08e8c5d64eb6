package org.equipoise.journal.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.equipoise.journal.archive.Ed25519;
import org.equipoise.journal.archive.SigningKey;
import org.equipoise.language.identity.Digest;

/// A checkpoint as a C2SP signed note: section 8 of the format page.
public final class SignedCheckpoint {
    private static final byte ED25519 = 1;
    private static final Pattern NOTE = Pattern.compile(
            "(equipoise/(?:[A-Za-z0-9._-]|%[0-9A-F]{2})*)\n([1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n\n— \\1 ([A-Za-z0-9+/]{91}=)\n");
    private static final long MOST = 1L << 53;

    private final Checkpoint checkpoint;
    private final String note;

    private SignedCheckpoint(Checkpoint checkpoint, String note) {
        this.checkpoint = checkpoint;
        this.note = note;
    }

    static SignedCheckpoint sign(Checkpoint checkpoint, SigningKey key) {
        byte[] signature = key.sign(checkpoint.text().getBytes(StandardCharsets.UTF_8));
        ByteBuffer named = ByteBuffer.allocate(Integer.BYTES + signature.length);
        named.put(keyId(checkpoint.origin(), key.publicKey())).put(signature);
        String signed = Base64.getEncoder().encodeToString(named.array());
        return new SignedCheckpoint(checkpoint, checkpoint.text() + "\n— " + checkpoint.origin() + " " + signed + "\n");
    }

    /// Empty where the text is no checkpoint, or this key did not sign it.
    public static Optional<SignedCheckpoint> read(String note, byte[] publicKey) {
        Matcher lines = NOTE.matcher(note);
        if (!lines.matches() || Long.parseLong(lines.group(2)) >= MOST) {
            return Optional.empty();
        }
        byte[] root = Base64.getDecoder().decode(lines.group(3));
        byte[] named = Base64.getDecoder().decode(lines.group(4));
        Checkpoint checkpoint = new Checkpoint(lines.group(1), Long.parseLong(lines.group(2)), Digest.of(root));
        byte[] text = checkpoint.text().getBytes(StandardCharsets.UTF_8);
        boolean written = note.startsWith(checkpoint.text())
                && Base64.getEncoder().encodeToString(named).equals(lines.group(4));
        boolean signed = Arrays.equals(Arrays.copyOf(named, Integer.BYTES), keyId(checkpoint.origin(), publicKey))
                && Ed25519.verifies(publicKey, text, Arrays.copyOfRange(named, Integer.BYTES, named.length));
        return written && signed ? Optional.of(new SignedCheckpoint(checkpoint, note)) : Optional.empty();
    }

    /// What the signature names the key by.
    static byte[] keyId(String name, byte[] publicKey) {
        byte[] start = (name + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] named = Arrays.copyOf(start, start.length + 1 + publicKey.length);
        named[start.length] = ED25519;
        System.arraycopy(publicKey, 0, named, start.length + 1, publicKey.length);
        return Arrays.copyOf(Ed25519.digest(named), Integer.BYTES);
    }

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /// Its five lines.
    public String note() {
        return note;
    }
}
