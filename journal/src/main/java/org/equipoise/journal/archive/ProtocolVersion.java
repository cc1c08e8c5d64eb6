package org.equipoise.journal.archive;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.language.identity.Digest;

/// A protocol version that was active, as its files: `conduct.json` and whatever belongs to it.
public record ProtocolVersion(int number, SortedMap<String, byte[]> files) {
    public ProtocolVersion {
        SortedMap<String, byte[]> byName = new TreeMap<>(String::compareTo);
        byName.putAll(files);
        byName.forEach(ProtocolVersion::requireArchivable);
        if (number < 1 || !byName.containsKey(Limits.CONDUCT)) {
            throw new IllegalArgumentException("a protocol version has a number from 1 and a " + Limits.CONDUCT);
        }
        files = Collections.unmodifiableSortedMap(byName);
    }

    /// The SHA-256 of `conduct.json`, which `ProtocolActivated` journals.
    public Digest protocolHash() {
        return Sha256.of(Objects.requireNonNull(files.get(Limits.CONDUCT)));
    }

    private static void requireArchivable(String name, byte[] body) {
        if (!Limits.NAME.matcher(name).matches() || body.length > Limits.FILE) {
            throw new IllegalArgumentException("no archive takes a file '" + name + "' of " + body.length + " bytes");
        }
    }
}
