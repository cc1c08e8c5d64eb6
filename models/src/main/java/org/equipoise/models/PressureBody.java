package org.equipoise.models;

import org.equipoise.statistics.random.RandomStream;

/// A virtual person with raised blood pressure: a usual pressure, less the effect, plus the noise of a day.
final class PressureBody implements Body {
    private static final double DIASTOLIC_SHARE = 0.58;
    private static final double DIASTOLIC_SPREAD = 6;
    private static final double DIASTOLIC_RESPONSE = 0.55;
    private static final double DIASTOLIC_NOISE = 0.65;
    private static final long NARROWEST_PULSE = 15;

    private final Chance chance;
    private final StudyDays days = new StudyDays();
    private final PlateauEffect effect;
    private final double usualSystolic;
    private final double usualDiastolic;
    private final double noise;

    PressureBody(Assumptions assumptions, Chance chance) {
        this.chance = chance;
        effect = new PlateauEffect(assumptions);
        usualSystolic = chance.stream("body/usual-systolic", 0)
                .normal(assumptions.positive("baseline_mean"), assumptions.notNegative("baseline_sd"));
        usualDiastolic =
                chance.stream("body/usual-diastolic", 0).normal(DIASTOLIC_SHARE * usualSystolic, DIASTOLIC_SPREAD);
        noise = assumptions.notNegative("noise_sd");
    }

    @Override
    public void dose(double day, double amount) {
        days.dosed(day, amount);
        effect.dose(day, amount);
    }

    @Override
    public Answers observe(String observable, double day) {
        return switch (observable) {
            case DosePlateau.CUFF -> measure(days.seen(day));
            case DosePlateau.ENTRY -> enter();
            default -> throw DosePlateau.unknown(observable);
        };
    }

    private Answers measure(int day) {
        double fall = effect.on(day);
        RandomStream cuff = chance.stream("body/cuff", day);
        long systolic = mmHg(usualSystolic - fall + cuff.normal(0, noise), 70, 260);
        double lower = usualDiastolic - DIASTOLIC_RESPONSE * fall + cuff.normal(0, DIASTOLIC_NOISE * noise);
        long diastolic = mmHg(lower, 40, systolic - NARROWEST_PULSE);
        boolean dizzy = chance.stream("body/dizzy", day).bernoulli(0.01 + 0.04 * effect.share(day));
        return new Answers(DosePlateau.CUFF_SHEET)
                .number("systolic", (double) systolic)
                .number("diastolic", (double) diastolic)
                .yes("dizzy", dizzy);
    }

    private Answers enter() {
        double drawn = chance.stream("body/age", 0).normal(57, 12);
        int age = (int) Math.round(Math.max(16, Math.min(drawn, 90)));
        return new Answers(DosePlateau.ENTRY_SHEET)
                .number("age", age)
                .yes("diabetes", chance.stream("body/diabetes", 0).bernoulli(0.25))
                .words("diagnosed", Diagnosis.draw(chance.stream("body/diagnosed", 0), age));
    }

    private static long mmHg(double pressure, long lowest, long highest) {
        return Math.max(lowest, Math.min(Math.round(pressure), highest));
    }
}
