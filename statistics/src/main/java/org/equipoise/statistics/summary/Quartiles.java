package org.equipoise.statistics.summary;

/// Median and quartiles, with the type of quantile they are.
public record Quartiles(QuantileType type, double lower, double median, double upper) {}
