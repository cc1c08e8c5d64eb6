package org.equipoise.statistics.summary;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;

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
        return quantile(p, QuantileType.OF_N_MINUS_1);
    }

    public OptionalDouble quantile(double p, QuantileType type) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("A quantile is asked for between 0 and 1, not at " + p + ".");
        }
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        double place = StrictMath.clamp(type.place(sorted.length, p), 0, sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        double share = place - below;
        return OptionalDouble.of((1 - share) * sorted[below] + share * sorted[above]);
    }

    /// Absent for an empty sample.
    public Optional<Quartiles> quartiles(QuantileType type) {
        return sorted.length == 0
                ? Optional.empty()
                : Optional.of(new Quartiles(
                        type,
                        quantile(0.25, type).orElseThrow(),
                        quantile(0.5, type).orElseThrow(),
                        quantile(0.75, type).orElseThrow()));
    }

    /// The values in ascending order.
    public DoubleStream values() {
        return Arrays.stream(sorted);
    }

    /// How many values lie below this one.
    public int below(double value) {
        return firstWhere(held -> held >= value);
    }

    /// How many values lie below this one or equal it.
    public int upTo(double value) {
        return firstWhere(held -> held > value);
    }

    /// The first place whose value is past something, by halving.
    private int firstWhere(DoublePredicate past) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (past.test(sorted[middle])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
