package org.equipoise.statistics.missing;

import java.util.List;

/// One guess of how many unknown responses were events in each group, over all ways to spread them over the strata.
///
/// Several strata give a range: the guess says how many, not where. With one stratum, least and greatest are equal.
///
/// @param conclusions what may be concluded, in the order of `Conclusion`: one, unless it hangs on the strata
public record TippingCell(
        int events1,
        int events2,
        double leastDifference,
        double greatestDifference,
        double leastP,
        double greatestP,
        List<Conclusion> conclusions) {
    public TippingCell {
        conclusions = List.copyOf(conclusions);
    }

    /// Whether the conclusion follows however the events are spread.
    public boolean always(Conclusion conclusion) {
        return conclusions.equals(List.of(conclusion));
    }
}
