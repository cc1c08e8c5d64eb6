package org.equipoise.statistics.proportion;

/// Events and sizes of two groups within one stratum.
public record TwoByTwo(int events1, int size1, int events2, int size2) {
    public TwoByTwo {
        if (events1 < 0 || events1 > size1 || events2 < 0 || events2 > size2) {
            throw new IllegalArgumentException("Events lie between 0 and the group's size, not " + events1 + " of "
                    + size1 + " and " + events2 + " of " + size2 + ".");
        }
    }

    /// Whether both groups have units: a stratum with one group cannot compare and carries no weight.
    boolean compares() {
        return size1 > 0 && size2 > 0;
    }

    double total() {
        return (double) size1 + size2;
    }

    double events() {
        return (double) events1 + events2;
    }

    /// The Mantel-Haenszel weight.
    double weight() {
        return (double) size1 * size2 / total();
    }

    /// The weight times the difference of proportions; also the events in group 1 minus their number expected.
    double weightedDifference() {
        return ((double) events1 * size2 - (double) events2 * size1) / total();
    }

    /// What the variance of the weighted difference gains for each unit of the common difference: Sato's P.
    double skew() {
        double n1 = size1;
        double n2 = size2;
        return (n1 * n1 * events2 - n2 * n2 * events1 + n1 * n2 * (n2 - n1) / 2) / (total() * total());
    }

    /// The variance of the weighted difference where the common difference is 0: Sato's Q.
    double spread() {
        return ((double) events1 * (size2 - events2) + (double) events2 * (size1 - events1)) / (2 * total());
    }
}
