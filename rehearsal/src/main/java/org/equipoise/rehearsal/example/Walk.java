package org.equipoise.rehearsal.example;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.conduct.sequencer.Sequencer;
import org.equipoise.conduct.state.Participant;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.DosingEvent;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent;
import org.equipoise.journal.event.SupplyEvent.KitsShipped;
import org.equipoise.journal.store.Journal;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.design.Site;
import org.equipoise.protocol.design.Supply;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.source.Place;
import org.equipoise.rehearsal.clock.Agenda;
import org.equipoise.rehearsal.example.Example.Attendance;
import org.equipoise.rehearsal.example.Example.Sheet;

/// Takes one example through a study of its own, every act a command by the role that may give it. The investigator
/// decides at the visit of day 1, before results that come later are there; an example that ends before that visit is
/// judged at its last one.
final class Walk {
    private static final LocalTime VISITING_HOUR = LocalTime.of(9, 0);
    private static final LocalTime DECIDING_HOUR = LocalTime.of(12, 0);
    private static final LocalTime DOSING_HOUR = LocalTime.of(14, 0);
    private static final LocalTime WRITING_HOUR = LocalTime.of(16, 0);
    private static final LocalTime LEAVING_HOUR = LocalTime.of(17, 0);
    private static final int SECONDS_A_COMMAND = 60;

    private final Study study;
    private final Design design;
    private final Example example;
    private final Agenda agenda;
    private final Journal journal;
    private final Sequencer sequencer;
    private final List<Refused> refused = new ArrayList<>();
    private ParticipantId participant = new ParticipantId("nobody");
    private boolean randomized;
    private int commands;

    Walk(Study study, Example example, Examples.Counter counter) {
        Site first = study.sites().getFirst();
        this.study = study;
        this.design = study.design();
        this.example = example;
        this.journal = counter.journal();
        this.agenda = new Agenda(ZoneOffset.of(first.utcOffset()));
        this.sequencer = new Sequencer(study, journal, counter.desk(), counter.keys(), agenda);
    }

    /// A refusal and the line that asked for it.
    record Refused(Refusal refusal, Place place) {}

    /// What came of the example: the events, and what was refused on the way.
    record Walked(List<JournalledEvent> events, List<Refused> refused) {}

    Walked walk() {
        agenda.startOn(example.consent());
        give(Role.SPONSOR, new Command.OpenStudy(StudyEvent.Mode.REHEARSAL), example.place());
        study.design().supply().ifPresent(this::supply);
        consent();
        plan();
        agenda.run();
        List<JournalledEvent> events = new ArrayList<>();
        journal.events().forEach(events::add);
        return new Walked(events, refused);
    }

    /// The first site has what it should have before anybody comes.
    private void supply(Supply supply) {
        String site = study.sites().getFirst().id();
        LocalDate date = example.consent().minusDays(1);
        String depot = supply.depotOf(site).orElseThrow().id();
        give(Role.SPONSOR, new Command.LabelKits(depot, date), example.place());
        if (give(Role.SPONSOR, new Command.ShipKits(site, date), example.place())
                        instanceof Outcome.Accepted(var events)
                && events.getFirst().event() instanceof KitsShipped shipped) {
            int number = shipped.shipment();
            String cold = supply.coldest().toPlainString();
            give(
                    Role.PHARMACIST,
                    new Command.RecordArrival(number, date, shipped.kits().size()),
                    example.place());
            give(
                    Role.PHARMACIST,
                    new Command.CheckShipment(number, date, cold, cold, List.of(), List.of()),
                    example.place());
        }
    }

    private void consent() {
        Site site = study.sites().getFirst();
        Command consent = new Command.RecordConsent(site.id(), example.consent(), "1");
        if (give(Role.COORDINATOR, consent, example.place()) instanceof Outcome.Accepted(var events)
                && events.getFirst().event() instanceof ConsentGiven given) {
            participant = given.participant();
        }
    }

    private void plan() {
        String dayOne = design.randomizationVisit().id();
        for (Attendance visit : example.visits()) {
            enter(visit.date(), VISITING_HOUR, () -> attend(visit));
        }
        if (example.visits().stream().noneMatch(visit -> visit.encounter().equals(dayOne))) {
            enter(lastDay(), DECIDING_HOUR, () -> decide(lastDay(), example.place()));
        }
        example.log().forEach(entry -> enter(entry.date(), WRITING_HOUR, () -> write(entry.sheet())));
        example.leaving().ifPresent(leaving -> enter(leaving.date(), LEAVING_HOUR, () -> leave(leaving)));
    }

    private void enter(LocalDate day, LocalTime hour, Runnable act) {
        agenda.enter(day.atTime(hour), 1, act);
    }

