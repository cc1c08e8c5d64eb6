package org.equipoise.statistics.proportion;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Estimate;
import org.equipoise.statistics.answer.Interval;
import org.equipoise.statistics.answer.Reason;
import org.equipoise.statistics.answer.TwoSided;

/// How many units of a group have a property.
public record Proportion(int events, int size) {
    private static final String WILSON = "Wilson interval";
    private static final String CLOPPER_PEARSON = "Clopper-Pearson interval";

    public Proportion {
        if (events < 0 || events > size) {
            throw new IllegalArgumentException(
                    "A proportion has between 0 and " + size + " events of " + size + ", not " + events + ".");
        }
    }

    /// The proportion with Wilson's score interval, without continuity correction.
    ///
    /// Source: Wilson, JASA 22 (1927) 209-212; Newcombe, Statistics in Medicine 17 (1998) 857-872, method 3.
    public Answer<Estimate> wilson(double alpha) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(TwoSided.alpha(alpha) / 2);
        if (size == 0) {
            return new Answer.NotEstimable<>(WILSON, Reason.EMPTY_GROUP);
        }
        double n = size;
        double observed = events / n;
        double shrink = 1 + z * z / n;
        double centre = (observed + z * z / (2 * n)) / shrink;
        double half = z / shrink * StrictMath.sqrt(observed * (1 - observed) / n + z * z / (4 * n * n));
        var interval = new Interval(events == 0 ? 0 : centre - half, events == size ? 1 : centre + half, 1 - alpha);
        return new Answer.Found<>(new Estimate(WILSON, observed, interval));
    }

    /// The proportion with the interval that inverts the two one-sided binomial tests: it covers at least 1 - alpha.
    ///
    /// Source: Clopper and Pearson, Biometrika 26 (1934) 404-413.
    public Answer<Estimate> clopperPearson(double alpha) {
        double tail = TwoSided.alpha(alpha) / 2;
        if (size == 0) {
            return new Answer.NotEstimable<>(CLOPPER_PEARSON, Reason.EMPTY_GROUP);
        }
        int rest = size - events;
        double lower = events == 0 ? 0 : BetaDistribution.of(events, rest + 1.0).inverseCumulativeProbability(tail);
        double upper = rest == 0 ? 1 : BetaDistribution.of(events + 1.0, rest).inverseSurvivalProbability(tail);
        var interval = new Interval(lower, upper, 1 - alpha);
        return new Answer.Found<>(new Estimate(CLOPPER_PEARSON, (double) events / size, interval));
    }
}
