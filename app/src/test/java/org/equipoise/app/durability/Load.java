package org.equipoise.app.durability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.sequencer.Intake;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.conduct.sequencer.Submission;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent.Mode;
import org.equipoise.language.identity.ParticipantId;

/// Many coordinators of the study in raised blood pressure at once: each takes in one participant after the other, with
/// a visit, its forms and some corrections, until told to stop or until an answer fails to come.
final class Load {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int CORRECTIONS = 6;

    private final Map<String, Submission> given = new ConcurrentHashMap<>();
    private final Map<String, List<JournalledEvent>> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Submission> unanswered = new ConcurrentHashMap<>();
    private volatile boolean stopped;

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
        if (!give(intake, Role.SPONSOR, new Command.OpenStudy(Mode.REHEARSAL))) {
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
        if (!give(intake, consent)) {
            return false;
        }
        ParticipantId id =
                ((ConsentGiven) acknowledged.get(consent.key()).getFirst().event()).participant();
        boolean going = give(intake, Role.COORDINATOR, new Command.RecordVisit(id, "SCR", DAY))
                && give(
                        intake,
                        Role.COORDINATOR,
                        new Command.SubmitForm(
                                id, "SCR", "entry", List.of(value("age", "54"), value("diabetes", "no"))))
                && give(
                        intake,
                        Role.COORDINATOR,
                        new Command.SubmitForm(
                                id,
                                "SCR",
                                "pressure",
                                List.of(value("systolic", "160"), value("diastolic", "95"), value("dizzy", "no"))));
        for (int i = 0; going && i < CORRECTIONS; i++) {
            going = give(
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

    private boolean give(Intake intake, Role role, Command command) throws InterruptedException {
        return give(intake, submission(role, command));
    }

    private static Submission submission(Role role, Command command) {
        return new Submission(UUID.randomUUID().toString(), "someone", role, command);
    }

    /// Whether it was answered.
    boolean give(Intake intake, Submission submission) throws InterruptedException {
        given.put(submission.key(), submission);
        try {
            Outcome outcome = intake.give(submission).get();
            if (!(outcome instanceof Outcome.Accepted(var events))) {
                throw new IllegalStateException(submission + " was refused: " + outcome);
            }
            acknowledged.put(submission.key(), events);
            unanswered.remove(submission.key());
            return true;
        } catch (ExecutionException e) {
            unanswered.put(submission.key(), submission);
            return false;
        }
    }
}
