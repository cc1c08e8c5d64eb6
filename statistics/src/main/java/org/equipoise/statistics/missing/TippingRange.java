package org.equipoise.statistics.missing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.equipoise.statistics.proportion.StratifiedTwoByTwo;

/// Gathers what the ways to spread one guess over the strata have in common.
final class TippingRange {
    private final double alpha;
    private final Set<Conclusion> conclusions = EnumSet.noneOf(Conclusion.class);
    private double leastDifference = Double.POSITIVE_INFINITY;
    private double greatestDifference = Double.NEGATIVE_INFINITY;
    private double leastP = 1;
    private double greatestP;

    TippingRange(double alpha) {
        this.alpha = alpha;
    }

    void add(StratifiedTwoByTwo tables) {
        double difference = tables.difference();
        double p = tables.p();
        leastDifference = StrictMath.min(leastDifference, difference);
        greatestDifference = StrictMath.max(greatestDifference, difference);
        leastP = StrictMath.min(leastP, p);
        greatestP = StrictMath.max(greatestP, p);
        conclusions.add(conclusion(difference, p));
    }

    TippingCell cell(int events1, int events2) {
        return new TippingCell(
                events1, events2, leastDifference, greatestDifference, leastP, greatestP, List.copyOf(conclusions));
    }

    private Conclusion conclusion(double difference, double p) {
        if (!(p < alpha)) {
            return Conclusion.NOT_SHOWN;
        }
        return difference > 0 ? Conclusion.FIRST_GREATER : Conclusion.SECOND_GREATER;
    }
}
