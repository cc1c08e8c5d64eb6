package org.equipoise.exchange.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.exchange.doubt.Doubt.Part;
import org.equipoise.exchange.doubt.Doubt.Place;
import org.equipoise.exchange.outline.Outline;
import org.equipoise.exchange.outline.Outline.Outcome;
import org.equipoise.exchange.outline.Said;

/// Outcomes with their words. How they are derived, and the estimands, are a person's to say.
record EndpointDraft(Outline outline, Slots slots) {

    Map<String, Object> endpoints() {
        List<Object> endpoints = new ArrayList<>();
        int primary = 0;
        int secondary = 0;
        for (int i = 0; i < outline.outcomes().size(); i++) {
            Outcome outcome = outline.outcomes().get(i);
            String id = outcome.primary() ? "primary_" + ++primary : "secondary_" + ++secondary;
            endpoints.add(endpoint(id, i, outcome));
        }
        List<Map<String, Object>> missing = slots.take(Place.OUTCOMES);
        if (!missing.isEmpty() || endpoints.isEmpty()) {
            endpoints.add(Map.of("undecided", missing));
        }
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("endpoints", endpoints);
        List<Map<String, Object>> estimands = slots.take(Place.ESTIMANDS);
        estimands.addFirst(Open.gap(
                "estimand-missing",
                "what is estimated: population, treatments, intercurrent events and summary of each question",
                outline.source(),
                "Write the estimands with their five attributes (ICH E9(R1))"));
        written.put("estimands", List.of(Map.of("undecided", estimands)));
        return written;
    }

    private Map<String, Object> endpoint(String id, int place, Outcome outcome) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("id", id);
        String time = outcome.time().map(said -> ", " + said.text()).orElse("");
        String more =
                outcome.description().map(Said::text).map(text -> ". " + text).orElse("");
        written.put("label", Map.of("en", Texts.of(outcome.measure().text() + time + more)));
        List<Map<String, Object>> questions = slots.take(Part.at(Place.OUTCOME, String.valueOf(place)));
        questions.addFirst(Open.gap(
                "endpoint-as-text",
                id + " is a text: no item answers it, at no visit",
                outcome.measure().at(),
                "Write its kind, its items, its baseline and its visits"));
        written.put("undecided", questions);
        return written;
    }
}
