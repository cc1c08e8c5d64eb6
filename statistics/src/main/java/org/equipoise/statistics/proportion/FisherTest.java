package org.equipoise.statistics.proportion;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/// Fisher's exact test: the events in group 1, given the number of events in both groups.
///
/// Source: Fisher, JRSS 98 (1935) 39-54.
record FisherTest(TwoByTwo table) {
    /// Probabilities this near are those of tables that are equally likely, as in R's `fisher.test`.
    static final double TIE = 1 + 1e-7;

    /// As many events in group 1, or more.
    double greater() {
        return StrictMath.min(1, given().survivalProbability(table.events1() - 1));
    }

    /// As many events in group 1, or fewer.
    double less() {
        return StrictMath.min(1, given().cumulativeProbability(table.events1()));
    }

    /// The tables that are at most as likely.
    double byLikelihood() {
        HypergeometricDistribution given = given();
        double limit = given.probability(table.events1()) * TIE;
        double p = 0;
        for (int events = given.getSupportLowerBound(); events <= given.getSupportUpperBound(); events++) {
            double probability = given.probability(events);
            p += probability <= limit ? probability : 0;
        }
        return StrictMath.min(1, p);
    }

    private HypergeometricDistribution given() {
        return HypergeometricDistribution.of(
                table.size1() + table.size2(), table.events1() + table.events2(), table.size1());
    }
}
