package org.equipoise.models;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Active lupus under low-dose interleukin-2, from the dose in IU to what forms show; the page is `low-dose-il2.md`.
final class LowDoseIl2 implements Model {
    static final String ACTIVITY = "lupus.activity";
    static final String PGA = "lupus.pga";
    static final String GRADES = "lupus.grades";
    static final String TREATMENT = "lupus.treatment";
    static final String LABORATORY = "lupus.laboratory";
    static final String URINE = "lupus.urine";
    static final String SEROLOGY = "lupus.serology";
    static final String VITALS = "lupus.vitals";
    static final String CYTOMETRY = "lupus.cytometry";
    static final String CYTOKINES = "lupus.cytokines";
    static final String GUESS = "lupus.guess";
    static final String SCREENING = "lupus.screening";
    static final String VIROLOGY = "lupus.virology";
    static final String PREGNANCY = "lupus.pregnancy";

    static final Sheet ACTIVITY_SHEET = activitySheet();
    static final Sheet PGA_SHEET = Sheet.of().numbers(1, "pga").done();
    static final Sheet GRADES_SHEET = gradesSheet();
    static final Sheet TREATMENT_SHEET = Sheet.of()
            .numbers(2, "prednisone")
            .yesNo("immunosuppressant_increased", "prohibited_medication", "iv_pulse")
            .done();
    static final Sheet CYTOMETRY_SHEET = Sheet.of()
            .numbers(1, "treg_percent")
            .numbers(2, "nk_bright")
            .numbers(0, "hours_since_dose")
            .done();
    static final Sheet CYTOKINES_SHEET =
            Sheet.of().numbers(2, "soluble_receptor").done();

    private static final Map<String, Sheet> SHEETS = sheets();
    private static final SortedSet<String> PARAMETERS = Collections.unmodifiableSortedSet(parameterNames());

    @Override
    public String id() {
        return "low-dose-il2";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public SortedSet<String> parameters() {
        return PARAMETERS;
    }

    @Override
    public SortedSet<String> observables() {
        SortedSet<String> names = new TreeSet<>(SHEETS.keySet());
        names.removeAll(occurrences());
        return names;
    }

    @Override
    public SortedSet<String> occurrences() {
        return new TreeSet<>(List.of(AdverseEvents.KIND, Medication.KIND));
    }

    @Override
    public SortedSet<String> items(String observable) {
        Sheet sheet = SHEETS.get(observable);
        if (sheet == null) {
            throw unknown(observable);
        }
        return sheet.ids();
    }

    @Override
    public Body body(Map<String, Double> parameters, Chance chance) {
        return new LupusBody(Assumptions.of(this, parameters), chance);
    }

    static IllegalArgumentException unknown(String observable) {
        return new IllegalArgumentException(
                "Model low-dose-il2 version 1 shows " + SHEETS.keySet() + ", not '" + observable + "'.");
    }

    private static Sheet activitySheet() {
        Sheet.Filling items = Sheet.of().yesNo("proteinuria_new");
        DiseaseItem.ALL.forEach(item -> items.yesNo(item.id));
        return items.done();
    }

    private static Sheet gradesSheet() {
        Sheet.Filling items = Sheet.of();
        OrganSystem.ALL.forEach(system -> items.code(system.id, "A", "B", "C", "D", "E"));
        return items.done();
    }

    private static Map<String, Sheet> sheets() {
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        sheets.put(SCREENING, Background.SCREENING);
        sheets.put(VIROLOGY, Background.VIROLOGY);
        sheets.put(PREGNANCY, Background.PREGNANCY);
        sheets.put(ACTIVITY, ACTIVITY_SHEET);
        sheets.put(PGA, PGA_SHEET);
        sheets.put(GRADES, GRADES_SHEET);
        sheets.put(TREATMENT, TREATMENT_SHEET);
        sheets.put(LABORATORY, Laboratory.BLOOD_AND_URINE);
        sheets.put(URINE, Laboratory.URINE);
        sheets.put(SEROLOGY, Laboratory.SEROLOGY);
        sheets.put(VITALS, Laboratory.VITALS);
        sheets.put(CYTOMETRY, CYTOMETRY_SHEET);
        sheets.put(CYTOKINES, CYTOKINES_SHEET);
        sheets.put(GUESS, Guesses.SHEET);
        sheets.put(AdverseEvents.KIND, AdverseEvents.SHEET);
        sheets.put(Medication.KIND, Medication.SHEET);
        return Collections.unmodifiableMap(sheets);
    }

    private static SortedSet<String> parameterNames() {
        SortedSet<String> names = new TreeSet<>(List.of(
                "activity_half_life",
                "assessor_bias",
                "assessor_notices",
                "assessor_optimism",
                "baseline_inflation",
                "bioavailability",
                "bioavailability_spread",
                "competence_half_life",
                "competence_loss",
                "effector_exponent",
                "effector_goal",
                "eosinophil_growth",
                "eosinophil_turnover",
                "failure_hazard",
                "fever",
                "fever_placebo",
                "flu_like",
                "flu_like_placebo",
                "immunosuppressant_effect",
                "infection",
                "infection_ratio",
                "leaving_by_activity",
                "leaving_by_event",
                "nk_ceiling",
                "nk_growth",
                "nk_turnover",
                "noise_days",
                "noise_sd",
                "other_event",
                "receptor_gain",
                "receptor_turnover",
                "serious_event",
                "serious_event_ratio",
                "site_reaction",
                "site_reaction_placebo",
                "treg_ceiling",
                "uptake_half"));
        for (Trait trait : Constitution.TRAITS) {
            names.add(trait.typical());
            names.add(trait.variation());
        }
        return names;
    }
}
