package org.equipoise.rehearsal.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.journal.event.AllocationEvent.KitDispensed;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.ScreeningEvent.EligibilityConfirmed;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.design.Site;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.reading.Study;
import org.equipoise.rehearsal.course.Entry;
import org.equipoise.rehearsal.course.FormFilling;
import org.equipoise.rehearsal.course.Person;

/// The staff of a site: each act a command by the one whose role it is.
final class Staff {
    private static final String SECOND_LOOK = "transcription error found on review of the source";
    private static final String OBTAINED = "result obtained after the visit";

    private final Study study;
    private final Door door;

    Staff(Study study, Door door) {
        this.study = study;
        this.door = door;
    }

    Optional<VirtualParticipant> consent(Site site, Person person, LocalDate date) {
        Outcome outcome = door.give(
                Role.COORDINATOR, person.number(), -1, new Command.RecordConsent(site.id(), date, "1"));
        return happened(outcome, ConsentGiven.class).map(given -> new VirtualParticipant(given.participant(), person));
    }

    /// Records the visit and fills in its forms.
    void attend(VirtualParticipant participant, Encounter encounter, LocalDate date) {
        ask(participant, Role.COORDINATOR, new Command.RecordVisit(participant.id(), encounter.id(), date));
        fill(participant, encounter, form -> !form.rules().resultsLater());
    }

    /// Fills in the forms whose results return after the visit.
    void enterResults(VirtualParticipant participant, Encounter encounter) {
        fill(participant, encounter, form -> form.rules().resultsLater());
    }

    private void fill(VirtualParticipant participant, Encounter encounter, Predicate<Form> which) {
        encounter.forms().stream()
                .map(name -> study.form(name).orElseThrow())
                .filter(which)
                .filter(form -> participant.person().isDue(form, encounter))
                .forEach(form -> fill(participant, encounter, form));
    }

    private void fill(VirtualParticipant participant, Encounter encounter, Form form) {
        FormFilling filling = participant.person().fill(form, encounter);
        participant.remember(encounter.id() + "/" + form.id(), filling.obtainable());
        Outcome first = submit(participant, encounter, form, filling.written());
        if (first instanceof Outcome.Refused) {
            submit(participant, encounter, form, filling.mended());
        } else if (!filling.corrections().isEmpty() && participant.person().isReviewed(form, encounter)) {
            correct(participant, encounter.id(), form.id(), SECOND_LOOK, filling.corrections());
        }
    }

    private Outcome submit(VirtualParticipant participant, Encounter encounter, Form form, List<Entry> entries) {
        return ask(
                participant,
                Role.COORDINATOR,
                new Command.SubmitForm(participant.id(), encounter.id(), form.id(), changes(entries)));
    }

    private void correct(
            VirtualParticipant participant, String encounter, String form, String reason, List<Entry> values) {
        ask(
                participant,
                Role.COORDINATOR,
                new Command.CorrectForm(participant.id(), encounter, form, reason, changes(values)));
    }

    private static List<ItemChange> changes(List<Entry> entries) {
        return entries.stream()
                .map(entry -> new ItemChange(entry.item(), entry.value(), entry.missing()))
                .toList();
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
        participant.obtain().forEach((page, values) -> {
            int slash = page.indexOf('/');
            correct(participant, page.substring(0, slash), page.substring(slash + 1), OBTAINED, values);
        });
        return ask(participant, Role.INVESTIGATOR, command);
    }

    void withdraw(VirtualParticipant participant, LocalDate date, String reason) {
        ask(participant, Role.INVESTIGATOR, new Command.WithdrawConsent(participant.id(), date, reason));
    }

    Optional<KitNumber> dispense(VirtualParticipant participant, Encounter encounter, LocalDate date) {
        Outcome outcome =
                ask(participant, Role.PHARMACIST, new Command.DispenseKit(participant.id(), encounter.id(), date));
        return happened(outcome, KitDispensed.class).map(KitDispensed::kit);
    }

    /// Whether the dose was given.
    boolean give(VirtualParticipant participant, int dose, LocalDate date) {
        return ask(participant, Role.COORDINATOR, new Command.RecordDose(participant.id(), dose, date))
                instanceof Outcome.Accepted;
    }

    void miss(VirtualParticipant participant, int dose, String reason) {
        ask(participant, Role.COORDINATOR, new Command.RecordMissedDose(participant.id(), dose, reason));
    }

    void discontinue(VirtualParticipant participant, LocalDate date, String reason) {
        ask(participant, Role.INVESTIGATOR, new Command.DiscontinueParticipant(participant.id(), date, reason));
    }

    void complete(VirtualParticipant participant, LocalDate date) {
        ask(participant, Role.COORDINATOR, new Command.CompleteParticipant(participant.id(), date));
    }

    private Outcome ask(VirtualParticipant participant, Role role, Command command) {
        return door.give(role, participant.person().number(), participant.nextStep(), command);
    }

    private static <E extends TrialEvent> Optional<E> happened(Outcome outcome, Class<E> kind) {
        return outcome instanceof Outcome.Accepted(var events)
                ? events.stream()
                        .map(journalled -> journalled.event())
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .findFirst()
                : Optional.empty();
    }
}
