package org.equipoise.statistics.proportion;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// The tests that refer a statistic of one table to chi-square with one degree of freedom.
final class ChiSquareTests {
    private ChiSquareTests() {}

    /// Source: Pearson, Philosophical Magazine 50 (1900) 157-175; Fisher, JRSS 85 (1922) 87-94.
    static double pearson(TwoByTwo table) {
        return p(pearsonStatistic(table));
    }

    static double pearsonStatistic(TwoByTwo table) {
        return squareOver(distance(table), table);
    }

    static double nMinus1(TwoByTwo table) {
        return p(pearsonStatistic(table) * (table.total() - 1) / table.total());
    }

    /// The correction is half an event and at most the whole distance, as in R's `chisq.test`.
    ///
    /// Source: Yates, Supplement to the JRSS 1 (1934) 217-235.
    static double yates(TwoByTwo table) {
        return p(squareOver(StrictMath.max(0, distance(table) - 0.5), table));
    }

    /// Source: Wilks, Annals of Mathematical Statistics 9 (1938) 60-62.
    static double likelihoodRatio(TwoByTwo table) {
        double events = table.events() / table.total();
        double chiSquare = 2
                * (term(table.events1(), table.size1() * events)
                        + term(table.size1() - table.events1(), table.size1() * (1 - events))
                        + term(table.events2(), table.size2() * events)
                        + term(table.size2() - table.events2(), table.size2() * (1 - events)));
        return p(StrictMath.max(0, chiSquare));
    }

    private static double term(int observed, double expected) {
        return observed == 0 ? 0 : observed * StrictMath.log(observed / expected);
    }

    /// How many events in group 1 lie beyond the number expected.
    private static double distance(TwoByTwo table) {
        return StrictMath.abs(table.weightedDifference());
    }

    private static double squareOver(double distance, TwoByTwo table) {
        double variance =
                table.weight() * table.events() * (table.total() - table.events()) / (table.total() * table.total());
        return variance == 0 ? 0 : distance * distance / variance;
    }

    private static double p(double chiSquare) {
        return ChiSquaredDistribution.of(1).survivalProbability(chiSquare);
    }
}
