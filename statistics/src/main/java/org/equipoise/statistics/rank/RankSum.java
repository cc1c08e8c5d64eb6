package org.equipoise.statistics.rank;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Estimate;
import org.equipoise.statistics.answer.Interval;
import org.equipoise.statistics.answer.Reason;
import org.equipoise.statistics.answer.TestResult;
import org.equipoise.statistics.answer.TwoSided;
import org.equipoise.statistics.summary.Sample;

/// Does one sample lie above the other, and by what shift?
///
/// Source: Wilcoxon, Biometrics Bulletin 1 (1945) 80-83; Mann and Whitney, Annals of Mathematical Statistics 18 (1947)
/// 50-60.
public record RankSum(Sample first, Sample second) {
    private static final String EXACT = "Wilcoxon rank-sum test, exact";
    private static final String NORMAL = "Wilcoxon rank-sum test, normal approximation with ties";
    private static final String CORRECTED = NORMAL + " and continuity correction";
    private static final String SHIFT = "Hodges-Lehmann shift, Moses's interval";

    /// From here on R prefers the normal approximation, and so do we.
    private static final int MANY = 50;

    /// Exact where no values tie and both samples have fewer than 50, otherwise normal with continuity correction: the
    /// choice of R's `wilcox.test`.
    public Answer<TestResult> test() {
        return exactly() ? exact() : normal(true);
    }

    /// Whether `test` and `shift` use the exact distribution.
    public boolean exactly() {
        return first.size() < MANY && second.size() < MANY && !RankTies.any(first, second);
    }

    private Answer<TestResult> exact() {
        if (first.size() == 0 || second.size() == 0) {
            return new Answer.NotEstimable<>(EXACT, Reason.EMPTY_GROUP);
        }
        double u = u();
        double least = StrictMath.min(u, pairs() - u);
        double tail = RankSumDistribution.of(first.size(), second.size()).cumulative((int) least);
        return new Answer.Found<>(new TestResult(EXACT, StrictMath.min(1, 2 * tail)));
    }

    /// Asymptotic, with the variance that ties leave.
    public Answer<TestResult> normal(boolean continuityCorrection) {
        String method = continuityCorrection ? CORRECTED : NORMAL;
        if (first.size() == 0 || second.size() == 0) {
            return new Answer.NotEstimable<>(method, Reason.EMPTY_GROUP);
        }
        double total = (double) first.size() + second.size();
        double variance = pairs() / 12 * (total + 1 - RankTies.cubes(first, second) / (total * (total - 1)));
        if (variance <= 0) {
            return new Answer.NotEstimable<>(method, Reason.NO_VARIATION);
        }
        double correction = continuityCorrection ? 0.5 : 0;
        double distance = StrictMath.max(0, StrictMath.abs(u() - pairs() / 2) - correction);
        double z = distance / StrictMath.sqrt(variance);
        return new Answer.Found<>(
                new TestResult(method, 2 * NormalDistribution.of(0, 1).survivalProbability(z)));
    }

    /// The median of all differences of a value of the first sample and one of the second.
    ///
    /// The limits are differences too, counted in from both ends by the exact distribution of the rank sum, or by
    /// the normal one where `test` uses that. Samples too small for any rejection bound nothing.
    /// Source: Hodges and Lehmann, Annals of Mathematical Statistics 34 (1963) 598-611; Moses in Walker and Lev,
    /// "Statistical inference" (1953), chapter 18; Hollander and Wolfe, "Nonparametric statistical methods", 4.3.
    public Answer<Estimate> shift(double alpha) {
        double tail = TwoSided.alpha(alpha) / 2;
        if (first.size() == 0 || second.size() == 0) {
            return new Answer.NotEstimable<>(SHIFT, Reason.EMPTY_GROUP);
        }
        int outside = exactly() ? exactlyOutside(tail) : normallyOutside(tail);
        if (outside < 1) {
            return new Answer.NotEstimable<>(SHIFT, Reason.TOO_FEW_UNITS);
        }
        double[] differences = differences();
        Arrays.sort(differences);
        var interval = new Interval(differences[outside - 1], differences[differences.length - outside], 1 - alpha);
        double median = Sample.of(differences).median().orElseThrow();
        return new Answer.Found<>(new Estimate(SHIFT, median, interval));
    }

    /// How many differences lie outside on either side: the most for which the rank sum errs at most alpha.
    private int exactlyOutside(double tail) {
        var distribution = RankSumDistribution.of(first.size(), second.size());
        int outside = 0;
        while (distribution.cumulative(outside) <= tail) {
            outside++;
        }
        return outside;
    }

    private int normallyOutside(double tail) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
        double spread = StrictMath.sqrt(pairs() * ((double) first.size() + second.size() + 1) / 12);
        return (int) StrictMath.floor(pairs() / 2 - z * spread);
    }

    private double[] differences() {
        return first.values().flatMap(x -> second.values().map(y -> x - y)).toArray();
    }

    /// The pairs in which the first sample's value is the greater one; a tie counts half.
    private double u() {
        return first.values().map(x -> (second.below(x) + second.upTo(x)) / 2.0).sum();
    }

    private double pairs() {
        return (double) first.size() * second.size();
    }
}