    private LocalDate lastDay() {
        return Stream.of(
                        Stream.of(example.consent()),
                        example.visits().stream().map(Attendance::date),
                        example.log().stream().map(Example.Entry::date))
                .flatMap(days -> days)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private void attend(Attendance visit) {
        Encounter encounter = design.encounter(visit.encounter()).orElseThrow();
        boolean dayOne = encounter.equals(design.randomizationVisit());
        if (encounter.day() > 1 && !randomized) {
            return;
        }
        give(Role.COORDINATOR, new Command.RecordVisit(participant, visit.encounter(), visit.date()), visit.place());
        Set<Sheet> open = new LinkedHashSet<>(visit.sheets());
        if (dayOne) {
            visit.sheets().stream().filter(sheet -> !isLate(sheet)).forEach(sheet -> {
                submit(visit.encounter(), sheet);
                open.remove(sheet);
            });
            decide(visit.date(), visit.place());
            if (!randomized) {
                return;
            }
        }
        open.forEach(sheet -> submit(visit.encounter(), sheet));
        dispenseIfDue(encounter, visit);
    }

    private boolean isLate(Sheet sheet) {
        return study.form(sheet.form())
                .filter(form -> form.rules().resultsLater())
                .isPresent();
    }

    private void submit(String encounter, Sheet sheet) {
        give(
                writer(sheet.form()),
                new Command.SubmitForm(participant, encounter, sheet.form(), sheet.entries()),
                sheet.place());
    }

    private void write(Sheet sheet) {
        if (randomized) {
            submit(FormEvent.LOG, sheet);
        }
    }

    /// The first role that the form names; a form that does not exist is refused whoever hands it in.
    private Role writer(String form) {
        String word = study.form(form)
                .map(found -> found.rules().submittedBy().getFirst())
                .orElse(Role.COORDINATOR.word());
        return Arrays.stream(Role.values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElse(Role.COORDINATOR);
    }

    private void decide(LocalDate date, Place place) {
        Outcome decided = sequencer.submit(
                nextKey(), "example", Role.INVESTIGATOR, new Command.ConfirmEligibility(participant, date));
        agenda.spend(SECONDS_A_COMMAND);
        if (decided instanceof Outcome.Refused(Refusal.EligibilityUnknown unknown)) {
            refused.add(new Refused(unknown, place));
            return;
        }
        boolean eligible = sequencer
                .state()
                .participant(participant)
                .filter(Participant.Eligible.class::isInstance)
                .isPresent();
        if (eligible && example.visits().stream().anyMatch(this::isDayOne)) {
            Command randomize = new Command.RandomizeParticipant(participant, date);
            randomized = give(Role.INVESTIGATOR, randomize, place) instanceof Outcome.Accepted;
        }
    }

    private boolean isDayOne(Attendance visit) {
        return visit.encounter().equals(design.randomizationVisit().id());
    }

    private void dispenseIfDue(Encounter encounter, Attendance visit) {
        int cycle = design.dispensing().indexOf(encounter);
        if (cycle < 0 || !randomized) {
            return;
        }
        give(Role.PHARMACIST, new Command.DispenseKit(participant, visit.encounter(), visit.date()), visit.place());
        int doses = design.regimen().doseDays().size();
        for (int dose = cycle * doses + 1; dose <= (cycle + 1) * doses; dose++) {
            int due = dose;
            LocalDate date = visit.date().plusDays(design.daysIntoCycle(dose));
            if (!date.isAfter(lastDay())) {
                enter(date, DOSING_HOUR, () -> dose(due, date, visit.place()));
            }
        }
    }

    private void dose(int dose, LocalDate date, Place place) {
        Command command = example.missedDoses().contains(dose)
                ? new Command.RecordMissedDose(participant, dose, DosingEvent.Reason.DID_NOT_COME)
                : new Command.RecordDose(participant, dose, date);
        give(Role.COORDINATOR, command, place);
    }

    private void leave(Example.Leaving leaving) {
        Command leave = new Command.DiscontinueParticipant(participant, leaving.date(), leaving.reason());
        give(Role.INVESTIGATOR, leave, leaving.place());
    }

    private Outcome give(Role role, Command command, Place place) {
        Outcome outcome = sequencer.submit(nextKey(), "example", role, command);
        agenda.spend(SECONDS_A_COMMAND);
        if (outcome instanceof Outcome.Refused(var refusal)) {
            refused.add(new Refused(refusal, place));
        }
        return outcome;
    }

    private String nextKey() {
        commands++;
        return "00000000-0000-4000-8000-" + String.format(Locale.ROOT, "%012d", commands);
    }
}
