package org.equipoise.allocation.sealing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What was sealed under which identity: one text each. What it refuses says nothing of the text, not even its length.
final class SealedTexts {
    private final Map<String, String> texts = new HashMap<>();

    void enter(String text, String identity) {
        if (!Sealing.hasRoomFor(text)) {
            throw new IllegalArgumentException("the text for " + identity + " has no room in a ciphertext");
        }
        String before = texts.putIfAbsent(identity, text);
        if (before != null && !before.equals(text)) {
            throw new IllegalStateException(identity + " is sealed already with another text");
        }
    }

    Optional<String> under(String identity) {
        return Optional.ofNullable(texts.get(identity));
    }
}
