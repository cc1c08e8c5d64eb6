package org.equipoise.journal.tree;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The Merkle tree of the events so far, of which only the right edge is kept.
///
/// Source: RFC 9162 section 2.1.1. Not for two threads at once.
public final class MerkleTree {
    private static final int HASH = 32;

    private final MessageDigest sha256 = sha256();
    /// The root of the complete subtree of 2^i leaves at the right edge; holds where bit i of the size is set.
    private final byte[][] peaks = new byte[Long.SIZE][];
    private long size;

    public long size() {
        return size;
    }

    /// The hash of an event's bytes.
    public byte[] leafHash(byte[] event) {
        return leafHash(event, 0, event.length);
    }

    public byte[] leafHash(byte[] bytes, int from, int length) {
        sha256.update((byte) 0);
        sha256.update(bytes, from, length);
        return sha256.digest();
    }

    /// The hash of an inner node.
    public byte[] nodeHash(byte[] left, byte[] right) {
        byte[] hash = new byte[HASH];
        join(left, right, hash);
        return hash;
    }

    /// Adds the next leaf by its hash.
    public void add(byte[] leafHash) {
        if (leafHash.length != HASH) {
            throw new IllegalArgumentException("a leaf hash has 32 bytes, not " + leafHash.length);
        }
        byte[] carried = leafHash.clone();
        int level = 0;
        for (; (size >> level & 1) == 1; level++) {
            join(peaks[level], carried, carried);
        }
        peaks[level] = carried;
        size++;
    }

    /// The root over all leaves added so far.
    public byte[] root() {
        if (size == 0) {
            return sha256.digest();
        }
        int level = Long.numberOfTrailingZeros(size);
        byte[] root = peaks[level].clone();
        while (++level < Long.SIZE) {
            if ((size >> level & 1) == 1) {
                join(peaks[level], root, root);
            }
        }
        return root;
    }

    /// The root of the complete subtree of 2^level leaves at the right edge.
    byte[] peak(int level) {
        return peaks[level].clone();
    }

    MerkleTree copy() {
        MerkleTree copy = new MerkleTree();
        for (int level = 0; size >> level != 0; level++) {
            if ((size >> level & 1) == 1) {
                copy.peaks[level] = peaks[level].clone();
            }
        }
        copy.size = size;
        return copy;
    }

    private void join(byte[] left, byte[] right, byte[] into) {
        sha256.update((byte) 1);
        sha256.update(left);
        sha256.update(right);
        try {
            sha256.digest(into, 0, HASH);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
