package org.equipoise.statistics.summary;

import java.util.Arrays;
import java.util.OptionalDouble;

/// The observed values of one group; what they cannot give is absent, never NaN.
public final class Sample {
    private final double[] sorted;

    private Sample(double[] sorted) {
        this.sorted = sorted;
    }

    /// A missing value is not a number and not a zero: the caller leaves it out and accounts for it.
    public static Sample of(double... values) {
        double[] sorted = values.clone();
        for (double value : sorted) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("A sample holds finite values, not " + value + ".");
            }
        }
        Arrays.sort(sorted);
        return new Sample(sorted);
    }

    public int size() {
        return sorted.length;
    }

    /// In two passes: the second adds the mean of what rounding left of the first.
    public OptionalDouble mean() {
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        double first = Arrays.stream(sorted).sum() / sorted.length;
        double left = Arrays.stream(sorted).map(value -> value - first).sum() / sorted.length;
        return OptionalDouble.of(first + left);
    }

    /// With divisor n - 1; absent for fewer than two values.
    public OptionalDouble standardDeviation() {
        if (sorted.length < 2) {
            return OptionalDouble.empty();
        }
        double mean = mean().orElseThrow();
        double squares = Arrays.stream(sorted)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return OptionalDouble.of(StrictMath.sqrt(squares / (sorted.length - 1)));
    }

    public OptionalDouble median() {
        return quantile(0.5);
    }

    public OptionalDouble minimum() {
        return quantile(0);
    }

    public OptionalDouble maximum() {
        return quantile(1);
    }

    /// Linear between order statistics: type 7 of Hyndman and Fan, The American Statistician 50 (1996) 361-365.
    public OptionalDouble quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("A quantile is asked for between 0 and 1, not at " + p + ".");
        }
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        double place = (sorted.length - 1) * p;
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        double share = place - below;
        return OptionalDouble.of((1 - share) * sorted[below] + share * sorted[above]);
    }
}
