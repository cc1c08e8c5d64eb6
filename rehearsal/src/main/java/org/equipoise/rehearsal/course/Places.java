package org.equipoise.rehearsal.course;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.endpoint.Derivation;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.form.Score;
import org.equipoise.protocol.reading.Study;

/// A study's encounters, forms and doses by their places, found once for all trials.
public final class Places {
    private static final int NONE = -1;

    private final Study study;
    private final List<Encounter> encounters;
    private final List<Encounter> dispensing;
    private final Map<String, Integer> encounterPlaces = new HashMap<>();
    private final Map<String, Integer> cycles = new HashMap<>();
    private final Map<String, Form> forms = new HashMap<>();
    private final Map<String, Map<String, Score>> scores = new HashMap<>();
    private final Map<String, Derivation> derivations = new HashMap<>();
    private final Set<String> conditional;
    private final int dayOne;

    public Places(Study study) {
        this.study = study;
        this.encounters = study.design().encounters();
        this.dispensing = study.design().dispensing();
        encounters.forEach(encounter -> encounterPlaces.put(encounter.id(), encounterPlaces.size()));
        dispensing.forEach(encounter -> cycles.put(encounter.id(), cycles.size()));
        for (Form form : study.forms()) {
            forms.put(form.id(), form);
            Map<String, Score> named = new HashMap<>();
            form.scores().forEach(score -> named.put(score.name().item(), score));
            scores.put(form.id(), named);
        }
        study.derivations().forEach(derivation -> derivations.put(derivation.id(), derivation));
        this.conditional = study.forms().stream()
                .filter(form -> form.items().stream().map(Item::when).anyMatch(Optional::isPresent))
                .map(Form::id)
                .collect(Collectors.toSet());
        this.dayOne = encounter(study.design().randomizationVisit().id());
    }

    public Study study() {
        return study;
    }

    public Design design() {
        return study.design();
    }

    public List<Encounter> encounters() {
        return encounters;
    }

    public int encounter(String id) {
        Integer place = encounterPlaces.get(id);
        if (place == null) {
            throw new IllegalStateException("the protocol has no encounter " + id);
        }
        return place;
    }

    public int dayOne() {
        return dayOne;
    }

    boolean isLast(Encounter encounter) {
        return encounter.equals(study.design().lastVisit());
    }

    /// The cycle that an encounter begins, counted from 0; -1 where it begins none.
    public int cycle(Encounter encounter) {
        return cycles.getOrDefault(encounter.id(), NONE);
    }

    public Form form(String id) {
        Form form = forms.get(id);
        if (form == null) {
            throw new IllegalStateException("the protocol has no form " + id);
        }
        return form;
    }

    /// Whether some of a form's items are asked under a condition.
    boolean isConditional(Form form) {
        return conditional.contains(form.id());
    }

    public Derivation derivation(String id) {
        Derivation derivation = derivations.get(id);
        if (derivation == null) {
            throw new IllegalStateException("the protocol has no derivation " + id);
        }
        return derivation;
    }

    /// The scores of a form by name.
    public Map<String, Score> scores(String form) {
        return scores.getOrDefault(form, Map.of());
    }
}
