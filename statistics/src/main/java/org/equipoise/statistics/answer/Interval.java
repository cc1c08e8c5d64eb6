package org.equipoise.statistics.answer;

/// A two-sided confidence interval; its limits belong to it.
public record Interval(double lower, double upper, double confidence) {
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("An interval runs upwards, not from " + lower + " to " + upper + ".");
        }
    }

    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
