package org.equipoise.statistics.mean;

import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.MeanDifference;
import org.equipoise.statistics.answer.Reason;
import org.equipoise.statistics.answer.TwoSided;
import org.equipoise.statistics.summary.Sample;

/// Do the means of two independent groups differ, and by how much? First minus second.
public record DifferenceOfMeans(Sample first, Sample second) {
    private static final String POOLED = "Student t test with pooled variance";
    private static final String WELCH = "Welch t test";

    /// One variance for both groups. Source: Student, Biometrika 6 (1908) 1-25; Fisher, Metron 5 (1925) 90-104.
    public Answer<MeanDifference> pooled(double alpha) {
        TwoSided.alpha(alpha);
        if (first.size() == 0 || second.size() == 0) {
            return new Answer.NotEstimable<>(POOLED, Reason.EMPTY_GROUP);
        }
        int degreesOfFreedom = first.size() + second.size() - 2;
        if (degreesOfFreedom < 1) {
            return new Answer.NotEstimable<>(POOLED, Reason.TOO_FEW_UNITS);
        }
        double variance = (squares(first) + squares(second)) / degreesOfFreedom;
        double error = StrictMath.sqrt(variance * (1.0 / first.size() + 1.0 / second.size()));
        return new StudentT(POOLED, difference(), error, degreesOfFreedom).answer(magnitude(), alpha);
    }

    /// A variance for each group. Source: Welch, Biometrika 34 (1947) 28-35; Satterthwaite, Biometrics 2 (1946)
    /// 110-114.
    public Answer<MeanDifference> welch(double alpha) {
        TwoSided.alpha(alpha);
        if (first.size() == 0 || second.size() == 0) {
            return new Answer.NotEstimable<>(WELCH, Reason.EMPTY_GROUP);
        }
        if (first.size() < 2 || second.size() < 2) {
            return new Answer.NotEstimable<>(WELCH, Reason.TOO_FEW_UNITS);
        }
        double v1 = squares(first) / (first.size() - 1) / first.size();
        double v2 = squares(second) / (second.size() - 1) / second.size();
        double error = StrictMath.sqrt(v1 + v2);
        double share1 = v1 / (v1 + v2);
        double share2 = v2 / (v1 + v2);
        double degreesOfFreedom = 1 / (share1 * share1 / (first.size() - 1) + share2 * share2 / (second.size() - 1));
        return new StudentT(WELCH, difference(), error, degreesOfFreedom).answer(magnitude(), alpha);
    }

    private double difference() {
        return mean(first) - mean(second);
    }

    private double magnitude() {
        return StrictMath.max(StrictMath.abs(mean(first)), StrictMath.abs(mean(second)));
    }

    private static double mean(Sample sample) {
        return sample.mean().orElseThrow();
    }

    /// Squared deviations from the mean; a single value has none.
    private static double squares(Sample sample) {
        double sd = sample.standardDeviation().orElse(0);
        return sd * sd * (sample.size() - 1);
    }
}
