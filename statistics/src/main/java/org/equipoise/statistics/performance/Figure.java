package org.equipoise.statistics.performance;

import java.util.OptionalDouble;

/// A quantity estimated by repetition, and by how much another seed would move it: its Monte Carlo standard error.
public record Figure(double value, double monteCarloError) {
    /// How many Monte Carlo errors it lies from what it should be; absent where it has none.
    public OptionalDouble errorsFrom(double expected) {
        return monteCarloError > 0 ? OptionalDouble.of((value - expected) / monteCarloError) : OptionalDouble.empty();
    }
}
