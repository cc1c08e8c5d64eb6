package org.equipoise.statistics.proportion;

import java.util.List;

/// The Miettinen-Nurminen score test that the common difference of proportions is delta,
/// with Mantel-Haenszel weights n1 n2 / (n1 + n2).
///
/// Source: Miettinen and Nurminen, Statistics in Medicine 4 (1985) 213-226. Each stratum's variance carries their
/// factor N / (N - 1); with it the statistic at delta 0 is Cochran-Mantel-Haenszel's without continuity correction.
record ScoreTest(List<TwoByTwo> strata) {
    /// The squared distance of the weighted differences from delta, in units of their variance under delta.
    double chiSquare(double delta) {
        double distance = distance(delta);
        // Where no stratum varies, distance and variance are both 0 at delta 0; the statistic tends to 0 there.
        return distance == 0 ? 0 : distance * distance / variance(delta);
    }

    /// By how much the distance exceeds z standard deviations: above 0 exactly where the test rejects delta.
    ///
    /// Unlike the statistic it is finite at -1 and 1, where the variance is 0, and nearly straight in between.
    double excess(double delta, double z) {
        return StrictMath.abs(distance(delta)) - z * StrictMath.sqrt(variance(delta));
    }

    private double distance(double delta) {
        double distance = 0;
        for (TwoByTwo stratum : strata) {
            distance += stratum.weightedDifference() - stratum.weight() * delta;
        }
        return distance;
    }

    private double variance(double delta) {
        double variance = 0;
        for (TwoByTwo stratum : strata) {
            double weight = stratum.weight();
            variance += weight * weight * variance(stratum, delta);
        }
        return variance;
    }

    private static double variance(TwoByTwo stratum, double delta) {
        var p = RestrictedProportions.of(stratum, delta);
        double total = stratum.total();
        return (p.first() * (1 - p.first()) / stratum.size1() + p.second() * (1 - p.second()) / stratum.size2())
                * (total / (total - 1));
    }
}
