package org.equipoise.statistics.guess;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Estimate;
import org.equipoise.statistics.answer.Interval;
import org.equipoise.statistics.answer.Reason;
import org.equipoise.statistics.answer.TwoSided;

/// What the units of two groups guessed of their groups.
public record TwoGroupsGuesses(Guesses first, Guesses second) {
    private static final String JAMES = "James's index";

    /// 1 where nobody ventures a guess, 1/2 where guesses are like a coin's, 0 where all guess rightly.
    ///
    /// There is no answer where those who guess are of one group and guess it, so that nothing would be wrong by
    /// chance.
    /// Where the variance is 0 the interval is a point, as that of the source.
    /// Source: James, Bloch, Lee, Kraemer and Fuller, Statistics in Medicine 15 (1996) 1421-1434.
    public Answer<Estimate> james(double alpha) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(TwoSided.alpha(alpha) / 2);
        if (first.size() == 0 || second.size() == 0) {
            return new Answer.NotEstimable<>(JAMES, Reason.EMPTY_GROUP);
        }
        double size = first.size() + second.size();
        var shares = new JamesIndex(
                first.right() / size, first.wrong() / size, second.wrong() / size, second.right() / size);
        if (shares.guessed() > 0 && shares.chance() == 0) {
            return new Answer.NotEstimable<>(JAMES, Reason.NO_VARIATION);
        }
        double index = shares.index();
        double margin = z * StrictMath.sqrt(shares.variance() / size);
        var interval = new Interval(StrictMath.max(0, index - margin), StrictMath.min(1, index + margin), 1 - alpha);
        return new Answer.Found<>(new Estimate(JAMES, index, interval));
    }
}
