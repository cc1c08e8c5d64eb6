package org.equipoise.journal.history;

/// Points at one item change: the event's sequence number and the change's place in it, both from 1. Printed
/// `412.3`.
public record Citation(long seq, int ordinal) implements Comparable<Citation> {
    public Citation {
        if (seq < 1 || ordinal < 1) {
            throw new IllegalArgumentException("events and changes count from 1, not " + seq + "." + ordinal);
        }
    }

    @Override
    public int compareTo(Citation other) {
        int bySeq = Long.compare(seq, other.seq);
        return bySeq != 0 ? bySeq : Integer.compare(ordinal, other.ordinal);
    }

    @Override
    public String toString() {
        return seq + "." + ordinal;
    }
}
