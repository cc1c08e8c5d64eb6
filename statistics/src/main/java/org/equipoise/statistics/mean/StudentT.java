package org.equipoise.statistics.mean;

import org.apache.commons.statistics.distribution.TDistribution;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Interval;
import org.equipoise.statistics.answer.MeanDifference;
import org.equipoise.statistics.answer.Reason;

/// An estimate with its standard error, referred to Student's t.
record StudentT(String method, double estimate, double standardError, double degreesOfFreedom) {
    /// A standard error below this share of the values is rounding, as in R's `t.test`.
    private static final double ROUNDING = 10 * 0x1.0p-52;

    /// The answer, unless the error is indistinguishable from zero beside values of the given magnitude.
    Answer<MeanDifference> answer(double magnitude, double alpha) {
        if (standardError <= ROUNDING * magnitude) {
            return new Answer.NotEstimable<>(method, Reason.NO_VARIATION);
        }
        var distribution = TDistribution.of(degreesOfFreedom);
        double t = estimate / standardError;
        double p = 2 * distribution.survivalProbability(StrictMath.abs(t));
        double margin = distribution.inverseSurvivalProbability(alpha / 2) * standardError;
        var interval = new Interval(estimate - margin, estimate + margin, 1 - alpha);
        return new Answer.Found<>(
                new MeanDifference(method, estimate, standardError, degreesOfFreedom, interval, t, p));
    }
}
