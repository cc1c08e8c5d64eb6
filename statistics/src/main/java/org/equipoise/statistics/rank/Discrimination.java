package org.equipoise.statistics.rank;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Estimate;
import org.equipoise.statistics.answer.Interval;
import org.equipoise.statistics.answer.Reason;
import org.equipoise.statistics.answer.TwoSided;
import org.equipoise.statistics.summary.Sample;

/// How well does a value tell two groups apart? The chance that a unit of the first has the greater one.
///
/// It is the area under the receiver operating characteristic: 1/2 for a coin, 1 for certainty; a tie counts half.
public record Discrimination(Sample first, Sample second) {
    private static final String DE_LONG = "area under the curve, DeLong's interval";
    private static final String SCORE =
            "area under the curve, Newcombe's score interval with Hanley and McNeil's variance";
    private static final int HALVINGS = 60;

    /// Any distribution; there is no answer where the groups are told apart in all pairs, or in none.
    ///
    /// Source: DeLong, DeLong and Clarke-Pearson, Biometrics 44 (1988) 837-845. Limits are kept within 0 and 1.
    public Answer<Estimate> deLong(double alpha) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(TwoSided.alpha(alpha) / 2);
        if (first.size() == 0 || second.size() == 0) {
            return new Answer.NotEstimable<>(DE_LONG, Reason.EMPTY_GROUP);
        }
        if (first.size() == 1 || second.size() == 1) {
            return new Answer.NotEstimable<>(DE_LONG, Reason.TOO_FEW_UNITS);
        }
        double variance = variance(placements(first, second)) / first.size()
                + variance(placements(second, first)) / second.size();
        if (variance == 0) {
            return new Answer.NotEstimable<>(DE_LONG, Reason.NO_VARIATION);
        }
        double margin = z * StrictMath.sqrt(variance);
        double area = area();
        var interval = new Interval(StrictMath.max(0, area - margin), StrictMath.min(1, area + margin), 1 - alpha);
        return new Answer.Found<>(new Estimate(DE_LONG, area, interval));
    }

    /// The variance at the limit, not at the estimate, that exponential values would have: an answer also where all
    /// pairs are told apart.
    ///
    /// Source: Newcombe, Statistics in Medicine 25 (2006) 559-573, method 5, after Hanley and McNeil, Radiology 143
    /// (1982) 29-36.
    public Answer<Estimate> score(double alpha) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(TwoSided.alpha(alpha) / 2);
        if (first.size() == 0 || second.size() == 0) {
            return new Answer.NotEstimable<>(SCORE, Reason.EMPTY_GROUP);
        }
        double area = area();
        double lower = limit(0, area, place -> area - place - z * StrictMath.sqrt(varianceAt(place)));
        double upper = limit(1, area, place -> place - area - z * StrictMath.sqrt(varianceAt(place)));
        return new Answer.Found<>(new Estimate(SCORE, area, new Interval(lower, upper, 1 - alpha)));
    }

    private double varianceAt(double area) {
        double others = ((double) first.size() + second.size()) / 2 - 1;
        double shared = others * ((1 - area) / (2 - area) + area / (1 + area));
        return area * (1 - area) * (1 + shared) / ((double) first.size() * second.size());
    }

    /// Where the distance stops to exceed its bound, between an end of the scale and the estimate.
    private static double limit(double end, double area, DoubleUnaryOperator excess) {
        double outside = end;
        double inside = area;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (outside + inside) / 2;
            if (excess.applyAsDouble(middle) > 0) {
                outside = middle;
            } else {
                inside = middle;
            }
        }
        return inside;
    }

    private double area() {
        return mean(placements(first, second));
    }

    /// For each value, the share of the other sample below it.
    private static double[] placements(Sample sample, Sample other) {
        return sample.values()
                .map(value -> (other.below(value) + other.upTo(value)) / 2.0 / other.size())
                .toArray();
    }

    private static double mean(double[] values) {
        return Sample.of(values).mean().orElseThrow();
    }

    private static double variance(double[] values) {
        double sd = Sample.of(values).standardDeviation().orElseThrow();
        return sd * sd;
    }
}
