package org.equipoise.models;

import java.util.Arrays;
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

    private static final List<String> SCREENING_ITEMS = List.of(
            "acr_criteria",
            "age",
            "ana_titre",
            "anti_dsdna",
            "complement",
            "hepatitis_b",
            "hepatitis_c",
            "hiv",
            "immunoglobulin_g",
            "leukocytes",
            "nyha_class",
            "platelets",
            "pregnancy_test",
            "sex",
            "transaminase_ratio",
            "tuberculin",
            "urine_protein");

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
        return new TreeSet<>(PARAMETERS);
    }

    @Override
    public SortedSet<String> observables() {
        return new TreeSet<>(List.of(ACTIVITY, SCREENING));
    }

    @Override
    public SortedSet<String> items(String observable) {
        return switch (observable) {
            case ACTIVITY -> activityItems();
            case SCREENING -> new TreeSet<>(SCREENING_ITEMS);
            default -> throw unknown(observable);
        };
    }

    @Override
    public Body body(Map<String, Double> parameters, Chance chance) {
        return new LupusBody(Assumptions.of(this, parameters), chance);
    }

    static IllegalArgumentException unknown(String observable) {
        return new IllegalArgumentException("Model latent-activity version 1 shows " + ACTIVITY + " and " + SCREENING
                + ", not '" + observable + "'.");
    }

    private static SortedSet<String> activityItems() {
        SortedSet<String> items = new TreeSet<>(List.of("pga", "treatment_failure"));
        Arrays.stream(DiseaseItem.values()).forEach(item -> items.add(item.id));
        Arrays.stream(OrganSystem.values()).forEach(system -> items.add(system.id));
        return items;
    }
}
