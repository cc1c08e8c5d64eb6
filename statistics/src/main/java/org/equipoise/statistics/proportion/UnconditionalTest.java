package org.equipoise.statistics.proportion;

import java.util.function.ToDoubleFunction;

/// Exact tests of one table with nothing but the sizes of the groups given: the probability of what is at least as
/// extreme as the table, at the common proportion that makes it greatest.
///
/// Tables that tie with the observed one belong to what is as extreme. They tie in exact arithmetic and differ in the
/// last bits of a double, hence the factor; implementations without it lose tables and report too small a p
/// (`reference/two-by-two`).
final class UnconditionalTest {
    private static final int POINTS_A_UNIT = 8;
    private static final double NEAR_THE_BEST = 0.95;
    private static final double GOLDEN = (StrictMath.sqrt(5) - 1) / 2;
    private static final double NARROW = 1e-9;

    private final RejectionRegion asExtreme;
    private final int points;

    /// The less an order, the more extreme a table.
    private UnconditionalTest(TwoByTwo table, ToDoubleFunction<TwoByTwo> order) {
        double limit = order.applyAsDouble(table) * FisherTest.TIE;
        asExtreme = RejectionRegion.of(table.size1(), table.size2(), other -> order.applyAsDouble(other) <= limit);
        points = POINTS_A_UNIT * (table.size1() + table.size2());
    }

    /// Two-sided by doubling the smaller one-sided p. Source: Boschloo, Statistica Neerlandica 24 (1970) 1-35.
    static double boschlooByTail(TwoByTwo table) {
        double greater = new UnconditionalTest(table, other -> new FisherTest(other).greater()).greatest();
        double less = new UnconditionalTest(table, other -> new FisherTest(other).less()).greatest();
        return StrictMath.min(1, 2 * StrictMath.min(greater, less));
    }

    static double boschlooByLikelihood(TwoByTwo table) {
        return new UnconditionalTest(table, other -> new FisherTest(other).byLikelihood()).greatest();
    }

    /// Source: Suissa and Shuster, JRSS A 148 (1985) 317-327.
    static double barnard(TwoByTwo table) {
        return new UnconditionalTest(table, other -> 1 / (1 + ChiSquareTests.pearsonStatistic(other))).greatest();
    }

    /// On the scale of angles, on which binomial probabilities are about equally wide everywhere.
    private double greatest() {
        double[] heights = new double[points + 1];
        double best = 0;
        for (int point = 0; point <= points; point++) {
            heights[point] = height(angle(point));
            best = StrictMath.max(best, heights[point]);
        }
        double greatest = best;
        for (int point = 1; point < points; point++) {
            boolean summit = heights[point] >= heights[point - 1] && heights[point] >= heights[point + 1];
            if (summit && heights[point] >= NEAR_THE_BEST * best) {
                greatest = StrictMath.max(greatest, summit(angle(point - 1), angle(point + 1)));
            }
        }
        return StrictMath.min(1, greatest);
    }

    /// Golden section: where the probability has one summit between two angles, its height.
    private double summit(double from, double to) {
        double low = from;
        double high = to;
        while (high - low > NARROW) {
            double one = high - GOLDEN * (high - low);
            double other = low + GOLDEN * (high - low);
            if (height(one) > height(other)) {
                high = other;
            } else {
                low = one;
            }
        }
        return height((low + high) / 2);
    }

    private double angle(int point) {
        return StrictMath.PI / 2 * point / points;
    }

    private double height(double angle) {
        double sine = StrictMath.sin(angle);
        return asExtreme.power(sine * sine, sine * sine);
    }
}
