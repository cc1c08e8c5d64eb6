package org.equipoise.statistics.rank;

import java.util.stream.DoubleStream;
import org.equipoise.statistics.summary.Sample;

/// Values that occur more than once in two samples together.
final class RankTies {
    private RankTies() {}

    static boolean any(Sample first, Sample second) {
        return all(first, second).anyMatch(value -> multiplicity(first, second, value) > 1);
    }

    /// The sum of t^3 - t over the values, where t is how often a value occurs.
    static double cubes(Sample first, Sample second) {
        // Each of t equal values adds t^2 - 1.
        return all(first, second)
                .map(value -> multiplicity(first, second, value))
                .map(t -> t * t - 1)
                .sum();
    }

    private static DoubleStream all(Sample first, Sample second) {
        return DoubleStream.concat(first.values(), second.values());
    }

    private static double multiplicity(Sample first, Sample second, double value) {
        return (double) first.upTo(value) - first.below(value) + second.upTo(value) - second.below(value);
    }
}
