package org.equipoise.statistics.mean;

import java.util.List;

/// The least-squares fit of value = stratum + group.
///
/// One parameter for every stratum, then one for every group: more than the data can tell apart, hence the generalised
/// inverse; differences of groups that strata join do not depend on which inverse it is (Searle, "Linear models", 1971,
/// section 5.4). Values are centred first, so that a large common level costs no digits.
final class AdditiveFit {
    private static final double ROUNDING = 1e-8;

    private final int strata;
    private final double centre;
    private final double[][] counts;
    private final double[] parameters;
    private final GeneralizedInverse inverse;
    private final double residualSquares;
    private final int degreesOfFreedom;

    AdditiveFit(int groups, int strata, List<Observation> observations) {
        this.strata = strata;
        centre = observations.stream().mapToDouble(Observation::value).average().orElse(0);
        counts = new double[strata + groups][strata + groups];
        double[] sums = new double[strata + groups];
        for (Observation o : observations) {
            int s = o.stratum();
            int g = strata + o.group();
            counts[s][s]++;
            counts[g][g]++;
            counts[s][g]++;
            counts[g][s]++;
            sums[s] += o.value() - centre;
            sums[g] += o.value() - centre;
        }
        inverse = GeneralizedInverse.of(counts);
        parameters = inverse.times(sums);
        residualSquares = observations.stream()
                .mapToDouble(this::residual)
                .map(r -> r * r)
                .sum();
        degreesOfFreedom = observations.size() - inverse.rank();
    }

    boolean observed(int group) {
        return counts[strata + group][strata + group] > 0;
    }

    /// Whether the difference is estimable: the contrast lies in the row space of the design.
    boolean joins(int group, int reference) {
        double[] contrast = contrast(group, reference);
        double[] image = GeneralizedInverse.product(counts, inverse.times(contrast));
        for (int i = 0; i < contrast.length; i++) {
            if (StrictMath.abs(image[i] - contrast[i]) > ROUNDING) {
                return false;
            }
        }
        return true;
    }

    double difference(int group, int reference) {
        return parameters[strata + group] - parameters[strata + reference];
    }

    double standardError(int group, int reference) {
        double[] solved = inverse.times(contrast(group, reference));
        double spread = solved[strata + group] - solved[strata + reference];
        return StrictMath.sqrt(residualSquares / degreesOfFreedom * spread);
    }

    int degreesOfFreedom() {
        return degreesOfFreedom;
    }

    private double residual(Observation o) {
        return o.value() - centre - parameters[o.stratum()] - parameters[strata + o.group()];
    }

    private double[] contrast(int group, int reference) {
        double[] contrast = new double[counts.length];
        contrast[strata + group] = 1;
        contrast[strata + reference] = -1;
        return contrast;
    }
}
