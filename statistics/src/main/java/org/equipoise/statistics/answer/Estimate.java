package org.equipoise.statistics.answer;

/// One quantity with its interval; nothing is compared, so there is no test.
public record Estimate(String method, double value, Interval interval) {}
