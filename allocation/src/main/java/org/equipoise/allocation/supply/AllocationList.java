package org.equipoise.allocation.supply;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.protocol.design.Randomization;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.random.Seed;
import org.equipoise.statistics.sequence.PermutedBlocks;

/// Who comes next in each stratum: one sequence of arm codes a stratum, each long enough for everybody.
public final class AllocationList {
    /// The name under which the procedure is journalled and committed to; a change of what it draws is another version.
    public static final String PROCEDURE = "permuted-blocks/1";

    private final Map<String, int[]> sequences = new LinkedHashMap<>();
    private final Map<String, Integer> taken = new LinkedHashMap<>();
    private final List<ArmCode> codes;

    public AllocationList(Randomization plan, ArmCodes arms, Seed seed) {
        this.codes = arms.inOrder();
        PermutedBlocks procedure = new PermutedBlocks(arms.ratio(), plan.blockSizes());
        for (String stratum : plan.strata()) {
            RandomStream stream = seed.stream(RandomStream.key(PROCEDURE), RandomStream.key(stratum), 0);
            sequences.put(stratum, procedure.sequence(plan.participants(), stream));
        }
    }

    /// The arm code of the next position in the stratum.
    public ArmCode next(String stratum) {
        int[] sequence = sequence(stratum);
        int position = taken.getOrDefault(stratum, 0);
        taken.put(stratum, position + 1);
        return codes.get(sequence[position]);
    }

    /// Asks whether [#next] will answer, before anything is written down.
    ///
    /// @throws IllegalArgumentException if there is no such stratum
    /// @throws IllegalStateException if its list is used up
    public void require(String stratum) {
        sequence(stratum);
    }

    private int[] sequence(String stratum) {
        int[] sequence = sequences.get(stratum);
        if (sequence == null) {
            throw new IllegalArgumentException("the list has no stratum " + stratum);
        }
        if (taken.getOrDefault(stratum, 0) == sequence.length) {
            throw new IllegalStateException("the list has no position left in the stratum " + stratum);
        }
        return sequence;
    }
}
