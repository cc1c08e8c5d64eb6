package org.equipoise.statistics.mean;

/// One unit: its group, its stratum and its value.
public record Observation(int group, int stratum, double value) {
    public Observation {
        if (group < 0 || stratum < 0) {
            throw new IllegalArgumentException("Groups and strata count from 0.");
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("An observation holds a finite value, not " + value + ".");
        }
    }
}
