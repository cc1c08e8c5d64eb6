package org.equipoise.statistics.proportion;

import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// The sums over strata from which estimate, test and standard error of a common difference of proportions follow.
///
/// A stratum with units in one group only adds nothing to any of them.
record MantelHaenszel(double weight, double surplus, double nullVariance, double skew, double spread) {
    static MantelHaenszel of(List<TwoByTwo> strata) {
        double weight = 0;
        double surplus = 0;
        double nullVariance = 0;
        double skew = 0;
        double spread = 0;
        for (TwoByTwo t : strata) {
            if (t.compares()) {
                double total = t.total();
                weight += t.weight();
                surplus += t.weightedDifference();
                nullVariance += t.weight() * t.events() * (total - t.events()) / (total * (total - 1));
                skew += t.skew();
                spread += t.spread();
            }
        }
        return new MantelHaenszel(weight, surplus, nullVariance, skew, spread);
    }

    boolean compares() {
        return weight > 0;
    }

    /// Source: Mantel and Haenszel, JNCI 22 (1959) 719-748; Greenland and Robins, Biometrics 41 (1985) 55-68.
    double difference() {
        return surplus / weight;
    }

    /// Events in group 1 against their hypergeometric expectation and variance in each stratum.
    ///
    /// Source: Cochran, Biometrics 10 (1954) 417-451, with the variance of Mantel and Haenszel (1959).
    double chiSquare() {
        return nullVariance == 0 ? 0 : surplus * surplus / nullVariance;
    }

    double p() {
        return ChiSquaredDistribution.of(1).survivalProbability(chiSquare());
    }

    /// Valid for few large strata and for many small ones. Source: Sato, Biometrics 45 (1989) 1323-1324.
    double standardError() {
        return StrictMath.sqrt(StrictMath.max(0, difference() * skew + spread)) / weight;
    }
}
