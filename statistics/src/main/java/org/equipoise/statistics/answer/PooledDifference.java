package org.equipoise.statistics.answer;

/// A difference pooled over several completions of incomplete data; the statistic is Student's t.
///
/// @param missingInformation the share of the information on the difference that is lost with what is missing
public record PooledDifference(
        String method,
        double estimate,
        double standardError,
        double degreesOfFreedom,
        double missingInformation,
        Interval interval,
        double statistic,
        double p)
        implements Difference {}
