package org.equipoise.statistics.rerandomization;

/// How extreme the responses are under an allocation; the greater, the more.
@FunctionalInterface
public interface Statistic {
    /// The group of every unit, in the order of the units.
    double of(int[] groups);
}
