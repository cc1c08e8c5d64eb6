package org.equipoise.models;

import java.util.ArrayList;
import java.util.List;

/// The fall of pressure that doses cause: E A / (A + H), where A fades between doses.
///
/// A is scaled so that under one dose a week its mean settles at that dose; H then reads as an amount a week.
final class PlateauEffect {
    private static final int DAYS_IN_A_WEEK = 7;

    private record Dose(double day, double amount) {}

    private final double maximalEffect;
    private final double halfEffectAmount;
    private final double fading;
    private final List<Dose> doses = new ArrayList<>();

    PlateauEffect(Assumptions assumptions) {
        maximalEffect = assumptions.notNegative("maximal_effect");
        halfEffectAmount = assumptions.positive("half_effect_amount");
        fading = StrictMath.log(2) / assumptions.positive("effect_half_life");
    }

    void dose(double day, double amount) {
        doses.add(new Dose(day, amount));
    }

    /// The share of the maximal effect at the beginning of a whole day.
    double share(int day) {
        double amount = 0;
        for (Dose dose : doses) {
            if (dose.day < day) {
                amount += dose.amount * DAYS_IN_A_WEEK * fading * StrictMath.exp(-fading * (day - dose.day));
            }
        }
        return amount / (amount + halfEffectAmount);
    }

    /// mm Hg at the beginning of a whole day.
    double on(int day) {
        return maximalEffect * share(day);
    }
}
