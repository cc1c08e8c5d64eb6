package org.equipoise.models;

import static org.equipoise.models.DiseaseItem.FEVER;
import static org.equipoise.models.DiseaseItem.HAEMATURIA;
import static org.equipoise.models.DiseaseItem.INCREASED_DNA_BINDING;
import static org.equipoise.models.DiseaseItem.LEUKOPENIA;
import static org.equipoise.models.DiseaseItem.LOW_COMPLEMENT;
import static org.equipoise.models.DiseaseItem.PROTEINURIA;
import static org.equipoise.models.DiseaseItem.PYURIA;
import static org.equipoise.models.DiseaseItem.THROMBOCYTOPENIA;
import static org.equipoise.models.DiseaseItem.URINARY_CASTS;

import org.equipoise.statistics.random.RandomStream;

/// One person's measurements. Those from which an item of activity follows cross their limit exactly where the observed
/// activity crosses the item's threshold, whatever the noise of the day: it acts on the steepness, not on the side.
final class Laboratory {
    static final Sheet BLOOD_AND_URINE = Sheet.of()
            .numbers(0, "haemoglobin", "platelets", "alt", "ast", "alp", "creatinine", "urine_rbc", "urine_wbc")
            .numbers(1, "bilirubin", "albumin")
            .numbers(2, "leukocytes", "neutrophils", "lymphocytes", "eosinophils", "upcr")
            .yesNo("urine_casts")
            .done();
    static final Sheet URINE = Sheet.of().numbers(2, "urine_protein").done();
    static final Sheet SEROLOGY = Sheet.of()
            .numbers(1, "anti_dsdna", "immunoglobulin_g")
            .numbers(2, "c3", "c4")
            .done();
    static final Sheet VITALS = Sheet.of()
            .numbers(0, "systolic", "diastolic", "pulse")
            .numbers(1, "temperature", "weight")
            .done();

    private static final String LOOK = "body/laboratory";

    private static final double LOWEST_COUNT = 0.2;

    private static final Limit PROTEIN = new Limit(0.5, 0.01);
    private static final Limit CELLS = new Limit(5, 1);
    private static final Limit C3 = new Limit(0.9, 0.01);
    private static final Limit C4 = new Limit(0.1, 0.01);
    private static final Limit ANTIBODIES = new Limit(30, 0.1);
    private static final Limit PLATELETS = new Limit(100, 1);
    private static final Limit LEUKOCYTES = new Limit(3, 0.01);
    private static final Limit TEMPERATURE = new Limit(38, 0.1);

    private final Thresholds thresholds;
    private final Person person;
    private final Chance chance;
    private final Usual usual;

    Laboratory(Thresholds thresholds, Person person, Chance chance) {
        this.thresholds = thresholds;
        this.person = person;
        this.chance = chance;
        usual = Usual.draw(person.female(), chance);
    }

    /// A limit of normal and the last decimal place of what is measured: a value is on one side of it or the other,
    /// also when it has been rounded.
    private record Limit(double value, double step) {
        double above(boolean yes, double measured) {
            return yes ? Math.max(measured, value + step) : Math.min(measured, value);
        }

        double below(boolean yes, double measured) {
            return yes ? Math.min(measured, value - step) : Math.max(measured, value);
        }
    }

    /// Values of the person's good days, on which the noise of a day acts.
    private record Usual(
            double platelets,
            double leukocytes,
            double eosinophils,
            double haemoglobin,
            double alt,
            double ast,
            double alp,
            double bilirubin,
            double creatinine,
            double immunoglobulinG,
            boolean c4First,
            double otherLater) {
        static Usual draw(boolean female, Chance chance) {
            RandomStream blood = chance.stream("body/usual-blood", 0);
            RandomStream liver = chance.stream("body/usual-chemistry", 0);
            double alt = liver.normal();
            return new Usual(
                    within(140, blood.normal(230, 50), 400),
                    within(4, blood.normal(6.5, 1.6), 11),
                    within(0.02, spread(blood, 0.12, 0.5), 0.6),
                    within(85, blood.normal(female ? 122 : 140, 12), 180),
                    20 * StrictMath.exp(0.7 * alt),
                    20 * StrictMath.exp(0.55 * alt + 0.2 * liver.normal()),
                    spread(liver, 70, 0.25),
                    spread(liver, 9, 0.4),
                    spread(liver, female ? 60 : 78, 0.16),
                    spread(chance.stream("body/immunoglobulin", 0), 15, 0.34),
                    liver.bernoulli(0.3),
                    1 + liver.exponential(0.5));
        }
    }

