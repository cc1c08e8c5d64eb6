package org.equipoise.conduct.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equipoise.conduct.state.CaseBook;
import org.equipoise.conduct.state.Page;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.PartialDate;
import org.equipoise.language.value.Value;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Score;
import org.jspecify.annotations.Nullable;

/// The answers of one participant's case book: as they stand at a visit, or in an entry of a log.
class BookAnswers implements Answers {
    static final Answer NOT_RECORDED = new Answer.Unknown("not recorded");
    private static final Answer SEALED = new Answer.Unknown("sealed");
    private static final Answer CONFIDENTIAL = new Answer.Unknown("confidential");
    private static final Answer UNREADABLE = new Answer.Unknown("not a value");

    final StudyIndex study;
    final CaseBook book;
    private final LocalDate consented;
    private final String encounter;

    BookAnswers(StudyIndex study, CaseBook book, LocalDate consented, String encounter) {
        this.study = study;
        this.book = book;
        this.consented = consented;
        this.encounter = encounter;
    }

    @Override
    public Answer answer(ItemName item) {
        return switch (item.form()) {
            case "visit" -> ofVisit(item);
            case "consent" -> day(consented);
            default -> read(book.page(encounter, item.form()), item);
        };
    }

    @Override
    public Answers at(String elsewhere) {
        return elsewhere.equals(encounter) ? this : new BookAnswers(study, book, consented, elsewhere);
    }

    @Override
    public List<Answers> entries(String log) {
        List<Answers> entries = new ArrayList<>();
        book.entries(log).forEach(page -> entries.add(new EntryAnswers(this, page)));
        return entries;
    }

    private Answer ofVisit(ItemName item) {
        if (item.equals(Vocabulary.VISIT_ID)) {
            StudyIndex.Visit visit = study.visit(encounter);
            return visit == null ? NOT_RECORDED : visit.id();
        }
        Optional<LocalDate> date = date();
        return item.equals(Vocabulary.VISIT_DATE)
                ? date.map(BookAnswers::day).orElse(NOT_RECORDED)
                : date.flatMap(this::studyDay).orElse(NOT_RECORDED);
    }

    /// The date that is judged.
    Optional<LocalDate> date() {
        return book.visit(encounter);
    }

    private Optional<Answer> studyDay(LocalDate date) {
        return book.visit(study.dayOne()).map(first -> {
            long days = date.toEpochDay() - first.toEpochDay();
            return new Answer.Known(new Value.Amount(BigDecimal.valueOf(days < 0 ? days : days + 1)));
        });
    }

    private static Answer day(LocalDate date) {
        return new Answer.Known(new Value.Day(PartialDate.of(date)));
    }

    /// What a page says of an item or a score.
    Answer read(@Nullable Page page, ItemName name) {
        if (page == null) {
            return NOT_RECORDED;
        }
        StudyIndex.FormEntry entry = study.form(name.form());
        Score score = entry.scores().get(name.item());
        return score == null
                ? read(page, entry.form(), name.item())
                : score.of(input ->
                        input.form().equals(name.form()) ? read(page, entry.form(), input.item()) : elsewhere(input));
    }

    /// What a score of one form rests on and another form holds: what was last recorded of it.
    private Answer elsewhere(ItemName name) {
        Page latest = latest(name.form());
        return latest == null
                ? NOT_RECORDED
                : read(latest, study.form(name.form()).form(), name.item());
    }

    /// The page of the form with the latest visit up to the date.
    @Nullable
    Page latest(String form) {
        LocalDate until = date().orElse(LocalDate.MAX);
        Page latest = null;
        LocalDate latestDate = LocalDate.MIN;
        for (String each : book.encounters()) {
            Page page = book.page(each, form);
            if (page != null) {
                LocalDate date = dateOf(page);
                if (!date.isAfter(until) && !date.isBefore(latestDate)) {
                    latest = page;
                    latestDate = date;
                }
            }
        }
        return latest;
    }

    LocalDate dateOf(Page page) {
        return book.visit(page.encounter()).orElseThrow(() -> new IllegalStateException(page.form() + " has no visit"));
    }

    private static Answer read(Page page, Form form, String name) {
        int place = form.place(name, 0);
        ItemChange standing = page.standing(name, place);
        if (standing == null) {
            return NOT_RECORDED;
        }
        String value = standing.value();
        if (value != null) {
            return form.items().get(place).type().read(value).orElse(UNREADABLE);
        }
        if (standing.confidential() != null) {
            return CONFIDENTIAL;
        }
        return standing.sealed() != null ? SEALED : new Answer.Unknown(String.valueOf(standing.missing()));
    }

    /// An entry of a log, seen from where it is judged.
    record EntryAnswers(BookAnswers outer, Answers around, Page page) implements Answers {
        EntryAnswers(BookAnswers outer, Page page) {
            this(outer, outer, page);
        }

        @Override
        public Answer answer(ItemName item) {
            return item.form().equals(page.form()) ? outer.read(page, item) : around.answer(item);
        }

        @Override
        public Answers at(String encounter) {
            return new EntryAnswers(outer, around.at(encounter), page);
        }

        @Override
        public List<Answers> entries(String log) {
            List<Answers> entries = new ArrayList<>();
            outer.book.entries(log).forEach(each -> entries.add(new EntryAnswers(outer, this, each)));
            return entries;
        }
    }
}
