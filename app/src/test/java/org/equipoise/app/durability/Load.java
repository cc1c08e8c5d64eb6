package org.equipoise.app.durability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.sequencer.Intake;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.conduct.sequencer.Submission;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent.Mode;
import org.equipoise.language.identity.ParticipantId;

/// Many coordinators of the study in raised blood pressure at once: each takes in one participant after the other, with
/// two visits, their forms, randomisation, a kit and some corrections, until told to stop or until an answer fails to
/// come. Those who are patient give the command again instead, under its key.
final class Load {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int CORRECTIONS = 6;

    private static final LocalDate DAY_1 = DAY.plusDays(7);
    private static final long PAUSE = 50;

    private final boolean patient;
    private final Ears ears;
    private final Set<String> said = new ConcurrentSkipListSet<>();
    private final Map<String, Submission> given = new ConcurrentHashMap<>();
    private final Map<String, List<JournalledEvent>> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Submission> unanswered = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    Load() {
        this(false, new Ears());
    }

    Load(boolean patient, Ears ears) {
        this.patient = patient;
        this.ears = ears;
    }

    /// Why commands were not answered, each sentence once.
    Set<String> said() {
        return said;
    }

    /// Everything that was asked, by its key.
    Map<String, Submission> given() {
        return given;
    }

    /// What was answered, by its key.
    Map<String, List<JournalledEvent>> acknowledged() {
        return acknowledged;
    }

    Map<String, Submission> unanswered() {
        return unanswered;
    }

    void open(Intake intake) throws InterruptedException {
        if (!give(intake, submission(Role.SPONSOR, new Command.OpenStudy(Mode.REHEARSAL)))) {
            throw new IllegalStateException("the study could not be opened");
        }
    }

    /// Begins, on threads of its own.
    List<Thread> begin(Intake intake, int writers) {
        stopped = false;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            int writer = i;
            threads.add(Thread.ofPlatform().start(() -> write(intake, writer)));
        }
        return threads;
    }

    void end(List<Thread> threads) throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void write(Intake intake, int writer) {
        try {
            boolean going = true;
            for (int person = 0; going && !stopped; person++) {
                going = takeIn(intake, writer * 1_000 + person);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean takeIn(Intake intake, int person) throws InterruptedException {
        Submission consent = submission(Role.COORDINATOR, new Command.RecordConsent("A", DAY, "1"));
        if (!answered(intake, consent)) {
            return false;
        }
        ParticipantId id =
                ((ConsentGiven) acknowledged.get(consent.key()).getFirst().event()).participant();
        List<ItemChange> pressure = List.of(value("systolic", "160"), value("diastolic", "95"), value("dizzy", "no"));
        boolean going = answered(intake, Role.COORDINATOR, new Command.RecordVisit(id, "SCR", DAY))
                && answered(
                        intake,
                        Role.COORDINATOR,
                        new Command.SubmitForm(
                                id, "SCR", "entry", List.of(value("age", "54"), value("diabetes", "no"))))
                && answered(intake, Role.COORDINATOR, new Command.SubmitForm(id, "SCR", "pressure", pressure))
                && answered(intake, Role.COORDINATOR, new Command.RecordVisit(id, "D1", DAY_1))
                && answered(intake, Role.COORDINATOR, new Command.SubmitForm(id, "D1", "pressure", pressure))
                && answered(intake, Role.INVESTIGATOR, new Command.ConfirmEligibility(id, DAY_1))
                && answered(intake, Role.INVESTIGATOR, new Command.RandomizeParticipant(id, DAY_1))
                && answered(intake, Role.PHARMACIST, new Command.DispenseKit(id, "D1", DAY_1));
        for (int i = 0; going && i < CORRECTIONS; i++) {
            going = answered(
                    intake,
                    Role.COORDINATOR,
                    new Command.CorrectForm(
                            id,
                            "SCR",
                            "pressure",
                            "misread",
                            List.of(
                                    value("systolic", Integer.toString(140 + (person + i) % 40)),
                                    value("diastolic", Integer.toString(80 + (person + i) % 30)))));
        }
        return going;
    }

    private static ItemChange value(String item, String value) {
        return new ItemChange(item, value, null);
    }

    private boolean answered(Intake intake, Role role, Command command) throws InterruptedException {
        return answered(intake, submission(role, command));
    }

    private boolean answered(Intake intake, Submission submission) throws InterruptedException {
        boolean answered = !stopped && give(intake, submission);
        while (patient && !answered && !stopped) {
            Thread.sleep(PAUSE);
            answered = give(intake, submission);
        }
        return answered;
    }

    private static Submission submission(Role role, Command command) {
        return new Submission(UUID.randomUUID().toString(), "someone", role, command);
    }

    /// Gives everything that was not answered again, under its keys.
    void giveAgain(Intake intake) throws InterruptedException {
        ears.open();
        try (intake) {
            for (Submission submission : List.copyOf(unanswered.values())) {
                if (!give(intake, submission)) {
                    throw new IllegalStateException(submission + " was not answered again: " + said);
                }
            }
        }
    }

    /// Whether it was answered. Recruitment is complete at some time; then the study goes on without.
    private boolean give(Intake intake, Submission submission) throws InterruptedException {
        given.put(submission.key(), submission);
        try {
            Outcome outcome = intake.give(submission).get();
            if (!ears.hear()) {
                unanswered.put(submission.key(), submission);
                return false;
            }
            switch (outcome) {
                case Outcome.Accepted(var events) -> acknowledged.put(submission.key(), events);
                case Outcome.Refused(Refusal.RecruitmentComplete _), Outcome.Refused(Refusal.NotRandomized _) -> {}
                case Outcome.Refused(var why) -> throw new IllegalStateException(submission + " was refused: " + why);
            }
            unanswered.remove(submission.key());
            return true;
        } catch (ExecutionException e) {
            said.add(String.valueOf(e.getCause().getMessage()));
            unanswered.put(submission.key(), submission);
            return false;
        }
    }
}
