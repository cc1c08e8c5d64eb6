package org.equipoise.statistics.answer;

/// A difference of means; the statistic is Student's t.
public record MeanDifference(
        String method,
        double estimate,
        double standardError,
        double degreesOfFreedom,
        Interval interval,
        double statistic,
        double p)
        implements Difference {}
