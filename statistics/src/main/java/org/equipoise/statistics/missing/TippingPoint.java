package org.equipoise.statistics.missing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Reason;
import org.equipoise.statistics.answer.TwoSided;
import org.equipoise.statistics.proportion.StratifiedTwoByTwo;
import org.equipoise.statistics.proportion.TwoByTwo;

/// How many of the unknown responses would have to be events, in each group, for the conclusion to turn?
///
/// Every number from none to all is tried in both groups, and for each pair of numbers every way to spread the events
/// over the strata, because the stratified test depends on it. Nothing is assumed and nothing is drawn.
/// Source: Yan, Lee and Li, Journal of Biopharmaceutical Statistics 19 (2009) 1085-1098; the strata are ours.
public record TippingPoint(List<PartialTwoByTwo> strata) {
    private static final String METHOD = "Cochran-Mantel-Haenszel test without continuity correction and "
            + "Mantel-Haenszel risk difference, over all ways to fill in unknown responses";
    private static final long MOST_WAYS = 2_000_000;

    public TippingPoint {
        strata = List.copyOf(strata);
    }

    public Answer<TippingGrid> grid(double alpha) {
        TwoSided.alpha(alpha);
        if (!new StratifiedTwoByTwo(filledWithNone()).comparable()) {
            return new Answer.NotEstimable<>(METHOD, Reason.NOT_COMPARABLE);
        }
        if (ways() > MOST_WAYS) {
            return new Answer.NotEstimable<>(METHOD, Reason.TOO_MANY_WAYS);
        }
        int unknown1 = sum(PartialTwoByTwo::unknown1);
        int unknown2 = sum(PartialTwoByTwo::unknown2);
        var ranges = new TippingRange[unknown1 + 1][unknown2 + 1];
        for (int events1 = 0; events1 <= unknown1; events1++) {
            for (int events2 = 0; events2 <= unknown2; events2++) {
                ranges[events1][events2] = new TippingRange(alpha);
            }
        }
        fill(0, 0, 0, new ArrayList<>(), ranges);
        return new Answer.Found<>(new TippingGrid(METHOD, alpha, unknown1, unknown2, cells(ranges)));
    }

    private void fill(int stratum, int events1, int events2, List<TwoByTwo> filled, TippingRange[][] ranges) {
        if (stratum == strata.size()) {
            ranges[events1][events2].add(new StratifiedTwoByTwo(filled));
            return;
        }
        PartialTwoByTwo partial = strata.get(stratum);
        for (int here1 = 0; here1 <= partial.unknown1(); here1++) {
            for (int here2 = 0; here2 <= partial.unknown2(); here2++) {
                filled.add(partial.filled(here1, here2));
                fill(stratum + 1, events1 + here1, events2 + here2, filled, ranges);
                filled.removeLast();
            }
        }
    }

    private static List<TippingCell> cells(TippingRange[][] ranges) {
        var cells = new ArrayList<TippingCell>();
        for (int events1 = 0; events1 < ranges.length; events1++) {
            for (int events2 = 0; events2 < ranges[events1].length; events2++) {
                cells.add(ranges[events1][events2].cell(events1, events2));
            }
        }
        return cells;
    }

    private List<TwoByTwo> filledWithNone() {
        return strata.stream().map(partial -> partial.filled(0, 0)).toList();
    }

    private double ways() {
        return strata.stream()
                .mapToDouble(partial -> (partial.unknown1() + 1.0) * (partial.unknown2() + 1.0))
                .reduce(1, (one, other) -> one * other);
    }

    private int sum(ToIntFunction<PartialTwoByTwo> unknown) {
        return strata.stream().mapToInt(unknown).sum();
    }
}
