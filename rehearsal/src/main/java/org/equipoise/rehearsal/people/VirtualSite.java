package org.equipoise.rehearsal.people;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.conduct.sequencer.Sequencer;
import org.equipoise.conduct.state.Participant;
import org.equipoise.journal.event.AllocationEvent.KitDispensed;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.ScreeningEvent.EligibilityConfirmed;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.models.Body;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.design.Site;
import org.equipoise.protocol.form.Form;
import org.equipoise.rehearsal.clock.Agenda;
import org.equipoise.statistics.random.RandomStream;

/// The staff of a site and the people who come to it. Everything they do goes through conduct's commands, and when they
/// are refused they do
/// what people do: look again, ask for what is missing, or stop.
///
/// One class, because it is one course of events: the life of a participant from the first visit to the last.
public final class VirtualSite {
    private static final LocalTime VISITING_HOUR = LocalTime.of(9, 0);
    private static final LocalTime DOSING_HOUR = LocalTime.of(14, 0);
    private static final String SECOND_LOOK = "transcription error found on review of the source";
    private static final String OBTAINED = "result obtained after the visit";

    private final World world;
    private final Design design;
    private final Site site;
    private final Sequencer sequencer;
    private final Agenda agenda;
    private final Door door;
    private final Encounter screening;
    private final Encounter dayOneVisit;
    private int inScreening;

    public VirtualSite(World world, Site site, Sequencer sequencer, Agenda agenda) {
        this.world = world;
        this.design = world.study().design();
        this.site = site;
        this.sequencer = sequencer;
        this.agenda = agenda;
        this.door = new Door(sequencer, agenda, world.chances(), world.witness());
        this.dayOneVisit = design.randomizationVisit();
        this.screening = design.encounters().stream()
                .filter(Encounter::isScreening)
                .findFirst()
                .orElse(dayOneVisit);
    }

    /// People come at random times, so many a week on average, until everybody is randomised.
    public void openTo(long firstPerson) {
        arrive(firstPerson, world.plan().start().atTime(VISITING_HOUR));
    }

    private void arrive(long person, LocalDateTime time) {
        agenda.enter(time, person, () -> {
            int places =
                    design.randomization().participants() - sequencer.state().randomized();
            if (inScreening < places) {
                screen(person, time.toLocalDate());
            }
            if (places > 0) {
                double days = world.chances().stream(person, "arrival", 0)
                        .exponential(7 / world.plan().perWeek());
                arrive(person + 1, time.toLocalDate().plusDays(Math.round(days)).atTime(VISITING_HOUR));
            }
        });
    }

    private void screen(long person, LocalDate date) {
        Command consent = new Command.RecordConsent(site.id(), date, "1");
        if (!(door.give(Role.COORDINATOR, person, -1, consent) instanceof Outcome.Accepted(var events))
                || !(events.getFirst().event() instanceof ConsentGiven given)) {
            return;
        }
        inScreening++;
        ParticipantId id = given.participant();
        LocalDate dayOne = date.plusDays(Math.abs((long) screening.day()));
        Body body = world.plan()
                .model()
                .body(world.plan().parameters(), world.chances().of(person));
        VirtualParticipant participant = new VirtualParticipant(person, id, body, dayOne, date);
        attend(participant, screening, date);
        agenda.enter(dayOne.atTime(VISITING_HOUR), person, () -> begin(participant));
    }

    /// Day 1: the visit, the decision on eligibility, randomisation and the first kit.
    private void begin(VirtualParticipant participant) {
        LocalDate today = participant.dayOne();
        if (!screening.equals(dayOneVisit)) {
            attend(participant, dayOneVisit, today);
        }
        boolean randomized = happened(
                                askTwice(participant, new Command.ConfirmEligibility(participant.id(), today)),
                                EligibilityConfirmed.class)
                        .isPresent()
                && askTwice(participant, new Command.RandomizeParticipant(participant.id(), today))
                        instanceof Outcome.Accepted;
        inScreening--;
        if (!randomized) {
            letGo(participant, today);
            return;
        }
        dispenseIfDue(participant, dayOneVisit, today);
        for (Encounter encounter : design.encounters()) {
            if (encounter.day() > dayOneVisit.day()) {
                expect(participant, encounter);
            }
        }
    }

    /// Asks the investigator to decide; when something is unknown, obtains what was forgotten and asks once more.
    private Outcome askTwice(VirtualParticipant participant, Command command) {
        Outcome outcome = give(participant, Role.INVESTIGATOR, command);
        if (!(outcome instanceof Outcome.Refused(Refusal.EligibilityUnknown _))
                && !(outcome instanceof Outcome.Refused(Refusal.StratumUnknown _))) {
            return outcome;
        }
        participant.obtain().forEach((page, values) -> {
            int slash = page.indexOf('/');
            correct(participant, page.substring(0, slash), page.substring(slash + 1), OBTAINED, values);
        });
        return give(participant, Role.INVESTIGATOR, command);
    }

    /// Someone who cannot be randomised and whose screening did not fail goes home.
    private void letGo(VirtualParticipant participant, LocalDate today) {
        boolean waiting =
                sequencer.state().participant(participant.id()).stream().noneMatch(Participant.Ended.class::isInstance);
        if (waiting) {
            give(
                    participant,
                    Role.INVESTIGATOR,
                    new Command.WithdrawConsent(participant.id(), today, "randomisation was not possible"));
        }
    }

