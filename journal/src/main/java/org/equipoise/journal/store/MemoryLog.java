package org.equipoise.journal.store;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.journal.tree.MerkleTree;
import org.equipoise.language.identity.Digest;

/// A log kept in memory, for rehearsals. Not for two threads at once.
public final class MemoryLog implements EntryLog {
    private final List<byte[]> entries = new ArrayList<>();
    private final MerkleTree tree = new MerkleTree();

    @Override
    public void append(byte[] entry) {
        entries.add(entry.clone());
        tree.add(tree.leafHash(entry));
    }

    @Override
    public List<byte[]> entries() {
        return entries.stream().map(byte[]::clone).toList();
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public Digest root() {
        return Digest.of(tree.root());
    }
}
