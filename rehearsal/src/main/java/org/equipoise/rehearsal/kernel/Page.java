package org.equipoise.rehearsal.kernel;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Truth;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.form.Score;
import org.equipoise.rehearsal.course.Entry;
import org.equipoise.rehearsal.course.FormFilling;
import org.equipoise.rehearsal.course.LogEntry;
import org.equipoise.rehearsal.course.Person;
import org.equipoise.rehearsal.course.Places;
import org.jspecify.annotations.Nullable;

/// What stands on one form at one encounter, or in one entry of a log.
final class Page {
    private final Form form;
    private final Map<String, Score> scores;
    private final Chart chart;
    private final int encounter;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, Answer> read = new HashMap<>();
    private Map<String, String> observed = Map.of();

    private Page(Form form, Map<String, Score> scores, Chart chart, int encounter, List<Entry> entries) {
        this.form = form;
        this.scores = scores;
        this.chart = chart;
        this.encounter = encounter;
        entries.forEach(entry -> this.entries.put(entry.item(), entry));
    }

    /// What was there to see, and nothing else.
    private Page(Form form, Map<String, Score> scores, Chart chart, int encounter, FormFilling flawless) {
        this(
                form,
                scores,
                chart,
                encounter,
                flawless.items().size() == form.items().size() ? List.of() : flawless.right());
        if (flawless.items().size() == form.items().size()) {
            observed = flawless.observed();
        }
    }

    /// A page with these entries and no other.
    static Page standing(Form form, Map<String, Score> scores, Chart chart, int encounter, List<Entry> entries) {
        return new Page(form, scores, chart, encounter, entries);
    }

    /// As the staff leave it: mended where it was refused, right where it was reviewed or a check led to the
    /// mistake, and else as it was written.
    ///
    /// @param obtained whether what was forgotten has been asked for
    static Page of(Places places, Chart chart, Person person, Form form, int encounter, boolean obtained) {
        var planned = places.encounters().get(encounter);
        FormFilling filling = person.fill(form, planned);
        Map<String, Score> scores = places.scores(form.id());
        if (filling.isFlawless() || (obtained && filling.forgets())) {
            return new Page(form, scores, chart, encounter, filling);
        }
        if (filling.forgets()) {
            return new Page(form, scores, chart, encounter, filling.mended());
        }
        boolean wrong = !person.isReviewed(form, planned)
                && VisitWriting.mistaken(places, chart, person, encounter).contains(form.id());
        return new Page(form, scores, chart, encounter, wrong ? filling.written() : filling.right());
    }

    /// An entry as it stands after the last visit.
    static Page of(Places places, Chart chart, LogEntry entry, LocalDate date, LocalDate lastVisit) {
        FormFilling filling = entry.fill(date);
        Answers anywhere = new NoVisit(places, chart);
        Page standing = ofEntry(chart, entry, filling.written());
        if (!filling.isFlawless()) {
            boolean refused = filling.forgets() || standing.isRefused(anywhere);
            if (filling.forgets()) {
                standing = ofEntry(chart, entry, filling.mended());
            } else if (refused || entry.isReviewed() || standing.isQueried(places, anywhere)) {
                standing = ofEntry(chart, entry, filling.right());
            }
        }
        if (!entry.isOver(date) && entry.isOver(lastVisit)) {
            standing.complete(entry.completed(date, lastVisit), anywhere);
        }
        return standing;
    }

    private static Page ofEntry(Chart chart, LogEntry entry, List<Entry> entries) {
        return new Page(entry.log(), Map.of(), chart, 0, entries);
    }

    /// A correction is refused where it is impossible.
    private void complete(List<Entry> changes, Answers elsewhere) {
        Map<String, Entry> before = new HashMap<>(entries);
        changes.forEach(change -> entries.put(change.item(), change));
        read.clear();
        if (isRefused(elsewhere)) {
            entries.clear();
            entries.putAll(before);
            read.clear();
        }
    }

    private boolean isQueried(Places places, Answers elsewhere) {
        return places.study().checks().stream()
                .filter(check -> check.on().contains(form.id()))
                .anyMatch(check -> check.firesWhen().truth(over(elsewhere)) == Truth.TRUE);
    }

    /// Where a log is judged there is no visit.
    private record NoVisit(Places places, Chart chart) implements Answers {
        @Override
        public Answer answer(ItemName item) {
            return item.equals(Vocabulary.CONSENT_DATE) ? VisitAnswers.day(chart.consented()) : Chart.NOT_RECORDED;
        }

        @Override
        public Answers at(String encounter) {
            return new VisitAnswers(places, chart, places.encounter(encounter));
        }
    }

    /// Whether conduct would not accept it: an impossible value, one that nobody asks, or a required one left out.
    boolean isRefused(Answers visit) {
        Answers here = over(visit);
        Set<String> asked = form.items().stream()
                .filter(item ->
                        item.when().map(when -> when.truth(here) != Truth.FALSE).orElse(true))
                .map(item -> item.name().item())
                .collect(Collectors.toSet());
        return entries.values().stream().anyMatch(entry -> !asked.contains(entry.item()) || isImpossible(entry))
                || form.items().stream()
                        .filter(Item::required)
                        .map(item -> item.name().item())
                        .anyMatch(item -> asked.contains(item) && !entries.containsKey(item));
    }

    private boolean isImpossible(Entry entry) {
        ItemType type = form.item(entry.item()).orElseThrow().type();
        String value = entry.value();
        return value != null
                && type.read(value)
                        .map(answer -> type instanceof ItemType.Amount(var _, var possible)
                                && (answer.span().lessThan(possible) == Truth.TRUE
                                        || possible.lessThan(answer.span()) == Truth.TRUE))
                        .orElse(true);
    }

    /// What stands elsewhere, and here what is on this page.
    Answers over(Answers elsewhere) {
        return new Answers() {
            @Override
            public Answer answer(ItemName item) {
                return item.form().equals(form.id()) ? Page.this.answer(item.item()) : elsewhere.answer(item);
            }

            @Override
            public Answers at(String other) {
                return elsewhere.at(other);
            }
        };
    }

    /// The answer of an item or a score.
    Answer answer(String name) {
        Answer known = read.get(name);
        if (known == null) {
            Score score = scores.get(name);
            known = score == null ? item(name) : score.of(this::input);
            read.put(name, known);
        }
        return known;
    }

    private Answer input(ItemName name) {
        return name.form().equals(form.id()) ? answer(name.item()) : chart.latest(encounter, name);
    }

    private Answer item(String name) {
        @Nullable Entry entry = entries.get(name);
        if (entry == null) {
            String seen = observed.get(name);
            return seen == null ? Chart.NOT_RECORDED : read(name, seen);
        }
        String value = entry.value();
        return value == null ? new Answer.Unknown(String.valueOf(entry.missing())) : read(name, value);
    }

    private Answer read(String name, String value) {
        return form.item(name).map(Item::type).flatMap(type -> type.read(value)).orElse(Chart.NOT_RECORDED);
    }
}
