package org.equipoise.datasets;

import org.equipoise.journal.history.Citation;

/// What a row came from: a whole event, printed `412`, or one item change in it, printed `412.3`.
public sealed interface Source extends Comparable<Source> {
    long seq();

    /// The place of the item change in its event, from 1; 0 for the whole event.
    int ordinal();

    record Event(long seq) implements Source {
        @Override
        public int ordinal() {
            return 0;
        }

        @Override
        public String toString() {
            return Long.toString(seq);
        }
    }

    record Change(Citation citation) implements Source {
        @Override
        public long seq() {
            return citation.seq();
        }

        @Override
        public int ordinal() {
            return citation.ordinal();
        }

        @Override
        public String toString() {
            return citation.toString();
        }
    }

    /// In the order of the journal.
    @Override
    default int compareTo(Source other) {
        int bySeq = Long.compare(seq(), other.seq());
        return bySeq != 0 ? bySeq : Integer.compare(ordinal(), other.ordinal());
    }
}
