package org.equipoise.journal.tree;

import java.util.ArrayList;
import java.util.List;

/// A subtree by its leaves, from one to before another, counted from 0: what a proof names the roots of.
///
/// Source: RFC 9162 sections 2.1.3.1 and 2.1.4.1.
record Subtree(long from, long to) {

    /// The subtrees beside the way from a leaf up to the root, in a proof's order.
    static List<Subtree> beside(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " has no leaf " + index);
        }
        List<Subtree> path = new ArrayList<>();
        Subtree at = new Subtree(0, size);
        while (at.to - at.from > 1) {
            boolean left = index < at.middle();
            path.addFirst(left ? at.right() : at.left());
            at = left ? at.left() : at.right();
        }
        return path;
    }

    /// The subtrees from which the root of an earlier size and that of a later one can both be made.
    static List<Subtree> between(long first, long second) {
        if (first < 1 || first > second) {
            throw new IllegalArgumentException("no tree of " + second + " grew out of one of " + first);
        }
        List<Subtree> proof = new ArrayList<>();
        Subtree at = new Subtree(0, second);
        while (at.to != first) {
            boolean left = first <= at.middle();
            proof.addFirst(left ? at.right() : at.left());
            at = left ? at.left() : at.right();
        }
        if (at.from > 0) {
            proof.addFirst(at);
        }
        return proof;
    }

    private Subtree left() {
        return new Subtree(from, middle());
    }

    private Subtree right() {
        return new Subtree(middle(), to);
    }

    private long middle() {
        return from + Long.highestOneBit(to - from - 1);
    }
}
