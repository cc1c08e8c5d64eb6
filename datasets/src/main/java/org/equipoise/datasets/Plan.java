package org.equipoise.datasets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.endpoint.Derivation;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.reading.Study;

/// The places of encounters, forms and items as the protocol orders them. Everyone may know them, so rows that follow
/// them tell nobody's arm.
final class Plan {
    private final List<Encounter> encounters;
    private final int doses;
    private final int randomizationPlace;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, FormPlan> forms = new HashMap<>();
    private final List<FormPlan> logs = new ArrayList<>();
    private final Map<String, Derivation> derivations = new HashMap<>();

    Plan(Study study) {
        encounters = study.design().encounters();
        for (Encounter encounter : encounters) {
            places.put(encounter.id(), places.size());
        }
        study.derivations().forEach(derivation -> derivations.put(derivation.id(), derivation));
        doses = study.design().doses();
        randomizationPlace = place(study.design().randomizationVisit().id());
        for (Form form : study.forms()) {
            FormPlan plan = new FormPlan(form);
            forms.put(form.id(), plan);
            if (form.rules().log()) {
                logs.add(plan);
            }
        }
    }

    List<Encounter> encounters() {
        return encounters;
    }

    /// Doses in the whole regimen.
    int doses() {
        return doses;
    }

    int randomizationPlace() {
        return randomizationPlace;
    }

    int place(String encounter) {
        Integer place = places.get(encounter);
        if (place == null) {
            throw new IllegalStateException("the protocol has no encounter " + encounter);
        }
        return place;
    }

    /// The forms kept as logs, in the order of the protocol.
    List<FormPlan> logs() {
        return logs;
    }

    FormPlan form(String id) {
        FormPlan form = forms.get(id);
        if (form == null) {
            throw new IllegalStateException("the protocol has no form " + id);
        }
        return form;
    }

    Derivation derivation(String id) {
        Derivation derivation = derivations.get(id);
        if (derivation == null) {
            throw new IllegalStateException("the protocol has no derivation " + id);
        }
        return derivation;
    }
}
