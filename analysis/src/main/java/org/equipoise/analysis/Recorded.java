package org.equipoise.analysis;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.TreeMap;

/// How finely values were recorded.
final class Recorded {
    private Recorded() {}

    /// The decimals that most values were recorded with, the more of two that are as frequent: a table should not show
    /// three because one of sixty was written with three.
    static int decimals(Collection<BigDecimal> values) {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        values.forEach(value -> counts.merge(Math.max(0, value.scale()), 1, Integer::sum));
        int decimals = 0;
        int most = 0;
        for (var each : counts.entrySet()) {
            if (each.getValue() >= most) {
                most = each.getValue();
                decimals = each.getKey();
            }
        }
        return decimals;
    }
}
