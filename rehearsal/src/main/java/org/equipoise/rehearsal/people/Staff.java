package org.equipoise.rehearsal.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.journal.event.AllocationEvent.KitDispensed;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.DispositionEvent;
import org.equipoise.journal.event.DosingEvent;
import org.equipoise.journal.event.ScreeningEvent.EligibilityConfirmed;
import org.equipoise.journal.event.SupplyEvent.KitReplaced;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.design.Site;
import org.equipoise.rehearsal.course.Person;

/// The staff of a site: each act a command by the one whose role it is.
final class Staff {
    private final Door door;
    private final Writers writers;

    Staff(Door door, Writers writers) {
        this.door = door;
        this.writers = writers;
    }

    Optional<VirtualParticipant> consent(Site site, Person person, LocalDate date) {
        Outcome outcome =
                door.give(Role.COORDINATOR, person.number(), -1, new Command.RecordConsent(site.id(), date, "1"));
        return happened(outcome, ConsentGiven.class).map(given -> new VirtualParticipant(given.participant(), person));
    }

    /// Records the visit, fills in the forms whose values are there the same day, and asks what happened meanwhile.
    void attend(VirtualParticipant participant, Encounter encounter, LocalDate date) {
        ask(participant, Role.COORDINATOR, new Command.RecordVisit(participant.id(), encounter.id(), date));
        writers.fill(participant, encounter, form -> !form.rules().resultsLater());
        if (encounter.day() > 1) {
            writers.note(participant, encounter, date);
        }
    }

    /// Fills in the forms whose results return after the visit.
    void enterResults(VirtualParticipant participant, Encounter encounter) {
        writers.fill(participant, encounter, form -> form.rules().resultsLater());
    }

    /// Whether the investigator found the participant eligible and randomised them.
    boolean randomize(VirtualParticipant participant, LocalDate today) {
        Outcome eligible = askTwice(participant, new Command.ConfirmEligibility(participant.id(), today));
        return happened(eligible, EligibilityConfirmed.class).isPresent()
                && askTwice(participant, new Command.RandomizeParticipant(participant.id(), today))
                        instanceof Outcome.Accepted;
    }

    /// Asks the investigator to decide; when something is unknown, obtains what was forgotten and asks once more.
    private Outcome askTwice(VirtualParticipant participant, Command command) {
        Outcome outcome = ask(participant, Role.INVESTIGATOR, command);
        if (!(outcome instanceof Outcome.Refused(Refusal.EligibilityUnknown _))
                && !(outcome instanceof Outcome.Refused(Refusal.StratumUnknown _))) {
            return outcome;
        }
        writers.obtain(participant);
        return ask(participant, Role.INVESTIGATOR, command);
    }

    void withdraw(VirtualParticipant participant, LocalDate date, String verbatim) {
        ask(participant, Role.INVESTIGATOR, new Command.WithdrawConsent(participant.id(), date, verbatim));
    }

    Optional<KitNumber> dispense(VirtualParticipant participant, Encounter encounter, LocalDate date) {
        Outcome outcome =
                ask(participant, Role.PHARMACIST, new Command.DispenseKit(participant.id(), encounter.id(), date));
        return happened(outcome, KitDispensed.class).map(KitDispensed::kit);
    }

    /// Hands out another kit for the visit, as the first cannot be used.
    Optional<KitNumber> replace(VirtualParticipant participant, Encounter encounter, LocalDate date) {
        Outcome outcome = ask(
                participant,
                Role.PHARMACIST,
                new Command.ReplaceKit(participant.id(), encounter.id(), date, "found damaged when it was opened"));
        return happened(outcome, KitReplaced.class).map(KitReplaced::by);
    }

    void takeBack(VirtualParticipant participant, KitNumber kit, LocalDate date, int left) {
        ask(participant, Role.PHARMACIST, new Command.ReturnKit(participant.id(), kit, date, left));
    }

    void miss(VirtualParticipant participant, String site, KitNumber kit, LocalDate date) {
        ask(participant, Role.PHARMACIST, new Command.ReportKitsLost(site, date, "not brought back", List.of(kit)));
    }

    /// Whether the dose was given.
    boolean give(VirtualParticipant participant, int dose, LocalDate date) {
        return ask(participant, Role.COORDINATOR, new Command.RecordDose(participant.id(), dose, date))
                instanceof Outcome.Accepted;
    }

    void miss(VirtualParticipant participant, int dose, DosingEvent.Reason reason) {
        ask(participant, Role.COORDINATOR, new Command.RecordMissedDose(participant.id(), dose, reason));
    }

    void discontinue(VirtualParticipant participant, LocalDate date, DispositionEvent.Reason reason) {
        ask(participant, Role.INVESTIGATOR, new Command.DiscontinueParticipant(participant.id(), date, reason));
    }

    void complete(VirtualParticipant participant, LocalDate date) {
        ask(participant, Role.COORDINATOR, new Command.CompleteParticipant(participant.id(), date));
    }

    private Outcome ask(VirtualParticipant participant, Role role, Command command) {
        return door.give(role, participant, command);
    }

    static <E extends TrialEvent> Optional<E> happened(Outcome outcome, Class<E> kind) {
        return outcome instanceof Outcome.Accepted(var events)
                ? events.stream()
                        .map(journalled -> journalled.event())
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .findFirst()
                : Optional.empty();
    }
}
