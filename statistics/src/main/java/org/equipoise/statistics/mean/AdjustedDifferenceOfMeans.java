package org.equipoise.statistics.mean;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.MeanDifference;
import org.equipoise.statistics.answer.Reason;
import org.equipoise.statistics.answer.TwoSided;

/// How do the means of several groups differ from a reference group, adjusted for one factor?
///
/// Ordinary least squares on group + stratum, without interaction; one residual variance for all contrasts.
public record AdjustedDifferenceOfMeans(int groups, int strata, int reference, List<Observation> observations) {
    private static final String METHOD = "linear model with group and stratum";

    public AdjustedDifferenceOfMeans {
        observations = List.copyOf(observations);
        if (reference < 0 || reference >= groups) {
            throw new IllegalArgumentException("The reference is one of the groups, not " + reference + ".");
        }
        for (Observation observation : observations) {
            if (observation.group() >= groups || observation.stratum() >= strata) {
                throw new IllegalArgumentException("There are " + groups + " groups and " + strata
                        + " strata, counted from 0; an observation lies in group " + observation.group()
                        + ", stratum " + observation.stratum() + ".");
            }
        }
    }

    /// For every other group, its mean minus the reference group's at equal strata, by group index.
    public SortedMap<Integer, Answer<MeanDifference>> contrasts(double alpha) {
        TwoSided.alpha(alpha);
        var fit = new AdditiveFit(groups, strata, observations);
        var contrasts = new TreeMap<Integer, Answer<MeanDifference>>();
        for (int group = 0; group < groups; group++) {
            if (group != reference) {
                contrasts.put(group, contrast(fit, group, alpha));
            }
        }
        return contrasts;
    }

    private Answer<MeanDifference> contrast(AdditiveFit fit, int group, double alpha) {
        if (!fit.observed(group) || !fit.observed(reference)) {
            return new Answer.NotEstimable<>(METHOD, Reason.EMPTY_GROUP);
        }
        if (!fit.joins(group, reference)) {
            return new Answer.NotEstimable<>(METHOD, Reason.NOT_COMPARABLE);
        }
        if (fit.degreesOfFreedom() < 1) {
            return new Answer.NotEstimable<>(METHOD, Reason.TOO_FEW_UNITS);
        }
        return new StudentT(
                        METHOD,
                        fit.difference(group, reference),
                        fit.standardError(group, reference),
                        fit.degreesOfFreedom())
                .answer(magnitude(), alpha);
    }

    private double magnitude() {
        return observations.stream()
                .mapToDouble(o -> StrictMath.abs(o.value()))
                .max()
                .orElse(0);
    }
}
