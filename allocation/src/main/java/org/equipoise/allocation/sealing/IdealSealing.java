package org.equipoise.allocation.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.Sealed;

/// What encryption ought to be: bytes of the right length that depend on the identity and not at all on the text. With
/// it, two trials that
/// differ only in what is sealed must agree in every byte; any difference is a leak by another way. It keeps the texts
/// in memory and is for
/// rehearsal only.
public final class IdealSealing implements Sealing {
    private final Map<String, String> texts = new HashMap<>();

    @Override
    public Sealed seal(String text, String identity) {
        String before = texts.putIfAbsent(identity, text);
        if (before != null && !before.equals(text)) {
            throw new IllegalStateException(identity + " is sealed already with another text");
        }
        return Sealed.of(bytes("sealed " + identity, SEALED));
    }

    @Override
    public String open(Sealed sealed, String identity) {
        if (!sealed.equals(Sealed.of(bytes("sealed " + identity, SEALED)))) {
            throw new IllegalArgumentException("what is sealed under " + identity + " does not open");
        }
        return Optional.ofNullable(texts.get(identity)).orElseThrow();
    }

    @Override
    public Digest commit(String text, String identity) {
        return Digest.of(bytes("commitment " + identity, 32));
    }

    private static byte[] bytes(String identity, int length) {
        byte[] bytes = new byte[length];
        for (int from = 0; from < length; from += 32) {
            byte[] part = sha256(from + " " + identity);
            System.arraycopy(part, 0, bytes, from, Math.min(32, length - from));
        }
        return bytes;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
