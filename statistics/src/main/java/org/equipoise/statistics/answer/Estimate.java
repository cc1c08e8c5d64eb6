package org.equipoise.statistics.answer;

/// One quantity with its interval; the test of it, if there is one, is asked for by its own name.
public record Estimate(String method, double value, Interval interval) {}
