package org.equipoise.conduct.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.conduct.state.Page;
import org.equipoise.conduct.state.Participant;
import org.equipoise.journal.event.ScreeningEvent.Evidence;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;

/// The answers a participant's case book gives on a date: for each item what was last recorded, unless it is older than
/// the window allows. Remembers what was read at visits, as evidence.
final class RecordedAnswers extends BookAnswers {
    private static final String NO_VISIT = "";

    private final LocalDate on;
    private final Map<String, Integer> windows;
    private final SortedMap<String, Evidence> evidence = new TreeMap<>();

    RecordedAnswers(StudyIndex study, Participant participant, LocalDate on, Map<String, Integer> windows) {
        super(study, participant.book(), participant.consented(), NO_VISIT);
        this.on = on;
        this.windows = windows;
    }

    /// By item, then date.
    List<Evidence> evidence() {
        return List.copyOf(evidence.values());
    }

    @Override
    Optional<LocalDate> date() {
        return Optional.of(on);
    }

    @Override
    public Answer answer(ItemName name) {
        if (study.find(name.form()) == null) {
            return super.answer(name);
        }
        Page latest = latest(name.form());
        if (latest == null) {
            return NOT_RECORDED;
        }
        Integer days = windows.get(name.form());
        if (days != null && dateOf(latest).isBefore(on.minusDays(days))) {
            return new Answer.Unknown("older than " + days + " days");
        }
        return noted(name, read(latest, name), latest);
    }

    @Override
    public Answers at(String encounter) {
        Answers there = super.at(encounter);
        return name -> {
            Page page = book.page(encounter, name.form());
            Answer answer = there.answer(name);
            return page == null ? answer : noted(name, answer, page);
        };
    }

    private Answer noted(ItemName name, Answer answer, Page page) {
        LocalDate date = dateOf(page);
        evidence.put(name + " " + date, new Evidence(name.toString(), answer.toString(), date, page.seq()));
        return answer;
    }
}
