package org.equipoise.statistics.answer;

/// One quantity with its standard error, before anyone asks for an interval: what is pooled, or accumulated.
public record PointEstimate(String method, double value, double standardError) {}
