package org.equipoise.models;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Raised blood pressure that falls with the dose up to a plateau; the page is `dose-plateau.md`.
final class DosePlateau implements Model {
    static final String CUFF = "pressure.cuff";
    static final String ENTRY = "pressure.entry";

    static final Sheet CUFF_SHEET =
            Sheet.of().numbers(0, "diastolic", "systolic").yesNo("dizzy").done();
    static final Sheet ENTRY_SHEET =
            Sheet.of().numbers(0, "age").yesNo("diabetes").words("diagnosed").done();

    @Override
    public String id() {
        return "dose-plateau";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public SortedSet<String> parameters() {
        return new TreeSet<>(List.of(
                "baseline_mean",
                "baseline_sd",
                "effect_half_life",
                "half_effect_amount",
                "maximal_effect",
                "noise_sd"));
    }

    @Override
    public SortedSet<String> observables() {
        return new TreeSet<>(List.of(CUFF, ENTRY));
    }

    @Override
    public SortedSet<String> items(String observable) {
        return switch (observable) {
            case CUFF -> CUFF_SHEET.ids();
            case ENTRY -> ENTRY_SHEET.ids();
            default -> throw unknown(observable);
        };
    }

    @Override
    public Body body(Map<String, Double> parameters, Chance chance) {
        return new PressureBody(Assumptions.of(this, parameters), chance);
    }

    static IllegalArgumentException unknown(String observable) {
        return new IllegalArgumentException(
                "Model dose-plateau version 1 shows " + CUFF + " and " + ENTRY + ", not '" + observable + "'.");
    }
}
