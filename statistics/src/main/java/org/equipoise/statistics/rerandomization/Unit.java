package org.equipoise.statistics.rerandomization;

/// One unit as it was allocated, group 0 or 1, and what came of it.
public record Unit(int stratum, int group, Response response) {
    /// What is known of a unit's response; an unknown one counts in no table, but its place in the sequence stays.
    public enum Response {
        EVENT,
        NO_EVENT,
        UNKNOWN
    }

    public Unit {
        if (stratum < 0 || group < 0 || group > 1) {
            throw new IllegalArgumentException(
                    "Strata count from 0 and groups are 0 and 1, not stratum " + stratum + ", group " + group + ".");
        }
    }
}
