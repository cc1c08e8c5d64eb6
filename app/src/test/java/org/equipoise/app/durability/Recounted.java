package org.equipoise.app.durability;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.journal.store.EntryLog;
import org.equipoise.language.identity.Digest;

/// A log that remembers, apart from it, what it said was kept.
record Recounted(EntryLog log, Ears ears, List<byte[]> acknowledged) implements EntryLog {
    Recounted(EntryLog log, Ears ears) {
        this(log, ears, new ArrayList<>());
    }

    @Override
    public void append(byte[] entry) {
        log.append(entry);
        if (ears.hear()) {
            acknowledged.add(entry);
        }
    }

    @Override
    public List<byte[]> entries() {
        return log.entries();
    }

    @Override
    public int size() {
        return log.size();
    }

    @Override
    public Digest root() {
        return log.root();
    }
}
