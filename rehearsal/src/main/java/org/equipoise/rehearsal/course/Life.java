package org.equipoise.rehearsal.course;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.equipoise.journal.event.DispositionEvent.Reason;
import org.equipoise.journal.event.DosingEvent;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.rehearsal.plan.Participation;
import org.equipoise.statistics.random.RandomStream;

/// The life of one participant from randomisation on, step by step: visits early, late or not at all, doses given and
/// missed, the end. Both runners live it; what they do at a step does not change what the next one is.
public final class Life {
    public static final LocalTime VISITING_HOUR = LocalTime.of(9, 0);
    private static final LocalTime DOSING_HOUR = LocalTime.of(14, 0);
    public static final LocalTime RESULTS_HOUR = LocalTime.of(16, 0);
    private static final LocalTime CLOSING_HOUR = LocalTime.of(17, 0);
    private static final double DAYS_IN_A_WEEK = 7;

    private record Due(LocalDateTime at, int order, Kind kind, Encounter encounter, int dose) {}

    private enum Kind {
        VISIT,
        DOSE,
        RESULTS,
        LEAVE,
        CLOSE
    }

    private final Places places;
    private final Design design;
    private final Person person;
    private final Participation habits;
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingInt(Due::order));
    private int entered;
    private LocalDate lastSeen;
    private Reason leaving = Reason.WITHDRAWAL_BY_PARTICIPANT;

    /// Begins on day 1, after the visit of randomisation.
    public Life(Person person) {
        this.places = person.places();
        this.design = places.design();
        this.person = person;
        this.habits = person.here().participants();
        this.lastSeen = person.dayOne();
        Encounter dayOne = design.randomizationVisit();
        follow(dayOne, person.dayOne());
        VisitDates dates = new VisitDates(person);
        for (Encounter encounter : design.encounters()) {
            if (encounter.day() > dayOne.day() && !encounter.isEarlyTermination()) {
                enter(dates.next(encounter).atTime(VISITING_HOUR), Kind.VISIT, encounter, 0);
            }
        }
    }

    private void enter(LocalDateTime at, Kind kind, Encounter encounter, int dose) {
        due.add(new Due(at, entered++, kind, encounter, dose));
    }

    /// What a held visit brings with it: the doses of its cycle, the results that return later, the end of the study.
    private void follow(Encounter encounter, LocalDate date) {
        int cycle = places.cycle(encounter);
        int doses = design.regimen().doseDays().size();
        for (int dose = cycle * doses + 1; cycle >= 0 && dose <= (cycle + 1) * doses; dose++) {
            enter(date.plusDays(design.daysIntoCycle(dose)).atTime(DOSING_HOUR), Kind.DOSE, encounter, dose);
        }
        enter(date.atTime(RESULTS_HOUR), Kind.RESULTS, encounter, 0);
        if (places.isLast(encounter)) {
            enter(date.atTime(CLOSING_HOUR), Kind.CLOSE, encounter, 0);
        }
    }

    /// When the next step is due, if there is one.
    public Optional<LocalDateTime> nextAt() {
        return Optional.ofNullable(due.peek()).map(Due::at);
    }

    /// Takes the next step.
    public Step next() {
        Due next = due.remove();
        return switch (next.kind()) {
            case VISIT -> visit(next);
            case DOSE -> dose(next);
            case RESULTS -> new Step.Results(next.at(), next.encounter());
            case LEAVE -> new Step.Leave(next.at(), leaving);
            case CLOSE -> new Step.Complete(next.at());
        };
    }

    private Step visit(Due next) {
        LocalDate date = next.at().toLocalDate();
        Encounter encounter = next.encounter();
        Optional<Reason> reason = leaves(encounter, date);
        if (reason.isPresent()) {
            return leave(next.at(), reason.get());
        }
        if (isMissed(encounter, date)) {
            return places.isLast(encounter) ? lost(next.at()) : new Step.MissedVisit(next.at(), encounter);
        }
        lastSeen = date;
        person.attends(encounter, date);
        follow(encounter, date);
        return new Step.Visit(next.at(), encounter);
    }

    private Step lost(LocalDateTime at) {
        due.clear();
        return new Step.Leave(at, Reason.LOST_TO_FOLLOW_UP);
    }

    /// Some who leave come once more.
    private Step leave(LocalDateTime at, Reason reason) {
        due.clear();
        Optional<Encounter> last = design.earlyTermination()
                .filter(_ -> draw("early termination", 0).bernoulli(habits.earlyTerminationVisit()));
        if (last.isEmpty()) {
            return new Step.Leave(at, reason);
        }
        leaving = reason;
        person.attends(last.get(), at.toLocalDate());
        enter(at.toLocalDate().atTime(RESULTS_HOUR), Kind.RESULTS, last.get(), 0);
        enter(at.toLocalDate().atTime(CLOSING_HOUR), Kind.LEAVE, last.get(), 0);
        return new Step.Visit(at, last.get());
    }

    private Optional<Reason> leaves(Encounter encounter, LocalDate date) {
        double weeks = ChronoUnit.DAYS.between(lastSeen, date) / DAYS_IN_A_WEEK;
        double worse = habits.discontinuationByFeeling() == 0 ? 0 : person.worse(date);
        boolean suffered = habits.discontinuationByAdverseEvent() != 0 && person.hasSuffered(lastSeen, date);
        double risen =
                habits.discontinuationByFeeling() * worse + (suffered ? habits.discontinuationByAdverseEvent() : 0);
        double hazard = habits.discontinuationPerWeek() * person.inclinationToLeave(date) * StrictMath.exp(risen);
        if (!draw("discontinuation", encounter.day()).bernoulli(1 - StrictMath.exp(-hazard * weeks))) {
            return Optional.empty();
        }
        return Optional.of(
                suffered
                        ? Reason.ADVERSE_EVENT
                        : worse > 0 ? Reason.LACK_OF_EFFICACY : Reason.WITHDRAWAL_BY_PARTICIPANT);
    }

    private boolean isMissed(Encounter encounter, LocalDate date) {
        if (habits.missedVisit() == 0) {
            return false;
        }
        double worse = habits.missedVisitByFeeling() == 0 ? 0 : person.worse(date);
        double odds = habits.missedVisit()
                / (1 - habits.missedVisit())
                * StrictMath.exp(habits.missedVisitByFeeling() * worse);
        double probability = habits.missedVisit() == 1 ? 1 : odds / (1 + odds);
        return draw("missed visit", encounter.day()).bernoulli(probability);
    }

    private Step dose(Due next) {
        LocalDate date = next.at().toLocalDate();
        RandomStream stream = draw("dose", next.dose());
        if (stream.bernoulli(habits.missedDose())) {
            return new Step.MissedDose(next.at(), next.dose(), DosingEvent.Reason.DID_NOT_COME);
        }
        double held = habits.missedDoseInAdverseEvent();
        return held > 0 && stream.bernoulli(held) && person.suffers(date)
                ? new Step.MissedDose(next.at(), next.dose(), DosingEvent.Reason.ADVERSE_EVENT)
                : new Step.Dose(next.at(), next.dose());
    }

    private RandomStream draw(String purpose, long occasion) {
        return person.chances().stream(person.number(), purpose, occasion);
    }
}
