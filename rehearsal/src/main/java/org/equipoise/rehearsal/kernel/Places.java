package org.equipoise.rehearsal.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.endpoint.Derivation;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Score;
import org.equipoise.protocol.reading.Study;

/// A study's encounters and forms by their places, found once for all trials.
public final class Places {
    private final Study study;
    private final List<Encounter> encounters;
    private final Map<String, Integer> encounterPlaces = new HashMap<>();
    private final Map<String, Form> forms = new HashMap<>();
    private final Map<String, Map<String, Score>> scores = new HashMap<>();
    private final Map<String, Derivation> derivations = new HashMap<>();
    private final int dayOne;

    public Places(Study study) {
        this.study = study;
        this.encounters = study.design().encounters();
        encounters.forEach(encounter -> encounterPlaces.put(encounter.id(), encounterPlaces.size()));
        for (Form form : study.forms()) {
            forms.put(form.id(), form);
            Map<String, Score> named = new HashMap<>();
            form.scores().forEach(score -> named.put(score.name().item(), score));
            scores.put(form.id(), named);
        }
        study.derivations().forEach(derivation -> derivations.put(derivation.id(), derivation));
        this.dayOne = encounters.indexOf(study.design().randomizationVisit());
    }

    Study study() {
        return study;
    }

    List<Encounter> encounters() {
        return encounters;
    }

    int encounter(String id) {
        Integer place = encounterPlaces.get(id);
        if (place == null) {
            throw new IllegalStateException("the protocol has no encounter " + id);
        }
        return place;
    }

    int dayOne() {
        return dayOne;
    }

    Form form(String id) {
        Form form = forms.get(id);
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

    /// The scores of a form by name.
    Map<String, Score> scores(String form) {
        return scores.getOrDefault(form, Map.of());
    }
}
