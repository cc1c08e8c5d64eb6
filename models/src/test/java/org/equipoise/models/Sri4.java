package org.equipoise.models;

/// What the response needs of one day, read by place from the answers, as a runner without texts would.
///
/// @param score the sum of the items' weights
/// @param pga in tenths
/// @param grades a letter for each system, in the order of the answers
record Sri4(int score, long pga, String grades, boolean failed) {
    private static final int ENOUGH = 4;
    private static final int WORSE_PGA = 3;
    private static final String[] RESCUE = {"immunosuppressant_increased", "prohibited_medication", "iv_pulse"};

    private static final int[] WEIGHTS = weights();

    static Sri4 of(Body body, double day) {
        Answers treatment = body.observe("lupus.treatment", day);
        boolean failed = false;
        for (String item : RESCUE) {
            failed |= treatment.is(treatment.place(item), "yes");
        }
        Answers grades = body.observe("lupus.grades", day);
        StringBuilder letters = new StringBuilder();
        for (int place = 0; place < grades.size(); place++) {
            letters.append(grades.text(place));
        }
        Answers pga = body.observe("lupus.pga", day);
        return new Sri4(score(body.observe("lupus.activity", day)), pga.units(0), letters.toString(), failed);
    }

    static int score(Answers activity) {
        int score = 0;
        for (int place = 0; place < WEIGHTS.length; place++) {
            score += WEIGHTS[place] > 0 && activity.is(place, "yes") ? WEIGHTS[place] : 0;
        }
        return score;
    }

    boolean falls(Sri4 baseline) {
        return baseline.score - score >= ENOUGH;
    }

    boolean isWorseByPga(Sri4 baseline) {
        return pga - baseline.pga >= WORSE_PGA;
    }

    boolean hasNewA(Sri4 baseline) {
        return newGrades('A', baseline) > 0;
    }

    boolean hasTwoNewB(Sri4 baseline) {
        return newGrades('B', baseline) > 1;
    }

    boolean responds(Sri4 baseline) {
        return falls(baseline) && !hasNewA(baseline) && !hasTwoNewB(baseline) && !isWorseByPga(baseline) && !failed;
    }

    private int newGrades(char grade, Sri4 baseline) {
        int count = 0;
        for (int system = 0; system < grades.length(); system++) {
            count += grades.charAt(system) == grade && baseline.grades.charAt(system) > grade ? 1 : 0;
        }
        return count;
    }

    private static int[] weights() {
        int[] weights = new int[LowDoseIl2.ACTIVITY_SHEET.size()];
        Repository.table("low-dose-il2/items.csv")
                .forEach(row -> weights[LowDoseIl2.ACTIVITY_SHEET.place(row.get("item"))] =
                        Integer.parseInt(row.get("weight")));
        return weights;
    }
}
