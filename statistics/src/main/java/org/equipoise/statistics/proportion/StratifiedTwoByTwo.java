package org.equipoise.statistics.proportion;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToIntFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Interval;
import org.equipoise.statistics.answer.PointEstimate;
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
    private static final String POINT = "Mantel-Haenszel risk difference, Sato's standard error";

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
        var sums = MantelHaenszel.of(strata);
        if (!sums.compares()) {
            return new Answer.NotEstimable<>(METHOD, reason());
        }
        double p = sums.p();
        Interval interval = interval(comparing(), sums.difference(), p, alpha);
        return new Answer.Found<>(new RiskDifference(METHOD, sums.difference(), interval, sums.chiSquare(), p));
    }

    /// The Mantel-Haenszel risk difference with Sato's standard error, for those who pool or accumulate estimates.
    public Answer<PointEstimate> mantelHaenszel() {
        var sums = MantelHaenszel.of(strata);
        return sums.compares()
                ? new Answer.Found<>(new PointEstimate(POINT, sums.difference(), sums.standardError()))
                : new Answer.NotEstimable<>(POINT, reason());
    }

    /// Whether the Cochran-Mantel-Haenszel test rejects: what the interval of `riskDifference` says of 0, without the
    /// search for its limits. What cannot be compared rejects nothing.
    public boolean rejects(double alpha) {
        return p() < TwoSided.alpha(alpha);
    }

    /// Whether a stratum holds units of both groups.
    public boolean comparable() {
        return MantelHaenszel.of(strata).compares();
    }

    /// The Mantel-Haenszel risk difference; 0 where nothing can be compared.
    public double difference() {
        var sums = MantelHaenszel.of(strata);
        return sums.compares() ? sums.difference() : 0;
    }

    /// The Cochran-Mantel-Haenszel statistic without continuity correction; 0 where nothing can be compared.
    public double chiSquare() {
        return MantelHaenszel.of(strata).chiSquare();
    }

    /// The p of that statistic; 1 where nothing can be compared.
    public double p() {
        return MantelHaenszel.of(strata).p();
    }

    private Reason reason() {
        return empty(TwoByTwo::size1) || empty(TwoByTwo::size2) ? Reason.EMPTY_GROUP : Reason.NOT_COMPARABLE;
    }

    private boolean empty(ToIntFunction<TwoByTwo> size) {
        return strata.stream().mapToInt(size).allMatch(n -> n == 0);
    }

    private List<TwoByTwo> comparing() {
        return strata.stream().filter(TwoByTwo::compares).toList();
    }

    /// Inverts the score test on either side of the estimate.
    ///
    /// The test at 0 has been decided by p. Where it rejects, the limit is sought between 0 and the estimate;
    /// where it does not, beyond both: so test and interval agree to the last bit. A plain search from the estimate
    /// would not do: in tiny strata the statistic can rise and fall again (1/1 v 149/167 with 1/1 v 0/12).
    private static Interval interval(List<TwoByTwo> comparing, double estimate, double p, double alpha) {
        var test = new ScoreTest(comparing);
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(alpha / 2);
        DoubleUnaryOperator excess = delta -> test.excess(delta, z);
        boolean zeroRejected = p < alpha;
        double lower = zeroRejected
                ? Limit.between(estimate > 0 ? 0 : -1, estimate, excess)
                : Limit.between(-1, StrictMath.min(estimate, 0), excess);
        double upper = zeroRejected
                ? Limit.between(estimate < 0 ? 0 : 1, estimate, excess)
                : Limit.between(1, StrictMath.max(estimate, 0), excess);
        return new Interval(lower, upper, 1 - alpha);
    }
}
