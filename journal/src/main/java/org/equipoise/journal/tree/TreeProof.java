package org.equipoise.journal.tree;

import java.util.ArrayList;
import java.util.List;

/// A proof in the making: it is told the leaf hashes of the whole tree, in order, and keeps of each subtree it needs
/// only the right edge, so that memory does not grow with the tree.
public final class TreeProof {
    private final List<Subtree> subtrees;
    private final List<MerkleTree> grown = new ArrayList<>();
    private long added;

    private TreeProof(List<Subtree> subtrees) {
        this.subtrees = subtrees;
        subtrees.forEach(_ -> grown.add(new MerkleTree()));
    }

    /// That a leaf, counted from 0, is in the tree of this size.
    public static TreeProof inclusion(long index, long size) {
        return new TreeProof(Subtree.beside(index, size));
    }

    /// That the tree of the first size is the beginning of that of the second.
    public static TreeProof consistency(long first, long second) {
        return new TreeProof(Subtree.between(first, second));
    }

    /// Takes the next leaf of the tree by its hash; those after the end are passed over.
    public void add(byte[] leafHash) {
        for (int i = 0; i < subtrees.size(); i++) {
            if (subtrees.get(i).from() <= added && added < subtrees.get(i).to()) {
                grown.get(i).add(leafHash);
            }
        }
        added++;
    }

    /// The hashes of the proof, in its order.
    public List<byte[]> hashes() {
        if (subtrees.stream().anyMatch(subtree -> subtree.to() > added)) {
            throw new IllegalStateException("a proof wants all leaves of its tree, not only " + added);
        }
        return grown.stream().map(MerkleTree::root).toList();
    }
}
