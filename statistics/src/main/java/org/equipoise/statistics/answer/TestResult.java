package org.equipoise.statistics.answer;

/// What a two-sided test says of the hypothesis of no difference, and nothing else.
public record TestResult(String method, double p) {}