    /// A later visit, missed by a few days at most, within its window.
    private void expect(VirtualParticipant participant, Encounter encounter) {
        int jitter = world.plan().visitJitterDays();
        RandomStream stream = world.chances().stream(participant.number(), "visit", encounter.day());
        int late = Math.clamp(stream.index(2 * jitter + 1) - (long) jitter, -encounter.before(), encounter.after());
        LocalDate date = encounter.planned(participant.dayOne()).plusDays(late);
        agenda.enter(date.atTime(VISITING_HOUR), participant.number(), () -> {
            if (!participant.isGone() && stays(participant, encounter, date)) {
                attend(participant, encounter, date);
                dispenseIfDue(participant, encounter, date);
                completeIfLast(participant, encounter, date);
            }
        });
    }

    private boolean stays(VirtualParticipant participant, Encounter encounter, LocalDate date) {
        double weeks = participant.weeksSinceSeen(date);
        double leaving = 1 - StrictMath.exp(-world.plan().discontinuationPerWeek() * weeks);
        if (!world.chances().stream(participant.number(), "discontinuation", encounter.day())
                .bernoulli(leaving)) {
            return true;
        }
        give(
                participant,
                Role.INVESTIGATOR,
                new Command.DiscontinueParticipant(participant.id(), date, "no longer wishes to take part"));
        participant.leave();
        return false;
    }

    private void completeIfLast(VirtualParticipant participant, Encounter encounter, LocalDate date) {
        if (encounter.equals(design.encounters().getLast())) {
            give(participant, Role.COORDINATOR, new Command.CompleteParticipant(participant.id(), date));
        }
    }

    /// Records the visit and fills in its forms.
    private void attend(VirtualParticipant participant, Encounter encounter, LocalDate date) {
        give(participant, Role.COORDINATOR, new Command.RecordVisit(participant.id(), encounter.id(), date));
        for (String name : encounter.forms()) {
            Form form = world.study().form(name).orElseThrow();
            Map<String, String> observed =
                    participant.observe(world.plan().observables().getOrDefault(name, ""), date);
            fill(participant, encounter, form, observed);
        }
    }

    private void fill(VirtualParticipant participant, Encounter encounter, Form form, Map<String, String> observed) {
        FormFilling filling = new FormFilling(
                form,
                observed,
                world.plan(),
                world.chances().stream(participant.number(), "slips " + form.id(), encounter.day()));
        participant.remember(encounter.id() + "/" + form.id(), filling.obtainable());
        Outcome first = submit(participant, encounter, form, filling.written());
        if (first instanceof Outcome.Refused) {
            submit(participant, encounter, form, filling.mended());
        } else if (!filling.mistakes().isEmpty()) {
            correct(participant, encounter.id(), form.id(), SECOND_LOOK, filling.mistakes());
        }
    }

    private Outcome submit(VirtualParticipant participant, Encounter encounter, Form form, List<ItemChange> entries) {
        return give(
                participant,
                Role.COORDINATOR,
                new Command.SubmitForm(participant.id(), encounter.id(), form.id(), entries));
    }

    private void correct(
            VirtualParticipant participant, String encounter, String form, String reason, List<ItemChange> values) {
        give(participant, Role.COORDINATOR, new Command.CorrectForm(participant.id(), encounter, form, reason, values));
    }

    private void dispenseIfDue(VirtualParticipant participant, Encounter encounter, LocalDate date) {
        int cycle = design.dispensing().indexOf(encounter);
        if (cycle < 0) {
            return;
        }
        Outcome outcome =
                give(participant, Role.PHARMACIST, new Command.DispenseKit(participant.id(), encounter.id(), date));
        happened(outcome, KitDispensed.class).ifPresent(kit -> {
            participant.receive(cycle, kit.kit());
            planDoses(participant, cycle, date);
        });
    }

    private void planDoses(VirtualParticipant participant, int cycle, LocalDate from) {
        int doses = design.regimen().doseDays().size();
        for (int dose = cycle * doses + 1; dose <= (cycle + 1) * doses; dose++) {
            int due = dose;
            LocalDate date = from.plusDays(design.daysIntoCycle(dose));
            agenda.enter(date.atTime(DOSING_HOUR), participant.number(), () -> dose(participant, due, cycle, date));
        }
    }

    private void dose(VirtualParticipant participant, int dose, int cycle, LocalDate date) {
        if (participant.isGone()) {
            return;
        }
        RandomStream stream = world.chances().stream(participant.number(), "dose", dose);
        if (stream.bernoulli(world.plan().missedDose())) {
            give(
                    participant,
                    Role.COORDINATOR,
                    new Command.RecordMissedDose(participant.id(), dose, "participant did not come"));
        } else if (give(participant, Role.COORDINATOR, new Command.RecordDose(participant.id(), dose, date))
                instanceof Outcome.Accepted) {
            participant.take(cycle, date, world.nature(), world.effects());
        }
    }

    private Outcome give(VirtualParticipant participant, Role role, Command command) {
        return door.give(role, participant.number(), participant.nextStep(), command);
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
