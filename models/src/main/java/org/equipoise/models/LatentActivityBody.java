package org.equipoise.models;

import java.util.Set;
import org.equipoise.statistics.random.RandomStream;

/// A virtual person with lupus: thresholds drawn once, activity lived day by day.
final class LatentActivityBody implements Body {
    private static final double ORGAN_SPREAD = 0.15;
    private static final double PGA_NOISE = 0.25;
    private static final int DAYS_IN_A_WEEK = 7;

    private final Chance chance;
    private final StudyDays days = new StudyDays();
    private final LatentActivityCourse course;
    private final ObservedActivity activity;
    private final Thresholds thresholds;
    private final LatentActivityLaboratory laboratory;
    private final double firstPga;
    private final double endurance;
    private final double failureHazard;

    LatentActivityBody(Assumptions assumptions, Chance chance) {
        this.chance = chance;
        course = new LatentActivityCourse(assumptions, backgroundTarget(assumptions, chance));
        activity = new ObservedActivity(assumptions, course, chance.stream("body/activity-noise", 0));
        thresholds = new Thresholds(chance);
        laboratory = new LatentActivityLaboratory(thresholds, chance);
        firstPga = Math.max(1, Math.min(chance.stream("body/first-pga", 0).normal(2.25, 0.25), 3));
        endurance = chance.stream("body/endurance", 0).exponential(1);
        failureHazard = assumptions.notNegative("failure_hazard") / DAYS_IN_A_WEEK;
    }

    @Override
    public void dose(double day, double amount) {
        days.dosed(day, amount);
        course.dose(day, amount);
    }

    @Override
    public Answers observe(String observable, double day) {
        return switch (observable) {
            case LatentActivity.ACTIVITY -> assess(sinceBaseline(day));
            case LatentActivity.SCREENING -> screen(sinceBaseline(day));
            default -> throw LatentActivity.unknown(observable);
        };
    }

    /// Observed activity on a whole day, before any rounding.
    double activityOn(int day) {
        return activity.on(day);
    }

    /// Every day up to the first is the baseline, day 0: what screening finds stands until dosing.
    private int sinceBaseline(double day) {
        return Math.max(0, days.seen(day));
    }

    private Answers assess(int day) {
        Answers answers = new Answers(LatentActivity.ACTIVITY_SHEET);
        Set<DiseaseItem> present = laboratory.present(activity.on(day));
        for (DiseaseItem item : DiseaseItem.ALL) {
            answers.yes(item.id, present.contains(item));
        }
        grade(day, present, answers);
        return answers.number("pga", pga(day)).yes("treatment_failure", hasFailed(day));
    }

    private Answers screen(int day) {
        double now = activity.on(day);
        Set<DiseaseItem> present = laboratory.present(now);
        return LatentActivityBackground.of(chance)
                .number("urine_protein", laboratory.urineProtein(now).value())
                .number("platelets", laboratory.platelets(now).value())
                .number("leukocytes", laboratory.leukocytes(now).value())
                .code("complement", present.contains(DiseaseItem.LOW_COMPLEMENT) ? "low" : "normal")
                .code("anti_dsdna", present.contains(DiseaseItem.INCREASED_DNA_BINDING) ? "positive" : "negative");
    }

    /// Latent systems have noise of their own after baseline; the four draws of a day keep their order.
    private void grade(int day, Set<DiseaseItem> present, Answers answers) {
        RandomStream spread = chance.stream("body/organ", day);
        double now = activity.on(day);
        double peak = activity.peakUntil(day);
        for (OrganSystem system : OrganSystem.ALL) {
            boolean ownPart = day > 0 && system.latent;
            double part = ownPart ? now * StrictMath.exp(spread.normal(0, ORGAN_SPREAD)) : now;
            answers.code(system.id, system.grade(part, present, thresholds.of(system) < peak));
        }
    }

    private double pga(int day) {
        if (day == 0) {
            return firstPga;
        }
        double noise = chance.stream("body/pga", day).normal(0, PGA_NOISE);
        double level = firstPga * StrictMath.pow(activity.on(day), 1.2) + noise;
        return Math.max(0, Math.min(level, 3));
    }

    /// Failure comes when the hazard lived through exceeds what the person endures (one exponential draw), so
    /// it stays, and comes at the same day whichever visits are held.
    private boolean hasFailed(int day) {
        return failureHazard * activity.areaUntil(day) > endurance;
    }

    private static double backgroundTarget(Assumptions assumptions, Chance chance) {
        double cv = assumptions.notNegative("background_cv");
        double spread = StrictMath.sqrt(StrictMath.log1p(cv * cv));
        double draw = chance.stream("body/background-target", 0).normal();
        return assumptions.positive("background_target") * StrictMath.exp(spread * draw);
    }
}
