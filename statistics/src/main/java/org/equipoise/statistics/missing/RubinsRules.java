package org.equipoise.statistics.missing;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Interval;
import org.equipoise.statistics.answer.PointEstimate;
import org.equipoise.statistics.answer.PooledDifference;
import org.equipoise.statistics.answer.Reason;
import org.equipoise.statistics.answer.TwoSided;

/// One difference estimated from several completed data sets: what do they say together?
///
/// Source: Rubin, "Multiple imputation for nonresponse in surveys" (1987), chapter 3.
public record RubinsRules(List<PointEstimate> completed) {
    private static final String METHOD = "Rubin's rules";

    public RubinsRules {
        completed = List.copyOf(completed);
        if (completed.size() < 2) {
            throw new IllegalArgumentException(
                    "Pooling needs at least two completed data sets, not " + completed.size() + ".");
        }
    }

    /// With Rubin's degrees of freedom: complete data are taken to be many.
    public Answer<PooledDifference> pooled(double alpha) {
        return pooled(alpha, Double.POSITIVE_INFINITY);
    }

    /// With the degrees of freedom that never exceed those of the complete data.
    ///
    /// Source: Barnard and Rubin, Biometrika 86 (1999) 948-955.
    public Answer<PooledDifference> pooled(double alpha, double completeDegreesOfFreedom) {
        TwoSided.alpha(alpha);
        double within = completed.stream()
                .mapToDouble(c -> c.standardError() * c.standardError())
                .average()
                .orElseThrow();
        double share = (1 + 1.0 / completed.size()) * between();
        double total = within + share;
        if (total == 0) {
            return new Answer.NotEstimable<>(METHOD, Reason.NO_VARIATION);
        }
        double degreesOfFreedom = degreesOfFreedom(share / total, completeDegreesOfFreedom);
        double increase = share / within;
        // Where everything varies between the completions and nothing within, all information is missing.
        double missing = within == 0 ? 1 : (increase + 2 / (degreesOfFreedom + 3)) / (increase + 1);
        return new Answer.Found<>(answer(total, degreesOfFreedom, missing, alpha));
    }

    private PooledDifference answer(double total, double degreesOfFreedom, double missing, double alpha) {
        var distribution = TDistribution.of(degreesOfFreedom);
        double estimate = estimate();
        double error = StrictMath.sqrt(total);
        double t = estimate / error;
        double margin = distribution.inverseSurvivalProbability(alpha / 2) * error;
        return new PooledDifference(
                METHOD + " over " + completed.size() + " imputations, "
                        + completed.getFirst().method(),
                estimate,
                error,
                degreesOfFreedom,
                missing,
                new Interval(estimate - margin, estimate + margin, 1 - alpha),
                t,
                2 * distribution.survivalProbability(StrictMath.abs(t)));
    }

    private double degreesOfFreedom(double lambda, double complete) {
        double old = (completed.size() - 1) / (lambda * lambda);
        if (Double.isInfinite(complete)) {
            return old;
        }
        double observed = (complete + 1) / (complete + 3) * complete * (1 - lambda);
        return 1 / (1 / old + 1 / observed);
    }

    private double estimate() {
        return completed.stream().mapToDouble(PointEstimate::value).average().orElseThrow();
    }

    private double between() {
        double mean = estimate();
        return completed.stream()
                        .mapToDouble(c -> (c.value() - mean) * (c.value() - mean))
                        .sum()
                / (completed.size() - 1);
    }
}
