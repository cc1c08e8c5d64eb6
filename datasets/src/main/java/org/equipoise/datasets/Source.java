package org.equipoise.datasets;

import java.util.Comparator;
import org.equipoise.journal.history.Citation;

/// What a row came from: a whole event, printed `412`, or one item change in it, printed `412.3`.
public sealed interface Source extends Comparable<Source> {
    Comparator<Source> IN_JOURNAL_ORDER = Comparator.comparingLong(Source::seq).thenComparingInt(Source::ordinal);

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

    @Override
    default int compareTo(Source other) {
        return IN_JOURNAL_ORDER.compare(this, other);
    }
}
