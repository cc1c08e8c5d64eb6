package org.equipoise.journal.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Whether a proof holds, for whoever has roots and no leaves.
///
/// Source: RFC 9162 sections 2.1.3.2 and 2.1.4.2, whose names `fn` and `sn` are kept.
public final class ProofCheck {
    private final MerkleTree hashes = new MerkleTree();
    private long fn;
    private long sn;

    private ProofCheck(long fn, long sn) {
        this.fn = fn;
        this.sn = sn;
    }

    /// Whether the leaf of this hash, counted from 0, is in the tree of this size and root.
    public static boolean includes(byte[] leafHash, long index, long size, List<byte[]> proof, byte[] root) {
        return index >= 0 && index < size && new ProofCheck(index, size - 1).includes(leafHash, proof, root);
    }

    private boolean includes(byte[] leafHash, List<byte[]> proof, byte[] root) {
        byte[] r = leafHash;
        for (byte[] p : proof) {
            if (sn == 0) {
                return false;
            }
            r = isRight() ? hashes.nodeHash(p, r) : hashes.nodeHash(r, p);
            shift();
        }
        return sn == 0 && Arrays.equals(r, root);
    }

    /// Whether the tree of the first size and root is the beginning of that of the second.
    public static boolean grew(long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> proof) {
        if (first < 1 || first > second || (first < second) == proof.isEmpty()) {
            return false;
        }
        if (first == second) {
            return Arrays.equals(firstRoot, secondRoot);
        }
        List<byte[]> whole = new ArrayList<>(proof);
        if (Long.bitCount(first) == 1) {
            whole.addFirst(firstRoot);
        }
        ProofCheck check = new ProofCheck(first - 1, second - 1);
        while ((check.fn & 1) == 1) {
            check.shift();
        }
        return check.grew(whole, firstRoot, secondRoot);
    }

    private boolean grew(List<byte[]> proof, byte[] firstRoot, byte[] secondRoot) {
        byte[] fr = proof.getFirst();
        byte[] sr = fr;
        for (byte[] c : proof.subList(1, proof.size())) {
            if (sn == 0) {
                return false;
            }
            if (isRight()) {
                fr = hashes.nodeHash(c, fr);
                sr = hashes.nodeHash(c, sr);
            } else {
                sr = hashes.nodeHash(sr, c);
            }
            shift();
        }
        return sn == 0 && Arrays.equals(fr, firstRoot) && Arrays.equals(sr, secondRoot);
    }

    /// Whether the next hash stands to the left; then passes over the levels where there is none.
    private boolean isRight() {
        boolean right = (fn & 1) == 1 || fn == sn;
        while (right && fn != 0 && (fn & 1) == 0) {
            shift();
        }
        return right;
    }

    private void shift() {
        fn >>= 1;
        sn >>= 1;
    }
}
