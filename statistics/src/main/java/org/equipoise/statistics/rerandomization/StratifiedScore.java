package org.equipoise.statistics.rerandomization;

import java.util.List;
import org.equipoise.statistics.proportion.StratifiedTwoByTwo;
import org.equipoise.statistics.proportion.TwoByTwo;

/// The Cochran-Mantel-Haenszel statistic of the units' responses under an allocation.
record StratifiedScore(List<Unit> units) implements Statistic {
    @Override
    public double of(int[] groups) {
        int strata = units.stream().mapToInt(unit -> unit.stratum() + 1).max().orElse(0);
        int[][] events = new int[strata][2];
        int[][] sizes = new int[strata][2];
        for (int i = 0; i < groups.length; i++) {
            Unit unit = units.get(i);
            switch (unit.response()) {
                case EVENT -> {
                    events[unit.stratum()][groups[i]]++;
                    sizes[unit.stratum()][groups[i]]++;
                }
                case NO_EVENT -> sizes[unit.stratum()][groups[i]]++;
                case UNKNOWN -> {}
            }
        }
        var tables = new TwoByTwo[strata];
        for (int h = 0; h < strata; h++) {
            tables[h] = new TwoByTwo(events[h][0], sizes[h][0], events[h][1], sizes[h][1]);
        }
        return StratifiedTwoByTwo.of(tables).chiSquare();
    }
}
