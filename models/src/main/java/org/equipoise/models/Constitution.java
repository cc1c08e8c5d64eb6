package org.equipoise.models;

import java.util.List;

/// One person's own rates and proportions; all rates are per day.
///
/// Every quantity has a stream of its own, so that bodies that differ in one assumption are the same person otherwise.
final class Constitution {
    static final Trait ABSORPTION = Trait.of("absorption_rate");
    static final Trait CLEARANCE = Trait.of("clearance");
    static final Trait VOLUME = Trait.of("volume");
    static final Trait UPTAKE = Trait.of("uptake_maximum");
    static final Trait TREG_HALF = Trait.of("treg_half");
    static final Trait TREG_TURNOVER = Trait.of("treg_turnover");
    static final Trait TREG_GROWTH = Trait.of("treg_growth");
    static final Trait TREG_SHARE = Trait.of("treg_share");
    static final Trait NK_HALF = Trait.of("nk_half");
    static final Trait EFFECTOR_HALF_LIFE = Trait.of("effector_half_life");
    static final Trait SUPPRESSION = Trait.of("suppression");
    static final Trait BACKGROUND_TARGET = Trait.of("background_target");

    static final List<Trait> TRAITS = List.of(
            ABSORPTION,
            CLEARANCE,
            VOLUME,
            UPTAKE,
            TREG_HALF,
            TREG_TURNOVER,
            TREG_GROWTH,
            TREG_SHARE,
            NK_HALF,
            EFFECTOR_HALF_LIFE,
            SUPPRESSION,
            BACKGROUND_TARGET);

    private static final double HOURS = 24;
    private static final double ML_IN_A_LITRE = 1000;

    /// Of the drug: what leaves the depot, what reaches plasma (IU/mL for each IU in the depot), what leaves plasma.
    final double absorption;

    final double bioavailability;
    final double inflow;
    final double elimination;
    final double plasma;
    final double uptake;
    final double uptakeHalf;

    /// Of the cells that it moves.
    final double tregHalf;

    final double competenceRecovery;
    final double competenceLoss;
    final double tregTurnover;
    final double tregGrowth;
    final double tregCeiling;
    final double tregShare;
    final double receptorTurnover;
    final double receptorGain;
    final double nkHalf;
    final double nkTurnover;
    final double nkGrowth;
    final double nkCeiling;
    final double eosinophilTurnover;
    final double eosinophilGrowth;

    /// Of what drives the disease.
    final double effectorReturn;

    final double suppression;
    final double effectorGoal;
    final double effectorExponent;
    final double activityRate;

    /// What the latent activity settles at without the drug, relative to the baseline.
    final double target;

    /// @param targetRatio by how much other medicines change the target
    Constitution(Assumptions given, Chance chance, double targetRatio) {
        absorption = HOURS * ABSORPTION.draw(given, chance);
        bioavailability = bioavailability(given, chance);
        plasma = ML_IN_A_LITRE * VOLUME.draw(given, chance);
        inflow = bioavailability * absorption / plasma;
        elimination = HOURS * ML_IN_A_LITRE * CLEARANCE.draw(given, chance) / plasma;
        uptake = HOURS * UPTAKE.draw(given, chance) / plasma;
        uptakeHalf = given.positive("uptake_half");
        tregHalf = TREG_HALF.draw(given, chance);
        competenceRecovery = rate(given.positive("competence_half_life"));
        competenceLoss = given.notNegative("competence_loss");
        tregTurnover = TREG_TURNOVER.draw(given, chance);
        tregGrowth = TREG_GROWTH.draw(given, chance);
        tregCeiling = given.positive("treg_ceiling");
        double ownShare = TREG_SHARE.factor(given, chance);
        tregShare = given.positive(TREG_SHARE.typical()) * ownShare;
        receptorTurnover = given.notNegative("receptor_turnover");
        receptorGain = given.notNegative("receptor_gain");
        nkHalf = NK_HALF.draw(given, chance);
        nkTurnover = given.notNegative("nk_turnover");
        nkGrowth = given.notNegative("nk_growth");
        nkCeiling = given.positive("nk_ceiling");
        eosinophilTurnover = given.notNegative("eosinophil_turnover");
        eosinophilGrowth = given.notNegative("eosinophil_growth");
        effectorReturn = rate(EFFECTOR_HALF_LIFE.draw(given, chance));
        suppression = given.notNegative(SUPPRESSION.typical())
                * SUPPRESSION.factor(given, chance)
                / StrictMath.sqrt(ownShare);
        effectorGoal = given.notNegative("effector_goal");
        effectorExponent = given.positive("effector_exponent");
        activityRate = rate(given.positive("activity_half_life"));
        target = targetRatio * BACKGROUND_TARGET.draw(given, chance);
    }

    /// Logit-normal, so that it stays a fraction.
    private static double bioavailability(Assumptions given, Chance chance) {
        double typical = given.fraction("bioavailability");
        double spread = given.notNegative("bioavailability_spread");
        double deviation = spread * chance.stream("body/bioavailability", 0).normal();
        return typical / (typical + (1 - typical) * StrictMath.exp(-deviation));
    }

    private static double rate(double halfLife) {
        return StrictMath.log(2) / halfLife;
    }
}
