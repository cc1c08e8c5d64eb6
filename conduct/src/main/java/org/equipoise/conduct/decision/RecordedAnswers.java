package org.equipoise.conduct.decision;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.equipoise.conduct.state.CaseBook;
import org.equipoise.conduct.state.CaseBook.Entered;
import org.equipoise.conduct.state.CaseBook.Page;
import org.equipoise.journal.event.ScreeningEvent.Evidence;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.form.Score;
import org.equipoise.protocol.reading.Study;

/// The answers a participant's case book gives on a date: for each item what was last recorded, unless it is older than
/// the window
/// allows. Remembers what was read, as evidence.
final class RecordedAnswers implements Answers {
    private final Study study;
    private final CaseBook book;
    private final LocalDate on;
    private final Map<String, Integer> windows;
    private final SortedMap<ItemName, Evidence> evidence = new TreeMap<>();

    RecordedAnswers(Study study, CaseBook book, LocalDate on, Map<String, Integer> windows) {
        this.study = study;
        this.book = book;
        this.on = on;
        this.windows = windows;
    }

    SortedMap<ItemName, Evidence> evidence() {
        return evidence;
    }

    @Override
    public Answer answer(ItemName name) {
        Optional<Page> latest = latest(name.form());
        if (latest.isEmpty()) {
            return new Answer.Unknown("not recorded");
        }
        LocalDate date = book.visits().get(latest.get().encounter());
        if (date == null) {
            throw new IllegalStateException(latest.get() + " has no visit");
        }
        Integer days = windows.get(name.form());
        if (days != null && date.isBefore(on.minusDays(days))) {
            return new Answer.Unknown("older than " + days + " days");
        }
        Map<String, Entered> entries = book.forms().getOrDefault(latest.get(), Map.of());
        Answer answer = answer(name, entries);
        evidence.put(name, new Evidence(name.toString(), answer.toString(), date, lastWritten(entries)));
        return answer;
    }

    private Answer answer(ItemName name, Map<String, Entered> entries) {
        Form form = study.form(name.form()).orElseThrow();
        Function<String, Answer> items = item -> read(form, item, entries);
        for (Score score : form.scores()) {
            if (score.name().equals(name)) {
                return score.of(
                        input -> input.form().equals(form.id()) ? items.apply(input.item()) : answer(input));
            }
        }
        return items.apply(name.item());
    }

    private static Answer read(Form form, String name, Map<String, Entered> entries) {
        Entered entered = entries.get(name);
        if (entered == null) {
            return new Answer.Unknown("not recorded");
        }
        String value = entered.value();
        return value == null
                ? new Answer.Unknown(String.valueOf(entered.missing()))
                : form.item(name)
                        .map(Item::type)
                        .flatMap(type -> type.read(value))
                        .orElseThrow(() -> new IllegalStateException(name + " holds what is no value of it"));
    }

    /// The page of the form with the latest visit up to the date.
    private Optional<Page> latest(String form) {
        Page latest = null;
        LocalDate latestDate = LocalDate.MIN;
        for (Page page : book.forms().keySet()) {
            LocalDate date = book.visits().getOrDefault(page.encounter(), LocalDate.MAX);
            if (page.form().equals(form) && !date.isAfter(on) && !date.isBefore(latestDate)) {
                latest = page;
                latestDate = date;
            }
        }
        return Optional.ofNullable(latest);
    }

    private static long lastWritten(Map<String, Entered> entries) {
        return entries.values().stream().mapToLong(Entered::seq).max().orElse(0);
    }
}
