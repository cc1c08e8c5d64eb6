package org.equipoise.exchange.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.exchange.doubt.Doubt.Part;
import org.equipoise.exchange.doubt.Doubt.Place;
import org.equipoise.exchange.outline.Outline;
import org.equipoise.exchange.outline.Outline.Criterion;

/// Criteria with their words and their place in the source. Which items decide them is a person's to say.
record EligibilityDraft(Outline outline, Slots slots) {

    Map<String, Object> eligibility() {
        List<Object> criteria = new ArrayList<>();
        outline.criteria().forEach(criterion -> criteria.add(criterion(criterion)));
        List<Map<String, Object>> missing = slots.take(Place.CRITERIA);
        if (criteria.isEmpty()) {
            missing.addFirst(Open.gap("criteria-missing", "who may take part", outline.source(), "Write the criteria"));
        }
        if (!missing.isEmpty()) {
            criteria.add(Map.of("undecided", missing));
        }
        return Map.of("criteria", criteria);
    }

    private Map<String, Object> criterion(Criterion criterion) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("id", criterion.id());
        written.put("kind", criterion.inclusion() ? "inclusion" : "exclusion");
        written.put("text", Map.of("en", Texts.of(criterion.text().text())));
        written.put("source", criterion.text().at());
        List<Map<String, Object>> questions = slots.take(Part.at(Place.CRITERION, criterion.id()));
        questions.addFirst(Open.gap(
                "criterion-as-text",
                criterion.id() + " is a text: no item decides it",
                criterion.text().at(),
                "Write the condition under 'holds', over items of the forms"));
        if (Texts.areShortened(criterion.text().text())) {
            questions.add(Open.gap(
                    "text-shortened",
                    criterion.id() + " is longer than a text of a study and was shortened",
                    criterion.text().at(),
                    "Split it into criteria that each say one thing"));
        }
        written.put("undecided", questions);
        return written;
    }
}
