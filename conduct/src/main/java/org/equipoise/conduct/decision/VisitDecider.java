package org.equipoise.conduct.decision;

import java.time.LocalDate;
import java.util.Optional;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.state.Participant;
import org.equipoise.journal.event.VisitEvent.VisitRecorded;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Encounter;

/// Recording that a visit took place. Visits keep the order of the schedule; one outside its window is recorded as
/// such, not refused:
/// what happened, happened.
final class VisitDecider {
    private VisitDecider() {}

    static Decision decide(Setting setting, Participant participant, Command.RecordVisit visit) {
        Optional<Encounter> encounter = setting.study().design().encounter(visit.encounter());
        if (encounter.isEmpty()) {
            return Decision.no(new Refusal.UnknownEncounter(visit.encounter()));
        }
        return refusal(setting, participant, encounter.get(), visit)
                .map(Decision::no)
                .orElseGet(() -> {
                    Window window = window(setting, participant, encounter.get(), visit.date());
                    return Decision.that(new VisitRecorded(
                            participant.id(),
                            visit.encounter(),
                            visit.date(),
                            window.earliest(),
                            window.latest(),
                            window.holds(visit.date())));
                });
    }

    private static Optional<Refusal> refusal(
            Setting setting, Participant participant, Encounter encounter, Command.RecordVisit visit) {
        if (participant instanceof Participant.Ended) {
            return Optional.of(new Refusal.ParticipationEnded(participant.id(), participant.standing()));
        }
        if (encounter.day() > 1 && !(participant instanceof Participant.Randomized)) {
            return Optional.of(new Refusal.NotRandomized(participant.id(), participant.standing()));
        }
        if (visit.date().isBefore(participant.consented())) {
            return Optional.of(new Refusal.BeforeConsent(visit.date(), participant.consented()));
        }
        Optional<LocalDate> recorded = participant.book().visit(encounter.id());
        if (recorded.isPresent()) {
            return Optional.of(new Refusal.VisitAlreadyRecorded(encounter.id(), recorded.get()));
        }
        return outOfOrder(setting, participant, encounter, visit.date())
                .or(() -> onDosingDay(setting, participant, encounter, visit.date()));
    }

    /// Some visits look for what a dose changes within hours: they must not fall on a day on which one is planned.
    private static Optional<Refusal> onDosingDay(
            Setting setting, Participant participant, Encounter encounter, LocalDate date) {
        if (!encounter.notOnDosingDay() || !(participant instanceof Participant.Randomized randomized)) {
            return Optional.empty();
        }
        Design design = setting.study().design();
        for (int dose = 1; dose <= design.doses(); dose++) {
            Participant.Handed kit = randomized
                    .kits()
                    .get(design.dispensing().get(design.cycleOf(dose)).id());
            if (kit != null && kit.date().plusDays(design.daysIntoCycle(dose)).equals(date)) {
                return Optional.of(new Refusal.VisitOnDosingDay(encounter.id(), date, dose));
            }
        }
        return Optional.empty();
    }

    /// A visit that an earlier one in the schedule follows, or a later one precedes, is a slip of the pen.
    private static Optional<Refusal> outOfOrder(
            Setting setting, Participant participant, Encounter encounter, LocalDate date) {
        for (Encounter other : setting.study().design().encounters()) {
            Optional<LocalDate> then = participant.book().visit(other.id());
            boolean wrong = other.day() < encounter.day()
                    ? then.filter(date::isBefore).isPresent()
                    : then.filter(date::isAfter).isPresent();
            if (wrong) {
                return Optional.of(new Refusal.VisitOutOfOrder(encounter.id(), date, other.id(), then.orElseThrow()));
            }
        }
        return Optional.empty();
    }

    private record Window(LocalDate earliest, LocalDate latest) {
        boolean holds(LocalDate date) {
            return !date.isBefore(earliest) && !date.isAfter(latest);
        }
    }

    /// After randomisation the window is counted from day 1. Before it, day 1 is not known: screening may last as long
    /// as its window is wide, and
    /// day 1 must come while screening is still valid.
    private static Window window(Setting setting, Participant participant, Encounter encounter, LocalDate date) {
        if (participant instanceof Participant.Randomized randomized) {
            LocalDate planned = encounter.planned(randomized.dayOne());
            return new Window(planned.minusDays(encounter.before()), planned.plusDays(encounter.after()));
        }
        if (encounter.isScreening()) {
            return new Window(
                    participant.consented(), participant.consented().plusDays(encounter.before() + encounter.after()));
        }
        Window dayOne = new Window(date, date);
        for (Encounter screening : setting.study().design().encounters()) {
            Optional<LocalDate> screened = participant.book().visit(screening.id());
            if (screening.isScreening() && screened.isPresent()) {
                int earliest = -screening.day() - screening.after();
                int latest = -screening.day() + screening.before();
                dayOne = new Window(
                        screened.get().plusDays(earliest), screened.get().plusDays(latest));
            }
        }
        return dayOne;
    }
}
