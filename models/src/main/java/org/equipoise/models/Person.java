package org.equipoise.models;

import org.equipoise.statistics.random.RandomStream;

/// Who someone is, whatever the disease does: the same for the whole trial. Every figure is proposed, set near the
/// published baseline.
///
/// @param age in years
/// @param height in cm
/// @param weight in kg
record Person(boolean female, int age, boolean childbearing, double height, double weight) {
    private static final double WOMEN = 0.92;
    private static final int MENOPAUSE = 50;

    static Person draw(Chance chance) {
        boolean female = chance.stream("body/sex", 0).bernoulli(WOMEN);
        double years =
                29.77 * StrictMath.exp(0.2845 * chance.stream("body/age", 0).normal());
        int age = (int) Math.round(Math.max(14, Math.min(years, 80)));
        boolean able = chance.stream("body/childbearing", 0).bernoulli(0.95);
        RandomStream size = chance.stream("body/size", 0);
        double height = Math.max(140, female ? size.normal(161.5, 5.5) : size.normal(172, 6));
        double weight = Math.max(38, (female ? 55.5 : 66) * (height / (female ? 161.5 : 172)) + size.normal(0, 8));
        return new Person(female, age, female && able && age < MENOPAUSE, height, weight);
    }
}
