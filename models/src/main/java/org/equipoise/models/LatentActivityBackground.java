package org.equipoise.models;

import org.equipoise.statistics.random.RandomStream;

/// What a person with lupus brings to screening besides the disease's activity. Every figure is proposed.
final class LatentActivityBackground {
    private static final double[] CRITERIA_MET_AT_MOST = {0.02, 0.24, 0.50, 0.72, 0.87, 0.95, 1};
    private static final int FEWEST_CRITERIA = 3;
    private static final int[] TITRES = {80, 160, 320, 640, 1280, 3200};
    private static final double[] TITRE_AT_MOST = {0.03, 0.12, 0.34, 0.58, 0.80, 1};
    private static final String[] NYHA_CLASSES = {"none", "I", "II", "III", "IV"};
    private static final double[] NYHA_AT_MOST = {0.93, 0.97, 0.99, 0.998, 1};

    private final Chance chance;
    private final Answers findings = new Answers(LatentActivity.SCREENING_SHEET);

    private LatentActivityBackground(Chance chance) {
        this.chance = chance;
    }

    /// The answers that do not depend on activity, the same for the person's whole life in the trial.
    static Answers of(Chance chance) {
        LatentActivityBackground background = new LatentActivityBackground(chance);
        background.drawPerson();
        background.drawTests();
        background.drawInfections();
        return background.findings;
    }

    private void drawPerson() {
        boolean female = stream("sex").bernoulli(0.92);
        findings.code("sex", female ? "female" : "male");
        boolean pregnant = stream("pregnancy_test").bernoulli(0.005);
        findings.code("pregnancy_test", female ? result(pregnant) : "not_applicable");
        findings.number("age", Math.max(14, Math.min(logNormal("age", 29.77, 0.2845), 80)));
    }

    private void drawTests() {
        findings.number("acr_criteria", FEWEST_CRITERIA + drawn("acr_criteria", CRITERIA_MET_AT_MOST));
        findings.number("ana_titre", TITRES[drawn("ana_titre", TITRE_AT_MOST)]);
        findings.number("immunoglobulin_g", logNormal("immunoglobulin_g", 15, 0.34));
        findings.number("transaminase_ratio", logNormal("transaminase_ratio", 0.5, 0.7));
        findings.code("nyha_class", NYHA_CLASSES[drawn("nyha_class", NYHA_AT_MOST)]);
    }

    private void drawInfections() {
        findings.code("hiv", result(stream("hiv").bernoulli(0.001)));
        findings.code("hepatitis_b", result(stream("hepatitis_b").bernoulli(0.03)));
        findings.code("hepatitis_c", result(stream("hepatitis_c").bernoulli(0.005)));
        RandomStream skin = stream("tuberculin");
        double induration = skin.bernoulli(0.28) ? Math.min(1 + skin.exponential(4), 30) : 0;
        findings.number("tuberculin", induration);
    }

    private RandomStream stream(String item) {
        return chance.stream("body/" + item, 0);
    }

    private double logNormal(String item, double median, double spread) {
        return median * StrictMath.exp(spread * stream(item).normal());
    }

    /// The place of the first cumulative probability above a uniform draw.
    private int drawn(String item, double[] atMost) {
        double draw = stream(item).uniform();
        int place = 0;
        while (draw >= atMost[place]) {
            place++;
        }
        return place;
    }

    private static String result(boolean positive) {
        return positive ? "positive" : "negative";
    }
}
