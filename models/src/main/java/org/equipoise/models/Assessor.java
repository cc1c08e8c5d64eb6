package org.equipoise.models;

import java.util.function.IntPredicate;

/// How what an assessor rates departs from what is there. Measurements do not pass through an assessor.
///
/// All parts are shifts of the logarithm of activity. They are zero for a good assessor.
final class Assessor {
    private final double baselineInflation;
    private final double optimism;
    private final double bias;
    private final IntPredicate reactedBefore;
    private final boolean notices;

    Assessor(Assumptions given, IntPredicate reactedBefore, Chance chance) {
        baselineInflation = given.finite("baseline_inflation");
        optimism = given.finite("assessor_optimism");
        bias = given.finite("assessor_bias");
        this.reactedBefore = reactedBefore;
        notices = chance.stream("body/assessor-notices", 0).uniform() < given.fraction("assessor_notices");
    }

    /// The activity that the assessor rates on a day.
    double rated(double activity, int day) {
        double shift = day == 0 ? baselineInflation : -optimism - (bias != 0 && hasNoticed(day) ? bias : 0);
        return shift == 0 ? activity : activity * StrictMath.exp(shift);
    }

    /// The most that was ever rated, where this is the highest activity so far.
    double ratedPeak(double peak, int day) {
        return Math.max(rated(1, 0), day == 0 ? 0 : peak * StrictMath.exp(-optimism));
    }

    /// Whether the assessor learnt of a reaction before a day, and so may guess what was given.
    boolean hasNoticed(int day) {
        return notices && reactedBefore.test(day);
    }
}
