package org.equipoise.statistics.guess;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Estimate;
import org.equipoise.statistics.answer.Interval;
import org.equipoise.statistics.answer.Reason;
import org.equipoise.statistics.answer.TwoSided;

/// What the units of one group guessed of their group: rightly, wrongly, or that they do not know.
public record Guesses(int right, int wrong, int undecided) {
    private static final String BANG = "Bang's index";

    public Guesses {
        if (right < 0 || wrong < 0 || undecided < 0) {
            throw new IllegalArgumentException(
                    "Guesses are counted from 0, not " + right + ", " + wrong + " and " + undecided + ".");
        }
    }

    /// By how much right guesses exceed wrong ones, as a share of all units: 1 where all guess rightly, 0 where guesses
    /// are like a coin's, -1 where all guess wrongly.
    ///
    /// Where all units say the same, the interval is a point, as that of the source.
    /// Source: Bang, Ni and Davis, Controlled Clinical Trials 25 (2004) 143-156, with its Wald interval.
    public Answer<Estimate> bang(double alpha) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(TwoSided.alpha(alpha) / 2);
        if (size() == 0) {
            return new Answer.NotEstimable<>(BANG, Reason.EMPTY_GROUP);
        }
        double p = right / size();
        double q = wrong / size();
        double margin = z * StrictMath.sqrt((p * (1 - p) + q * (1 - q) + 2 * p * q) / size());
        var interval = new Interval(StrictMath.max(-1, p - q - margin), StrictMath.min(1, p - q + margin), 1 - alpha);
        return new Answer.Found<>(new Estimate(BANG, p - q, interval));
    }

    double size() {
        return (double) right + wrong + undecided;
    }
}
