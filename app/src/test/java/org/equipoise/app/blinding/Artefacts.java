package org.equipoise.app.blinding;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// What blinded people can get hold of in one world, by name: files, pages, messages, what commands print.
final class Artefacts {
    private final SortedMap<String, byte[]> byName = new TreeMap<>();

    void put(String name, byte[] bytes) {
        if (byName.put(name, bytes) != null) {
            throw new IllegalStateException("two artefacts have the name " + name);
        }
    }

    void put(String name, String text) {
        put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /// The same once more, for somebody to change.
    Artefacts copy() {
        Artefacts copy = new Artefacts();
        copy.byName.putAll(byName);
        return copy;
    }

    /// Changes what is shown under a name that contains a word.
    void change(String word, UnaryOperator<String> change) {
        byName.replaceAll((name, bytes) -> name.contains(word)
                ? change.apply(new String(bytes, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1)
                : bytes);
    }

    SortedMap<String, byte[]> byName() {
        return Collections.unmodifiableSortedMap(byName);
    }
}
