package org.equipoise.conduct.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.conduct.state.Page;
import org.equipoise.conduct.state.Participant;
import org.equipoise.journal.event.ScreeningEvent.Evidence;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.jspecify.annotations.Nullable;

/// The answers a participant's case book gives on a date: for each item what was last recorded, unless it is older than
/// the window allows. Remembers what was read at visits, as evidence.
final class RecordedAnswers extends BookAnswers {
    private static final String NO_VISIT = "";

    private final LocalDate on;
    private final OptionalInt windowDays;
    private final SortedMap<String, Evidence> evidence = new TreeMap<>();

    RecordedAnswers(StudyIndex study, Participant participant, LocalDate on, OptionalInt windowDays) {
        super(study, participant.book(), participant.consented(), NO_VISIT);
        this.on = on;
        this.windowDays = windowDays;
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
        if (windowDays.isPresent() && dateOf(latest).isBefore(on.minusDays(windowDays.getAsInt()))) {
            return new Answer.Unknown("older than " + windowDays.getAsInt() + " days");
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

    private LocalDate dateOf(Page page) {
        return book.visit(page.encounter()).orElseThrow(() -> new IllegalStateException(page.form() + " has no visit"));
    }

    /// The page of the form with the latest visit up to the date.
    private @Nullable Page latest(String form) {
        Page latest = null;
        LocalDate latestDate = LocalDate.MIN;
        for (String encounter : book.encounters()) {
            Page page = book.page(encounter, form);
            if (page != null) {
                LocalDate date = dateOf(page);
                if (!date.isAfter(on) && !date.isBefore(latestDate)) {
                    latest = page;
                    latestDate = date;
                }
            }
        }
        return latest;
    }
}
