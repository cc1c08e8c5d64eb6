package org.equipoise.statistics.answer;

/// A difference of proportions; the statistic is chi-square with one degree of freedom.
public record RiskDifference(String method, double estimate, Interval interval, double statistic, double p)
        implements Difference {}
