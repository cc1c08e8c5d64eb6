package org.equipoise.models;

import java.util.OptionalInt;
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

    /// The kinds of rescue, each of which is a treatment failure by any rule.
    enum Rescue {
        IMMUNOSUPPRESSANT,
        PULSE,
        PROHIBITED;

        private static Rescue draw(RandomStream stream) {
            double which = stream.uniform();
            return which < 0.5 ? IMMUNOSUPPRESSANT : which < 0.75 ? PULSE : PROHIBITED;
        }
    }

    private final ObservedActivity activity;
    private final double hazard;
    private final double endurance;
    private final Rescue rescue;
    private final double firstPrednisone;

    /// The first morning on which more has been lived through than is endured.
    private int rescued = Integer.MAX_VALUE;

    private int endured;

    Treatment(Assumptions given, ObservedActivity activity, Chance chance) {
        this.activity = activity;
        hazard = given.notNegative("failure_hazard") / DAYS_IN_A_WEEK;
        endurance = chance.stream("body/endurance", 0).exponential(1);
        rescue = Rescue.draw(chance.stream("body/rescue", 0));
        firstPrednisone = firstPrednisone(chance.stream("body/prednisone", 0));
    }

    /// mg a day, before any trial.
    double firstPrednisone() {
        return firstPrednisone;
    }

    /// mg a day, as taken on a day.
    double prednisone(int day) {
        if (isRescued(day)) {
            return Math.max(Math.min(firstPrednisone + BURST, MOST_PREDNISONE), firstPrednisone + TABLET);
        }
        double dose = firstPrednisone;
        for (int review = REVIEW; review < day; review += review < LAST_FREQUENT_REVIEW ? REVIEW : RARE_REVIEW) {
            if (dose > LOWEST_TAPERED && activity.on(review) < CALM) {
                dose = Math.max(LOWEST_TAPERED, Math.min(tablets(TAPER * dose), dose - TABLET));
            }
        }
        return dose;
    }

    /// Whether rescue of a kind was given before a day.
    boolean isRescued(Rescue kind, int day) {
        return kind == rescue && isRescued(day);
    }

    Rescue rescue() {
        return rescue;
    }

    /// The day on which rescue came, if it came before another.
    OptionalInt rescuedBefore(int day) {
        return isRescued(day) ? OptionalInt.of(rescued - 1) : OptionalInt.empty();
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
