package org.equipoise.models;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Active lupus as one latent activity that doses lower; the page is `latent-activity.md`.
final class LatentActivity implements Model {
    static final String ACTIVITY = "lupus.activity";
    static final String SCREENING = "lupus.screening";

    private static final SortedSet<String> PARAMETERS = new TreeSet<>(List.of(
            "background_cv",
            "background_target",
            "effect_half_life",
            "failure_hazard",
            "half_effect_doses",
            "maximal_effect",
            "noise_days",
            "noise_sd",
            "recovery_rate"));

    static final Sheet ACTIVITY_SHEET = activitySheet();

    static final Sheet SCREENING_SHEET = Sheet.of()
            .numbers(0, "acr_criteria", "age", "ana_titre", "platelets", "tuberculin")
            .numbers(1, "immunoglobulin_g", "transaminase_ratio")
            .numbers(2, "leukocytes", "urine_protein")
            .code("anti_dsdna", "negative", "positive")
            .code("complement", "low", "normal")
            .code("hepatitis_b", "negative", "positive")
            .code("hepatitis_c", "negative", "positive")
            .code("hiv", "negative", "positive")
            .code("nyha_class", "none", "I", "II", "III", "IV")
            .code("pregnancy_test", "negative", "positive", "not_applicable")
            .code("sex", "female", "male")
            .done();

    @Override
    public String id() {
        return "latent-activity";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public SortedSet<String> parameters() {
        return Collections.unmodifiableSortedSet(PARAMETERS);
    }

    @Override
    public SortedSet<String> observables() {
        return new TreeSet<>(List.of(ACTIVITY, SCREENING));
    }

    @Override
    public SortedSet<String> items(String observable) {
        return switch (observable) {
            case ACTIVITY -> ACTIVITY_SHEET.ids();
            case SCREENING -> SCREENING_SHEET.ids();
            default -> throw unknown(observable);
        };
    }

    @Override
    public Body body(Map<String, Double> parameters, Chance chance) {
        return new LatentActivityBody(Assumptions.of(this, parameters), chance);
    }

    static IllegalArgumentException unknown(String observable) {
        return new IllegalArgumentException("Model latent-activity version 1 shows " + ACTIVITY + " and " + SCREENING
                + ", not '" + observable + "'.");
    }

    private static Sheet activitySheet() {
        Sheet.Filling items = Sheet.of().numbers(1, "pga").yesNo("treatment_failure");
        DiseaseItem.ALL.forEach(item -> items.yesNo(item.id));
        OrganSystem.ALL.forEach(system -> items.code(system.id, "A", "B", "C", "D", "E"));
        return items.done();
    }
}
