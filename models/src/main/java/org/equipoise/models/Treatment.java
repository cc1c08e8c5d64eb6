package org.equipoise.models;

import org.equipoise.statistics.random.RandomStream;

/// What a person is given besides the trial's drug: prednisone, and the rescue that comes when the disease is too much.
///
/// Rescue comes when the hazard lived through exceeds what the person endures (one exponential draw), so it stays, and
/// comes at the same day whichever visits are held. Prednisone is reviewed every two weeks, later every four, whoever
/// looks; a review acts from the next day on.
final class Treatment {
    private static final int DAYS_IN_A_WEEK = 7;
    private static final int REVIEW = 14;
    private static final int LAST_FREQUENT_REVIEW = 84;
    private static final int RARE_REVIEW = 28;

    private static final double CALM = 0.8;
    private static final double LOWEST_TAPERED = 5;
    private static final double TAPER = 0.9;
    private static final double TABLET = 1.25;
    private static final double BURST = 20;

    private static final double NO_PREDNISONE = 0.05;
    private static final double MEDIAN_PREDNISONE = 13.75;
    private static final double SPREAD_OF_PREDNISONE = 0.6;
    private static final double MOST_PREDNISONE = 60;

    private static final double IMMUNOSUPPRESSANT = 0.5;
    private static final double PULSE = 0.75;

    private final ObservedActivity activity;
    private final double hazard;
    private final double endurance;
    private final double kindOfRescue;
    private final double firstPrednisone;
    private int rescued = Integer.MAX_VALUE;
    private int endured;

    Treatment(Assumptions given, ObservedActivity activity, Chance chance) {
        this.activity = activity;
        hazard = given.notNegative("failure_hazard") / DAYS_IN_A_WEEK;
        endurance = chance.stream("body/endurance", 0).exponential(1);
        kindOfRescue = chance.stream("body/rescue", 0).uniform();
        firstPrednisone = firstPrednisone(chance.stream("body/prednisone", 0));
    }

    /// mg a day, before any trial.
    double firstPrednisone() {
        return firstPrednisone;
    }

    /// mg a day, as taken on a day.
    double prednisone(int day) {
        boolean burst = isRescued(day);
        int last = burst ? rescued : day;
        double dose = firstPrednisone;
        for (int review = REVIEW; review < last; review += review < LAST_FREQUENT_REVIEW ? REVIEW : RARE_REVIEW) {
            if (dose > LOWEST_TAPERED && activity.on(review) < CALM) {
                dose = Math.max(LOWEST_TAPERED, Math.min(tablets(TAPER * dose), dose - TABLET));
            }
        }
        return burst ? Math.max(dose, firstPrednisone) + BURST : dose;
    }

    boolean isImmunosuppressantIncreased(int day) {
        return isRescued(day) && kindOfRescue < IMMUNOSUPPRESSANT;
    }

    boolean isPulseGiven(int day) {
        return isRescued(day) && kindOfRescue >= IMMUNOSUPPRESSANT && kindOfRescue < PULSE;
    }

    boolean isProhibitedGiven(int day) {
        return isRescued(day) && kindOfRescue >= PULSE;
    }

    private boolean isRescued(int day) {
        while (endured < day && rescued > endured) {
            endured++;
            if (hazard * activity.areaUntil(endured) > endurance) {
                rescued = endured;
            }
        }
        return day >= rescued;
    }

    private static double firstPrednisone(RandomStream stream) {
        if (stream.bernoulli(NO_PREDNISONE)) {
            return 0;
        }
        double dose = MEDIAN_PREDNISONE * StrictMath.exp(SPREAD_OF_PREDNISONE * stream.normal());
        return Math.max(TABLET, Math.min(tablets(dose), MOST_PREDNISONE));
    }

    /// The nearest dose that quarter tablets of 5 mg make.
    private static double tablets(double dose) {
        return TABLET * Math.floor(dose / TABLET + 0.5);
    }
}
