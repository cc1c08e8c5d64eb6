package org.equipoise.datasets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equipoise.journal.event.AllocationEvent.ParticipantRandomized;
import org.equipoise.journal.event.VisitEvent.VisitRecorded;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.expression.Judgement;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.PartialDate;
import org.equipoise.language.value.Value;
import org.equipoise.protocol.endpoint.Derivation;

/// What is recorded of one participant, seen from one encounter; every answer given goes to the sources of a reading.
record VisitAnswers(Plan plan, Course participant, int encounter, Reading reading) implements Answers {
    private static final Answer NOT_HELD = new Answer.Unknown("the visit did not take place");

    @Override
    public Answer answer(ItemName item) {
        if (item.equals(Vocabulary.VISIT_DATE)) {
            return visit().map(visit -> day(visit.date())).orElse(NOT_HELD);
        }
        if (item.equals(Vocabulary.VISIT_DAY)) {
            return studyDay();
        }
        if (item.equals(Vocabulary.VISIT_ID)) {
            return new Answer.Known(
                    new Value.Code(plan.encounters().get(encounter).id()));
        }
        if (item.equals(Vocabulary.CONSENT_DATE)) {
            return day(participant.consent().event().date());
        }
        return reading.answer(participant, encounter, item);
    }

    private Optional<VisitRecorded> visit() {
        return participant.visit(encounter).map(noted -> {
            reading.rest(noted.source());
            return noted.event();
        });
    }

    /// Day 1 is the day of randomisation, and there is no day 0.
    private Answer studyDay() {
        Optional<LocalDate> dayOne =
                participant.randomization().map(Noted::event).map(ParticipantRandomized::date);
        Optional<VisitRecorded> visit = visit();
        if (dayOne.isEmpty() || visit.isEmpty()) {
            return NOT_HELD;
        }
        long days = ChronoUnit.DAYS.between(dayOne.get(), visit.get().date());
        return new Answer.Known(new Value.Amount(BigDecimal.valueOf(days < 0 ? days : days + 1)));
    }

    private static Answer day(LocalDate date) {
        return new Answer.Known(new Value.Day(PartialDate.of(date)));
    }

    @Override
    public VisitAnswers at(String other) {
        return new VisitAnswers(plan, participant, plan.place(other), reading);
    }

    @Override
    public Judgement derived(String derivation) {
        Derivation found = plan.derivation(derivation);
        return found.at(plan.encounters().get(encounter).id(), this);
    }

    @Override
    public List<Answers> entries(String log) {
        return entries(log, this);
    }

    private List<Answers> entries(String log, Answers around) {
        List<Answers> entries = new ArrayList<>();
        participant.log(log).values().forEach(sheet -> entries.add(new Entry(this, around, log, sheet)));
        return entries;
    }

    /// The items of the log are the entry's; all others stay as they are here.
    Answers entry(String log, Sheet sheet) {
        return new Entry(this, this, log, sheet);
    }

    private record Entry(VisitAnswers visit, Answers around, String log, Sheet sheet) implements Answers {
        @Override
        public Answer answer(ItemName item) {
            return item.form().equals(log) ? visit.reading().item(sheet, item.item()) : around.answer(item);
        }

        @Override
        public Answers at(String encounter) {
            return around.at(encounter);
        }

        @Override
        public List<Answers> entries(String other) {
            return visit.entries(other, this);
        }

        @Override
        public Judgement derived(String derivation) {
            return around.derived(derivation);
        }
    }
}
