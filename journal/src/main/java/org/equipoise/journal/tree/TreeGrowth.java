package org.equipoise.journal.tree;

import java.util.ArrayList;
import java.util.List;

/// A tree, and what it was at an earlier size: from the right edge it had then and the leaves that came since follows
/// the proof that the one is the beginning of the other. Not for two threads at once.
public final class TreeGrowth {
    private MerkleTree earlier = new MerkleTree();
    private MerkleTree now = new MerkleTree();
    private final List<byte[]> since = new ArrayList<>();

    public byte[] leafHash(byte[] event) {
        return now.leafHash(event);
    }

    public void add(byte[] leafHash) {
        now.add(leafHash);
        since.add(leafHash.clone());
    }

    public long size() {
        return now.size();
    }

    public byte[] root() {
        return now.root();
    }

    public long earlierSize() {
        return earlier.size();
    }

    /// How many leaves came since.
    public long grown() {
        return since.size();
    }

    /// Lets what it is now be the earlier tree.
    public void settle() {
        earlier = now.copy();
        since.clear();
    }

    /// The consistency proof from the earlier tree to this one; none is needed from the empty tree.
    public List<byte[]> proof() {
        if (earlier.size() == 0) {
            return List.of();
        }
        return Subtree.between(earlier.size(), now.size()).stream()
                .map(this::root)
                .toList();
    }

    /// A subtree of a proof lies either wholly in the earlier tree, and then on its right edge, or wholly after it.
    private byte[] root(Subtree subtree) {
        if (subtree.to() <= earlier.size()) {
            return earlier.peak(Long.numberOfTrailingZeros(subtree.to() - subtree.from()));
        }
        MerkleTree grown = new MerkleTree();
        since.subList((int) (subtree.from() - earlier.size()), (int) (subtree.to() - earlier.size()))
                .forEach(grown::add);
        return grown.root();
    }
}
