package org.equipoise.statistics.proportion;

import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.ToIntFunction;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Interval;
import org.equipoise.statistics.answer.Reason;
import org.equipoise.statistics.answer.RiskDifference;
import org.equipoise.statistics.answer.TwoSided;

/// Does the proportion of events differ between two groups, stratum by stratum, and by how much?
///
/// One family answers both: the Cochran-Mantel-Haenszel test without continuity correction is the score test that
/// the interval inverts, so the interval excludes 0 exactly when p < alpha.
public record StratifiedTwoByTwo(List<TwoByTwo> strata) {
    private static final String METHOD = "Cochran-Mantel-Haenszel test without continuity correction, "
            + "Mantel-Haenszel risk difference, stratified Miettinen-Nurminen interval";
    private static final double NARROW = 1e-15;

    public StratifiedTwoByTwo {
        strata = List.copyOf(strata);
    }

    public static StratifiedTwoByTwo of(TwoByTwo... strata) {
        return new StratifiedTwoByTwo(List.of(strata));
    }

    /// Proportion of group 1 minus proportion of group 2, with a 1 - alpha interval.
    ///
    /// Where every comparing stratum has only events, or none, the test statistic is 0 / 0; its limit as the
    /// difference tends to 0 is 0, so p is 1, and the interval still says what the sizes allow.
    public Answer<RiskDifference> riskDifference(double alpha) {
        TwoSided.alpha(alpha);
        if (empty(TwoByTwo::size1) || empty(TwoByTwo::size2)) {
            return new Answer.NotEstimable<>(METHOD, Reason.EMPTY_GROUP);
        }
        List<TwoByTwo> comparing = strata.stream().filter(TwoByTwo::compares).toList();
        if (comparing.isEmpty()) {
            return new Answer.NotEstimable<>(METHOD, Reason.NOT_COMPARABLE);
        }
        double estimate = mantelHaenszel(comparing);
        double chiSquare = cochranMantelHaenszel(comparing);
        double p = ChiSquaredDistribution.of(1).survivalProbability(chiSquare);
        Interval interval = interval(new ScoreTest(comparing), estimate, p, alpha);
        return new Answer.Found<>(new RiskDifference(METHOD, estimate, interval, chiSquare, p));
    }

    private boolean empty(ToIntFunction<TwoByTwo> size) {
        return strata.stream().mapToInt(size).allMatch(n -> n == 0);
    }

    /// Source: Mantel and Haenszel, JNCI 22 (1959) 719-748; Greenland and Robins, Biometrics 41 (1985) 55-68.
    private static double mantelHaenszel(List<TwoByTwo> strata) {
        return strata.stream().mapToDouble(TwoByTwo::weightedDifference).sum()
                / strata.stream().mapToDouble(TwoByTwo::weight).sum();
    }

    /// Events in group 1 against their hypergeometric expectation and variance in each stratum.
    ///
    /// Source: Cochran, Biometrics 10 (1954) 417-451, with the variance of Mantel and Haenszel (1959).
    private static double cochranMantelHaenszel(List<TwoByTwo> strata) {
        double surplus = 0;
        double variance = 0;
        for (TwoByTwo t : strata) {
            double total = t.total();
            surplus += t.weightedDifference();
            variance += t.weight() * t.events() * (total - t.events()) / (total * (total - 1));
        }
        return variance == 0 ? 0 : surplus * surplus / variance;
    }

    /// Inverts the score test on either side of the estimate.
    ///
    /// The test at 0 has been decided by p. Where it rejects, the limit is sought between 0 and the estimate;
    /// where it does not, beyond both: so test and interval agree to the last bit. A plain search from the estimate
    /// would not do: in tiny strata the statistic can rise and fall again (1/1 v 149/167 with 1/1 v 0/12).
    private static Interval interval(ScoreTest test, double estimate, double p, double alpha) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(alpha / 2);
        DoublePredicate rejects = delta -> test.chiSquare(delta) > z * z;
        boolean zeroRejected = p < alpha;
        double lower = zeroRejected
                ? limit(estimate > 0 ? 0 : -1, estimate, rejects)
                : limit(-1, StrictMath.min(estimate, 0), rejects);
        double upper = zeroRejected
                ? limit(estimate < 0 ? 0 : 1, estimate, rejects)
                : limit(1, StrictMath.max(estimate, 0), rejects);
        return new Interval(lower, upper, 1 - alpha);
    }

    /// Where rejection ends between a rejected and an accepted difference, by bisection.
    private static double limit(double rejected, double accepted, DoublePredicate rejects) {
        double outside = rejected;
        double inside = accepted;
        while (StrictMath.abs(inside - outside) > NARROW) {
            double middle = (outside + inside) / 2;
            if (rejects.test(middle)) {
                outside = middle;
            } else {
                inside = middle;
            }
        }
        return (outside + inside) / 2;
    }
}
