package org.equipoise.statistics.proportion;

import java.util.function.Predicate;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/// The tables of two groups of given sizes that a test rejects: what its exact power and size rest on.
///
/// Every table is asked once; a power is then a sum of binomial products over the rejected ones, without sampling.
public final class RejectionRegion {
    private final boolean[][] rejected;

    private RejectionRegion(boolean[][] rejected) {
        this.rejected = rejected;
    }

    public static RejectionRegion of(int size1, int size2, Predicate<TwoByTwo> rejects) {
        if (size1 < 1 || size2 < 1) {
            throw new IllegalArgumentException("Both groups need units, not " + size1 + " and " + size2 + ".");
        }
        boolean[][] rejected = new boolean[size1 + 1][size2 + 1];
        for (int events1 = 0; events1 <= size1; events1++) {
            for (int events2 = 0; events2 <= size2; events2++) {
                rejected[events1][events2] = rejects.test(new TwoByTwo(events1, size1, events2, size2));
            }
        }
        return new RejectionRegion(rejected);
    }

    /// How likely the test rejects where events have these probabilities; its size, where they are equal.
    public double power(double probability1, double probability2) {
        double[] first = probabilities(rejected.length - 1, probability1);
        double[] second = probabilities(rejected[0].length - 1, probability2);
        double power = 0;
        for (int events1 = 0; events1 < first.length; events1++) {
            double given = 0;
            for (int events2 = 0; events2 < second.length; events2++) {
                given += rejected[events1][events2] ? second[events2] : 0;
            }
            power += first[events1] * given;
        }
        return StrictMath.min(1, power);
    }

    private static double[] probabilities(int size, double probability) {
        var binomial = BinomialDistribution.of(size, probability);
        double[] probabilities = new double[size + 1];
        for (int events = 0; events <= size; events++) {
            probabilities[events] = binomial.probability(events);
        }
        return probabilities;
    }
}
