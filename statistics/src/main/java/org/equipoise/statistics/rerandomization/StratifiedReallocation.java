package org.equipoise.statistics.rerandomization;

import java.util.List;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.sequence.Procedure;

/// Every stratum has a sequence of its own, dealt to its units in the order in which they came.
///
/// @param strata the stratum of each unit, counted from 0, in the order of allocation: all units that took a place in a
/// sequence, also those without a response
public record StratifiedReallocation(Procedure procedure, List<Integer> strata) implements Reallocation {
    public StratifiedReallocation {
        strata = List.copyOf(strata);
        if (strata.stream().anyMatch(stratum -> stratum < 0)) {
            throw new IllegalArgumentException("Strata count from 0.");
        }
    }

    @Override
    public int[] draw(RandomStream stream) {
        int[] sizes =
                new int[strata.stream().mapToInt(stratum -> stratum + 1).max().orElse(0)];
        strata.forEach(stratum -> sizes[stratum]++);
        int[][] sequences = new int[sizes.length][];
        for (int stratum = 0; stratum < sizes.length; stratum++) {
            sequences[stratum] = procedure.sequence(sizes[stratum], stream);
        }
        int[] dealt = new int[sizes.length];
        return strata.stream()
                .mapToInt(stratum -> sequences[stratum][dealt[stratum]++])
                .toArray();
    }
}
