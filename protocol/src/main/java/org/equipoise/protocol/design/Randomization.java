package org.equipoise.protocol.design;

import java.util.List;
import org.equipoise.language.expression.Condition;

/// How participants are allocated: the procedure and the factors it is stratified by.
///
/// @param participants how many are randomised in all
public record Randomization(String procedure, List<Integer> blockSizes, int participants, List<Factor> factors) {
    public Randomization {
        blockSizes = List.copyOf(blockSizes);
        factors = List.copyOf(factors);
    }

    /// A stratification factor. A participant's level is the first whose condition holds.
    public record Factor(String id, Label label, List<Level> levels) {
        public Factor {
            levels = List.copyOf(levels);
        }
    }

    public record Level(String id, Condition when) {}

    /// The strata in the order of the factors' levels: `nephritis=yes`, or the single stratum `all` where there is no
    /// factor.
    public List<String> strata() {
        List<String> strata = List.of("");
        for (Factor factor : factors) {
            strata = strata.stream()
                    .flatMap(prefix -> factor.levels().stream()
                            .map(level -> (prefix.isEmpty() ? "" : prefix + ";") + factor.id() + "=" + level.id()))
                    .toList();
        }
        return factors.isEmpty() ? List.of("all") : strata;
    }
}
