package org.equipoise.models;

import java.util.Arrays;

/// A growing list of numbers, one for each whole day from day 0.
final class DailyValues {
    private double[] values = new double[128];
    private int days;

    int days() {
        return days;
    }

    double on(int day) {
        if (day >= days) {
            throw new IllegalArgumentException("Day " + day + " has no value yet; there are " + days + ".");
        }
        return values[day];
    }

    /// Yesterday's value, where the next one is about to be added.
    double last() {
        return on(days - 1);
    }

    void add(double value) {
        if (days == values.length) {
            values = Arrays.copyOf(values, 2 * days);
        }
        values[days++] = value;
    }
}
