package org.equipoise.models;

import static org.equipoise.models.Il2Equations.EOSINOPHILS;
import static org.equipoise.models.Il2Equations.NK;
import static org.equipoise.models.Il2Equations.PLASMA;
import static org.equipoise.models.Il2Equations.RECEPTOR;
import static org.equipoise.models.Il2Equations.TREG;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.equipoise.models.Treatment.Rescue;
import org.equipoise.statistics.random.RandomStream;
import org.jspecify.annotations.Nullable;

/// A virtual person with lupus: thresholds drawn once, a latent activity that doses may lower, and what shows of it.
///
/// What few of the people screened ever need is made when it is first asked for.
final class LupusBody implements Body {
    private static final double ORGAN_SPREAD = 0.15;
    private static final double PGA_NOISE = 0.25;
    private static final double MARGINATION = 0.12;
    private static final double HOURS = 24;

    /// In hundredths of g/g.
    private static final long RISE_OF_PROTEIN = 50;

    private final Assumptions given;
    private final Chance chance;
    private final StudyDays days = new StudyDays();
    private final List<Injection> injections = new ArrayList<>();
    private final Thresholds thresholds;
    private final ObservedActivity activity;
    private final Assessor assessor;
    private @Nullable Trajectory disease;
    private @Nullable Trajectory blood;
    private @Nullable Laboratory laboratory;
    private @Nullable Person person;
    private @Nullable Treatment treatment;
    private @Nullable AdverseEvents events;

    LupusBody(Assumptions given, Chance chance) {
        this.given = given;
        this.chance = chance;
        thresholds = new Thresholds(chance);
        activity = new ObservedActivity(given, day -> disease().on(day), chance.stream("body/activity-noise", 0));
        assessor = new Assessor(given, day -> events().hadReactionBefore(day), chance);
    }

    @Override
    public void dose(double day, double amount) {
        days.dosed(day, amount);
        injections.add(new Injection(day, amount));
        if (amount > 0) {
            disease().dose(day, amount);
            if (blood != null) {
                blood.dose(day, amount);
            }
        }
    }

    @Override
    public Answers observe(String observable, double day) {
        int date = days.seen(day);
        int since = Math.max(0, date);
        double now = activity.on(since);
        return switch (observable) {
            case LowDoseIl2.ACTIVITY -> items(date, since);
            case LowDoseIl2.PGA -> new Answers(LowDoseIl2.PGA_SHEET).number("pga", pga(since));
            case LowDoseIl2.GRADES -> grades(since);
            case LowDoseIl2.TREATMENT -> treatment(since);
            case LowDoseIl2.LABORATORY -> laboratory().bloodAndUrine(date, now, eosinophils(since));
            case LowDoseIl2.URINE -> laboratory().urine(date, now);
            case LowDoseIl2.SEROLOGY -> laboratory().serology(date, now);
            case LowDoseIl2.VITALS -> laboratory().vitals(date, now);
            case LowDoseIl2.CYTOMETRY -> cytometry(date, since);
            case LowDoseIl2.CYTOKINES -> cytokines(date, since);
            case LowDoseIl2.GUESS -> guesses(since);
            case LowDoseIl2.SCREENING -> background().screening(treatment().firstPrednisone());
            case LowDoseIl2.VIROLOGY -> background().virology();
            case LowDoseIl2.PREGNANCY -> background().pregnancy();
            default -> throw LowDoseIl2.unknown(observable);
        };
    }

    @Override
    public List<Occurrence> occurrences(double fromDay, double toDay) {
        int from = (int) Math.floor(fromDay);
        int to = days.seen(toDay);
        List<Occurrence> all = new ArrayList<>(events().between(from, to));
        all.addAll(Medication.against(all));
        treatment().rescuedBefore(to).ifPresent(day -> {
            if (day >= from) {
                all.add(Medication.of(treatment().rescue(), day));
            }
        });
        all.sort(Comparator.comparingInt(Occurrence::day));
        return all;
    }

    @Override
    public double inclinationToLeave(double day) {
        int since = Math.max(0, days.seen(day));
        double byActivity = given.finite("leaving_by_activity");
        double byEvent = given.finite("leaving_by_event");
        double sum = byActivity == 0 ? 0 : byActivity * (activity.on(since) - 1);
        sum += byEvent == 0 ? 0 : byEvent * events().recentBefore(since);
        return sum == 0 ? 1 : StrictMath.exp(sum);
    }

    private Answers items(int date, int since) {
        Answers answers = new Answers(LowDoseIl2.ACTIVITY_SHEET);
        Set<DiseaseItem> present = present(since);
        for (DiseaseItem item : DiseaseItem.ALL) {
            answers.yes(item.id, present.contains(item));
        }
        return answers.yes("proteinuria_new", present.contains(DiseaseItem.PROTEINURIA) && isRisen(date, since));
    }

    /// Whether protein, where there is too much of it, counts by the rule that asks for a new or a recent rise.
    private boolean isRisen(int date, int since) {
        return since == 0
                || thresholds.of(DiseaseItem.PROTEINURIA) >= 1
                || laboratory().upcr(date, activity.on(since)) > laboratory().upcr(0, 1) + RISE_OF_PROTEIN;
    }

