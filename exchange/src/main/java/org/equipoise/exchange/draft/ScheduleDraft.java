package org.equipoise.exchange.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.exchange.doubt.Doubt.Place;
import org.equipoise.exchange.outline.Outline;
import org.equipoise.exchange.outline.Outline.Gap;
import org.equipoise.exchange.outline.Outline.Visit;

/// Visits with the day, the window and the forms that the source gives them.
record ScheduleDraft(Outline outline, Slots slots) {

    Map<String, Object> schedule() {
        List<Map<String, Object>> questions = slots.take(Place.SCHEDULE);
        outline.gaps().forEach(gap -> questions.add(gap(gap)));
        if (outline.visits().isEmpty()) {
            questions.addFirst(Open.gap(
                    "no-visits",
                    "when do people come, within which windows, and what is done then (SPIRIT 2025, item 18)",
                    outline.source(),
                    "Write the encounters, from screening to the end of follow-up"));
        }
        if (outline.forms().isEmpty()) {
            questions.add(Open.gap(
                    "forms-missing",
                    "what is recorded: there is no form",
                    outline.source(),
                    "Write forms/*.yaml: the items that criteria and outcomes need"));
        }
        List<Object> encounters = new ArrayList<>();
        outline.visits().forEach(visit -> encounters.add(encounter(visit)));
        if (!outline.visits().isEmpty()) {
            questions.add(Open.gap(
                    "activities-missing",
                    "at which visits are participants randomised and kits dispensed",
                    outline.source(),
                    "Write the activities of the visits; randomisation is on day 1"));
        }
        if (!questions.isEmpty()) {
            encounters.add(Map.of("undecided", questions));
        }
        return Map.of("encounters", encounters);
    }

    private static Map<String, Object> encounter(Visit visit) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("id", visit.id());
        written.put("label", Map.of("en", Texts.of(visit.label().text())));
        visit.day().ifPresent(day -> written.put("day", day));
        List<Map<String, Object>> questions = new ArrayList<>();
        visit.open().forEach(gap -> questions.add(gap(gap)));
        if (visit.day().isEmpty() && questions.isEmpty()) {
            questions.add(Open.gap(
                    "visit-without-time",
                    "on which day is '" + visit.label().text() + "'",
                    visit.label().at(),
                    "Write the day"));
        }
        if (visit.before().isPresent() && visit.after().isPresent()) {
            Map<String, Object> window = new LinkedHashMap<>();
            window.put("before", visit.before().get());
            window.put("after", visit.after().get());
            written.put("window", window);
        } else if (questions.isEmpty()) {
            questions.add(Open.gap(
                    "visit-without-window",
                    "how many days may '" + visit.label().text() + "' be early or late",
                    visit.label().at(),
                    "Write the window"));
        }
        written.put("forms", visit.forms());
        if (!questions.isEmpty()) {
            written.put("undecided", questions);
        }
        return written;
    }

    private static Map<String, Object> gap(Gap gap) {
        return Open.gap(
                gap.finding(), gap.what().text(), gap.what().at(), "Write it by hand, or leave it out on purpose");
    }
}
