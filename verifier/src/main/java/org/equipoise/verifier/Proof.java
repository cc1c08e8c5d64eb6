package org.equipoise.verifier;

import java.util.ArrayList;
import java.util.List;

/// The hashes of a proof, and whether they prove it. RFC 9162, sections 2.1.3.2 and 2.1.4.2, whose names `fn` and `sn`
/// are kept.
final class Proof {
    private final Sha256 sha256 = new Sha256();
    private final List<Hash> hashes;
    private long fn;
    private long sn;

    Proof(List<Hash> hashes) {
        this.hashes = List.copyOf(hashes);
    }

    /// The hashes that stand in a text up to its empty line, which is passed over.
    static Proof read(Text text) throws Fault {
        List<Hash> hashes = new ArrayList<>();
        while (!text.emptyAhead()) {
            hashes.add(text.hash());
        }
        text.empty();
        return new Proof(hashes);
    }

    boolean includes(Hash leaf, long index, Checkpoint in) {
        fn = index;
        sn = in.size() - 1;
        if (fn > sn) {
            return false;
        }
        Hash r = leaf;
        for (Hash p : hashes) {
            if (sn == 0) {
                return false;
            }
            if (isRight()) {
                r = node(p, r);
                skip();
            } else {
                r = node(r, p);
            }
            shift();
        }
        return sn == 0 && r.equals(in.root());
    }

    boolean extend(long first, Hash firstRoot, long second, Hash secondRoot) {
        if (first > second || (first < second) == hashes.isEmpty()) {
            return false;
        }
        if (first == second) {
            return firstRoot.equals(secondRoot);
        }
        List<Hash> whole = new ArrayList<>(hashes);
        if (Long.bitCount(first) == 1) {
            whole.addFirst(firstRoot);
        }
        fn = first - 1;
        sn = second - 1;
        while ((fn & 1) == 1) {
            shift();
        }
        Hash fr = whole.getFirst();
        Hash sr = fr;
        for (Hash c : whole.subList(1, whole.size())) {
            if (sn == 0) {
                return false;
            }
            if (isRight()) {
                fr = node(c, fr);
                sr = node(c, sr);
                skip();
            } else {
                sr = node(sr, c);
            }
            shift();
        }
        return sn == 0 && fr.equals(firstRoot) && sr.equals(secondRoot);
    }

    boolean isEmpty() {
        return hashes.isEmpty();
    }

    private boolean isRight() {
        return (fn & 1) == 1 || fn == sn;
    }

    private void skip() {
        while (fn != 0 && (fn & 1) == 0) {
            shift();
        }
    }

    private void shift() {
        fn >>= 1;
        sn >>= 1;
    }

    private Hash node(Hash left, Hash right) {
        byte[] node = right.bytes();
        sha256.inner(left.bytes(), 0, node);
        return new Hash(node);
    }
}