    /// Measured items stand as they are, the others as they are rated.
    private Set<DiseaseItem> present(int day) {
        double now = activity.on(day);
        double rated = assessor.rated(now, day);
        Set<DiseaseItem> present = EnumSet.noneOf(DiseaseItem.class);
        for (DiseaseItem item : DiseaseItem.ALL) {
            if ((item.isMeasured() ? now : rated) > thresholds.of(item)) {
                present.add(item);
            }
        }
        return present;
    }

    private double pga(int day) {
        double first = Math.max(1, Math.min(chance.stream("body/first-pga", 0).normal(2.25, 0.25), 3));
        double noise = day == 0 ? 0 : chance.stream("body/pga", day).normal(0, PGA_NOISE);
        double rated = assessor.rated(activity.on(day), day);
        return Math.max(0, Math.min(first * StrictMath.pow(rated, 1.2) + noise, 3));
    }

    /// Latent systems have noise of their own after baseline, where none is worse than itself; the draws of a day keep
    /// their order.
    private Answers grades(int day) {
        Answers answers = new Answers(LowDoseIl2.GRADES_SHEET);
        Set<DiseaseItem> present = present(day);
        RandomStream spread = chance.stream("body/organ", day);
        double rated = assessor.rated(activity.on(day), day);
        double peak = assessor.ratedPeak(activity.peakUntil(day), day);
        for (OrganSystem system : OrganSystem.ALL) {
            boolean ownPart = day > 0 && system.latent;
            double part = ownPart ? rated * StrictMath.exp(spread.normal(0, ORGAN_SPREAD)) : Math.min(rated, 1);
            answers.code(system.id, system.grade(part, present, thresholds.of(system) < peak));
        }
        return answers;
    }

    private Answers treatment(int day) {
        return new Answers(LowDoseIl2.TREATMENT_SHEET)
                .number("prednisone", treatment().prednisone(day))
                .yes("immunosuppressant_increased", treatment().isRescued(Rescue.IMMUNOSUPPRESSANT, day))
                .yes("prohibited_medication", treatment().isRescued(Rescue.PROHIBITED, day))
                .yes("iv_pulse", treatment().isRescued(Rescue.PULSE, day));
    }

    /// What has left the blood for the tissues shortly after a dose is missed by the sample.
    private Answers cytometry(int date, int since) {
        double[] state = blood().state(since);
        double signal = state[PLASMA] / (own().tregHalf + state[PLASMA]);
        RandomStream noise = chance.stream("body/cytometry", date);
        double treg = own().tregShare * state[TREG] * (1 - MARGINATION * signal);
        Answers answers = new Answers(LowDoseIl2.CYTOMETRY_SHEET)
                .number("treg_percent", treg * StrictMath.exp(noise.normal(0, 0.05)))
                .number("nk_bright", state[NK] * StrictMath.exp(noise.normal(0, 0.08)));
        double last = lastDoseBefore(since);
        return last < 0 ? answers : answers.number("hours_since_dose", HOURS * (since - last));
    }

    /// When the last dose before a morning was given; -1 if none was.
    private double lastDoseBefore(int day) {
        double last = -1;
        for (Injection injection : injections) {
            last = injection.day() < day ? injection.day() : last;
        }
        return last;
    }

    private Answers cytokines(int date, int since) {
        double noise = chance.stream("body/cytokines", date).normal(0, 0.08);
        return new Answers(LowDoseIl2.CYTOKINES_SHEET)
                .number("soluble_receptor", blood().state(since)[RECEPTOR] * StrictMath.exp(noise));
    }

    private Answers guesses(int day) {
        RandomStream stream = chance.stream("body/guess", day);
        boolean reacted = events().hadReactionBefore(day);
        return Guesses.draw(stream, reacted, assessor.hasNoticed(day), activity.on(day));
    }

    private Trajectory disease() {
        if (disease == null) {
            double effect = given.finite("immunosuppressant_effect");
            boolean felt = effect != 0 && background().isStronglySuppressed();
            disease = new Trajectory(new Constitution(given, chance, felt ? StrictMath.exp(effect) : 1), false);
        }
        return disease;
    }

    private Constitution own() {
        return disease().own();
    }

    /// The same doses once more, with the states that only a look at blood needs.
    private Trajectory blood() {
        if (blood == null) {
            blood = new Trajectory(own(), true);
            for (Injection injection : injections) {
                blood.dose(injection.day(), injection.amount());
            }
        }
        return blood;
    }

    /// As many as ever while no drug was given: of most people screened nothing else in blood is ever asked.
    private double eosinophils(int day) {
        return disease == null ? 1 : blood().state(day)[EOSINOPHILS];
    }

    private Background background() {
        return new Background(person(), thresholds, chance);
    }

    private Person person() {
        if (person == null) {
            person = Person.draw(chance);
        }
        return person;
    }

    private Laboratory laboratory() {
        if (laboratory == null) {
            laboratory = new Laboratory(thresholds, person(), chance);
        }
        return laboratory;
    }

    private Treatment treatment() {
        if (treatment == null) {
            treatment = new Treatment(given, activity, chance);
        }
        return treatment;
    }

    private AdverseEvents events() {
        if (events == null) {
            events = new AdverseEvents(given, chance, injections);
        }
        return events;
    }
}
