package org.equipoise.verifier;

/// The Merkle tree of RFC 9162, section 2.1, over leaf hashes as they come.
///
/// Only the roots of its complete subtrees are kept, one for each bit set in the size, largest first in the tree:
/// memory is that of 63 hashes however many leaves there are.
final class MerkleFrontier {
    private final Sha256 sha256;
    private final byte[] subtrees = new byte[63 * Sha256.LENGTH];
    private final byte[] node = new byte[Sha256.LENGTH];
    private long size;

    MerkleFrontier(Sha256 sha256) {
        this.sha256 = sha256;
    }

    long size() {
        return size;
    }

    void add(byte[] leaf) {
        System.arraycopy(leaf, 0, node, 0, Sha256.LENGTH);
        int at = 0;
        for (long bits = size; (bits & 1) == 1; bits >>>= 1) {
            sha256.inner(subtrees, at, node);
            at += Sha256.LENGTH;
        }
        System.arraycopy(node, 0, subtrees, at, Sha256.LENGTH);
        size++;
    }

    byte[] root() {
        if (size == 0) {
            return sha256.of(new byte[0], 0, 0);
        }
        int lowest = Long.numberOfTrailingZeros(size);
        byte[] root = new byte[Sha256.LENGTH];
        System.arraycopy(subtrees, lowest * Sha256.LENGTH, root, 0, Sha256.LENGTH);
        for (int level = lowest + 1; size >>> level != 0; level++) {
            if ((size >>> level & 1) == 1) {
                sha256.inner(subtrees, level * Sha256.LENGTH, root);
            }
        }
        return root;
    }
}
