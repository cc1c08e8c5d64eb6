package org.equipoise.statistics.proportion;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Estimate;
import org.equipoise.statistics.answer.Interval;
import org.equipoise.statistics.answer.Reason;
import org.equipoise.statistics.answer.TwoSided;

/// How far apart are the proportions of two groups, first against second, on each of three scales?
///
/// One table without strata, with the intervals that reports print most often; none of them need agree with a test.
public record TwoProportions(TwoByTwo table) {
    private static final String NEWCOMBE = "risk difference, Newcombe's interval of two Wilson intervals";
    private static final String RISK_RATIO = "risk ratio, Wald interval of its logarithm";
    private static final String ODDS_RATIO = "odds ratio, Woolf's interval";

    /// Each side of the interval joins the near limits of both groups' Wilson intervals.
    ///
    /// Source: Newcombe, Statistics in Medicine 17 (1998) 873-890, method 10, without continuity correction.
    public Answer<Estimate> riskDifference(double alpha) {
        if (!(first().wilson(alpha) instanceof Answer.Found(Estimate one))
                || !(second().wilson(alpha) instanceof Answer.Found(Estimate two))) {
            return new Answer.NotEstimable<>(NEWCOMBE, Reason.EMPTY_GROUP);
        }
        double difference = one.value() - two.value();
        double down = StrictMath.hypot(
                one.value() - one.interval().lower(), two.interval().upper() - two.value());
        double up = StrictMath.hypot(
                one.interval().upper() - one.value(),
                two.value() - two.interval().lower());
        var interval = new Interval(difference - down, difference + up, 1 - alpha);
        return new Answer.Found<>(new Estimate(NEWCOMBE, difference, interval));
    }

    /// Source: Katz, Baptista, Azen and Pike, Biometrics 34 (1978) 469-474, interval C.
    public Answer<Estimate> riskRatio(double alpha) {
        TwoSided.alpha(alpha);
        if (!table.compares()) {
            return new Answer.NotEstimable<>(RISK_RATIO, Reason.EMPTY_GROUP);
        }
        if (table.events1() == 0 || table.events2() == 0) {
            return new Answer.NotEstimable<>(RISK_RATIO, Reason.EMPTY_CELL);
        }
        double variance = 1.0 / table.events1() - 1.0 / table.size1() + 1.0 / table.events2() - 1.0 / table.size2();
        if (variance == 0) {
            return new Answer.NotEstimable<>(RISK_RATIO, Reason.NO_VARIATION);
        }
        double ratio = (double) table.events1() * table.size2() / ((double) table.events2() * table.size1());
        return new Answer.Found<>(ratio(RISK_RATIO, ratio, variance, alpha));
    }

    /// Source: Woolf, Annals of Human Genetics 19 (1955) 251-253.
    public Answer<Estimate> oddsRatio(double alpha) {
        TwoSided.alpha(alpha);
        if (!table.compares()) {
            return new Answer.NotEstimable<>(ODDS_RATIO, Reason.EMPTY_GROUP);
        }
        double a = table.events1();
        double b = table.size1() - a;
        double c = table.events2();
        double d = table.size2() - c;
        if (a * b * c * d == 0) {
            return new Answer.NotEstimable<>(ODDS_RATIO, Reason.EMPTY_CELL);
        }
        return new Answer.Found<>(ratio(ODDS_RATIO, a * d / (b * c), 1 / a + 1 / b + 1 / c + 1 / d, alpha));
    }

    private static Estimate ratio(String method, double ratio, double varianceOfLog, double alpha) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(alpha / 2);
        double factor = StrictMath.exp(z * StrictMath.sqrt(varianceOfLog));
        return new Estimate(method, ratio, new Interval(ratio / factor, ratio * factor, 1 - alpha));
    }

    private Proportion first() {
        return new Proportion(table.events1(), table.size1());
    }

    private Proportion second() {
        return new Proportion(table.events2(), table.size2());
    }
}
