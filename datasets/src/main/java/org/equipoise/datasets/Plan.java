package org.equipoise.datasets;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.endpoint.Derivation;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.reading.Study;

/// The places of encounters, forms and items as the protocol orders them. Everyone may know them, so rows that follow
/// them tell nobody's arm. Where there are several versions of the protocol, what any of them has has one place.
final class Plan {
    private final List<Encounter> encounters;
    private final List<Study> versions;
    private final List<Map<String, FormPlan>> asked = new ArrayList<>();
    private final int randomizationPlace;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, FormPlan> forms = new HashMap<>();
    private final List<FormPlan> logs = new ArrayList<>();
    private final Map<String, Derivation> derivations = new HashMap<>();

    /// @param versions the versions of the protocol that the record was made under, the first one first
    Plan(List<Study> versions) {
        this.versions = versions;
        Study study = versions.getLast();
        encounters = versions.size() == 1 ? study.design().encounters() : Merged.encounters(versions);
        for (Encounter encounter : encounters) {
            places.put(encounter.id(), places.size());
        }
        study.derivations().forEach(derivation -> derivations.put(derivation.id(), derivation));
        randomizationPlace = place(study.design().randomizationVisit().id());
        for (Form form : versions.size() == 1 ? study.forms() : Merged.forms(versions)) {
            FormPlan plan = new FormPlan(form);
            forms.put(form.id(), plan);
            if (form.rules().log()) {
                logs.add(plan);
            }
        }
        versions.forEach(version -> asked.add(versions.size() == 1 ? forms : forms(version)));
    }

    private static Map<String, FormPlan> forms(Study version) {
        Map<String, FormPlan> forms = new HashMap<>();
        version.forms().forEach(form -> forms.put(form.id(), new FormPlan(form)));
        return forms;
    }

    /// A form as one version of the protocol has it.
    FormPlan form(String id, int version) {
        FormPlan form = asked.get(place(version)).get(id);
        return form == null ? form(id) : form;
    }

    /// A record that is read under one version has no other, whichever numbers its events carry.
    private int place(int version) {
        if (versions.size() > 1 && (version < 1 || version > versions.size())) {
            throw new IllegalStateException("the record was made under a version " + version + " that is not at hand");
        }
        return versions.size() == 1 ? 0 : version - 1;
    }

    /// A site's offset from UTC; a site that no version has any more keeps none.
    ZoneOffset offset(String site) {
        return versions.stream()
                .flatMap(version -> version.sites().stream())
                .filter(each -> each.id().equals(site))
                .findFirst()
                .map(each -> ZoneOffset.of(each.utcOffset()))
                .orElse(ZoneOffset.UTC);
    }

    List<Encounter> encounters() {
        return encounters;
    }

    /// Doses in the whole regimen of one version of the protocol.
    int doses(int version) {
        return versions.get(place(version)).design().doses();
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
