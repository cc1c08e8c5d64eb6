package org.equipoise.statistics.answer;

/// A difference between two groups, first minus second, with its interval and the test that it is zero.
public sealed interface Difference permits RiskDifference, MeanDifference, PooledDifference {
    String method();

    double estimate();

    Interval interval();

    double statistic();

    /// Two-sided.
    double p();
}