    /// @param eosinophils relative to the person's own before treatment
    Answers bloodAndUrine(int day, double activity, double eosinophils) {
        RandomStream noise = chance.stream(LOOK, day);
        Answers answers = new Answers(BLOOD_AND_URINE);
        double upcr = protein(activity, noise);
        answers.number("upcr", upcr).yes("urine_casts", has(URINARY_CASTS, activity));
        answers.number("urine_rbc", cells(HAEMATURIA, activity, noise));
        answers.number("urine_wbc", cells(PYURIA, activity, noise));
        answers.number("platelets", fallen(THROMBOCYTOPENIA, PLATELETS, 0.7, activity, usual.platelets, noise));
        double leukocytes = fallen(LEUKOPENIA, LEUKOCYTES, 0.5, activity, usual.leukocytes, noise);
        double few = Math.min(spread(noise, usual.eosinophils * eosinophils, 0.15), leukocytes / 2);
        double share = within(0.45, noise.normal(0.7, 0.06), 0.9);
        answers.number("leukocytes", leukocytes).number("eosinophils", few);
        answers.number("neutrophils", share * (leukocytes - few));
        answers.number("lymphocytes", 0.8 * (1 - share) * (leukocytes - few));
        answers.number("haemoglobin", Math.max(50, usual.haemoglobin - 6 * (activity - 1) + noise.normal(0, 3)));
        answers.number("alt", spread(noise, usual.alt, 0.15)).number("ast", spread(noise, usual.ast, 0.15));
        answers.number("alp", spread(noise, usual.alp, 0.08)).number("bilirubin", spread(noise, usual.bilirubin, 0.15));
        answers.number("creatinine", spread(noise, usual.creatinine, 0.05) * (1 + 0.04 * Math.min(upcr, 5)));
        return answers.number("albumin", within(15, noise.normal(42, 1.2) - 3.5 * Math.min(upcr, 5), 55));
    }

    /// g/g, in hundredths, as on the form of that day.
    long upcr(int day, double activity) {
        return Reading.units(protein(activity, chance.stream(LOOK, day)), 2);
    }

    Answers urine(int day, double activity) {
        RandomStream noise = chance.stream("body/urine", day);
        return new Answers(URINE).number("urine_protein", protein(activity, noise));
    }

    /// Complement is low when either part is; in each person one of them falls first.
    Answers serology(int day, double activity) {
        RandomStream noise = chance.stream("body/serology", day);
        double first = thresholds.of(LOW_COMPLEMENT) / activity;
        double second = first * usual.otherLater;
        double c3 = usual.c4First ? second : first;
        double c4 = usual.c4First ? first : second;
        double binding = activity / thresholds.of(INCREASED_DNA_BINDING);
        double antibodies = 30 * steep(binding, binding > 1 ? 1.2 : 1.5, noise);
        double larger = C3.below(c3 < 1, within(0.15, 0.9 * steep(c3, 0.35, noise), 1.7));
        double smaller = within(0.02, 0.1 * steep(c4, 0.6, noise), Math.min(0.5, 0.8 * larger));
        return new Answers(SEROLOGY)
                .number("c3", larger)
                .number("c4", C4.below(c4 < 1, smaller))
                .number("anti_dsdna", ANTIBODIES.above(binding > 1, within(1, antibodies, 4000)))
                .number("immunoglobulin_g", spread(noise, usual.immunoglobulinG, 0.04));
    }

    Answers vitals(int day, double activity) {
        RandomStream noise = chance.stream("body/vitals", day);
        boolean fever = has(FEVER, activity);
        double warmth = fever ? 38.1 + noise.exponential(0.4) : noise.normal(36.6, 0.3);
        double systolic = noise.normal(116, 11);
        return new Answers(VITALS)
                .number("temperature", TEMPERATURE.above(fever, within(35.5, warmth, 40.5)))
                .number("systolic", within(85, systolic, 190))
                .number("diastolic", within(45, 0.64 * systolic + noise.normal(0, 5), 110))
                .number("pulse", within(48, noise.normal(fever ? 94 : 78, 8), 150))
                .number("weight", Math.max(35, person.weight() + noise.normal(0, 0.6)));
    }

    /// Whether a measured item stands.
    boolean has(DiseaseItem item, double activity) {
        return activity > thresholds.of(item);
    }

    /// g/d, or g/g: 0.5 at the threshold, flatter above it than below.
    private double protein(double activity, RandomStream noise) {
        double ratio = activity / thresholds.of(PROTEINURIA);
        return PROTEIN.above(ratio > 1, within(0.03, 0.5 * steep(ratio, ratio > 1 ? 1.2 : 2.5, noise), 12));
    }

    /// Cells in a high-power field: 5 at the threshold.
    private double cells(DiseaseItem item, double activity, RandomStream noise) {
        double ratio = activity / thresholds.of(item);
        return CELLS.above(ratio > 1, Math.min(5 * steep(ratio, ratio > 1 ? 1.5 : 2, noise), 200));
    }

    /// A count that falls with activity, at most the usual one.
    private double fallen(
            DiseaseItem item, Limit limit, double power, double activity, double usual, RandomStream noise) {
        double ratio = thresholds.of(item) / activity;
        double most = spread(noise, usual, 0.08);
        double count = Math.min(limit.value * steep(ratio, power, noise), most);
        return limit.below(ratio < 1, Math.max(limit.value * LOWEST_COUNT, count));
    }

    private static double steep(double ratio, double power, RandomStream noise) {
        return StrictMath.pow(ratio, spread(noise, power, 0.12));
    }

    private static double spread(RandomStream noise, double median, double spread) {
        return median * StrictMath.exp(spread * noise.normal());
    }

    private static double within(double lowest, double value, double highest) {
        return Math.max(lowest, Math.min(value, highest));
    }
}
