package org.equipoise.app.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.sequencer.Intake;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.conduct.sequencer.Sequencer;
import org.equipoise.conduct.sequencer.Submission;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent.Mode;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.store.Database;
import org.equipoise.store.postgres.PostgresJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// A bad network: every command arrives once, twice or three times, before others that were given earlier, long after,
/// and through many hands at once.
class DeliveriesTest {
    private static final int DELIVERIES = 100_000;
    private static final int DELIVERIES_TO_POSTGRES = 4_000;
    private static final int HANDS = 16;
    private static final int NEAR = 20;
    private static final int MOST = 3;
    private static final int ONE_IN_LATE = 20;
    private static final int CORRECTIONS = 6;
    private static final String STALE = ".stale";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @TempDir
    Path folder;

    /// What every delivery of a command was answered.
    private final Map<String, List<Outcome>> answers = new ConcurrentHashMap<>();

    private final Trial trial = new Trial(TestStudies.uncounted("pressure-dose"), "deliveries");

    /// A command and how it arrives.
    ///
    /// @param place in the order of arrival
    private record Delivery(Submission submission, double place) {}

    @Test
    void a_hundred_thousand_deliveries_have_one_effect_for_each_key_and_one_answer() throws Exception {
        MemoryJournal journal = new MemoryJournal();
        Map<String, Submission> given = deliver(
                new Intake(() -> new Sequencer(
                        trial.stage().study(),
                        journal,
                        trial.desk(),
                        trial.stage().personalKeys(),
                        Trial::now)),
                DELIVERIES);
        requireOneEffect(journal, given);
    }

    @Test
    @EnabledIf(
            value = "org.equipoise.app.durability.Trial#isPossible",
            disabledReason = "this build has no PostgreSQL for this machine")
    void the_same_in_a_database() throws Exception {
        try (Database database = Database.in(folder)) {
            Map<String, Submission> given = deliver(trial.intake(database), DELIVERIES_TO_POSTGRES);
            try (PostgresJournal journal = database.open(trial.name())) {
                requireOneEffect(journal, given);
            }
            assertThat(database.projectionDifferences(trial.name()).values()).containsOnly(0L);
        }
    }

    private Map<String, Submission> deliver(Intake intake, int deliveries) throws InterruptedException {
        Map<String, Submission> given = new HashMap<>();
        List<Delivery> arriving = arriving(deliveries);
        arriving.forEach(each -> given.put(each.submission().key(), each.submission()));
        try (intake) {
            Submission open = new Submission("open", "s", Role.SPONSOR, new Command.OpenStudy(Mode.REHEARSAL));
            given.put(open.key(), open);
            give(intake, open);
            AtomicInteger next = new AtomicInteger();
            List<Thread> hands = new ArrayList<>();
            for (int i = 0; i < HANDS; i++) {
                hands.add(Thread.ofPlatform().start(() -> {
                    for (int at = next.getAndIncrement(); at < arriving.size(); at = next.getAndIncrement()) {
                        give(intake, arriving.get(at).submission());
                    }
                }));
            }
            for (Thread hand : hands) {
                hand.join();
            }
        }
        assertThat(answers.values().stream().mapToInt(List::size).sum()).isEqualTo(deliveries + 1);
        return given;
    }

    /// Answers come from one thread, in the order in which they were decided. Whoever gave it waits for it.
    private void give(Intake intake, Submission submission) {
        intake.give(submission)
                .thenAccept(outcome -> answers.computeIfAbsent(
                                submission.key(), _ -> Collections.synchronizedList(new ArrayList<>()))
                        .add(outcome))
                .join();
    }

    private static List<Delivery> arriving(int deliveries) {
        SplittableRandom random = new SplittableRandom(5);
        List<Delivery> arriving = new ArrayList<>();
        for (int person = 1; arriving.size() < deliveries; person++) {
            for (Submission submission : commands(person)) {
                double given = arriving.size();
                int times = random.nextInt(1, MOST + 1);
                for (int i = 0; i < times; i++) {
                    boolean late = i > 0 && random.nextInt(ONE_IN_LATE) == 0;
                    arriving.add(new Delivery(submission, given + random.nextDouble(late ? deliveries : NEAR)));
                }
            }
        }
        return arriving.subList(0, deliveries).stream()
                .sorted(Comparator.comparingDouble(Delivery::place))
                .toList();
    }

    /// A visit with its forms and some corrections; and one of somebody whose look at the record is long past.
    private static List<Submission> commands(int person) {
        ParticipantId id = new ParticipantId(String.format(Locale.ROOT, "A-%04d", person));
        List<Command> commands = new ArrayList<>(List.of(
                new Command.RecordConsent("A", DAY, "1"),
                new Command.RecordVisit(id, "SCR", DAY),
                new Command.SubmitForm(id, "SCR", "entry", List.of(value("age", 54), value("diabetes", "no"))),
                new Command.SubmitForm(
                        id,
                        "SCR",
                        "pressure",
                        List.of(value("systolic", 160), value("diastolic", 95), value("dizzy", "no")))));
        for (int i = 0; i < CORRECTIONS; i++) {
            commands.add(correction(id, 141 + (person + i) % 40));
        }
        List<Submission> submissions = new ArrayList<>();
        for (Command command : commands) {
            submissions.add(new Submission(person + "." + submissions.size(), "c", Role.COORDINATOR, command));
        }
        submissions.add(new Submission(person + STALE, "c", Role.COORDINATOR, correction(id, 140), 1));
        return submissions;
    }

    private static Command correction(ParticipantId id, int systolic) {
        return new Command.CorrectForm(id, "SCR", "pressure", "misread", List.of(value("systolic", systolic)));
    }

    private static ItemChange value(String item, Object value) {
        return new ItemChange(item, value.toString(), null);
    }

    private void requireOneEffect(Journal journal, Map<String, Submission> given) {
        int accepted = 0;
        int again = 0;
        Map<String, List<JournalledEvent>> caused = journal.caused(given.keySet());
        for (Map.Entry<String, List<Outcome>> each : answers.entrySet()) {
            List<JournalledEvent> effect = caused.get(each.getKey());
            List<Outcome> since = each.getValue().stream()
                    .dropWhile(outcome -> outcome instanceof Outcome.Refused)
                    .toList();
            if (effect == null) {
                assertThat(since).as(each.getKey()).isEmpty();
            } else {
                assertThat(since).as(each.getKey()).isNotEmpty().containsOnly(new Outcome.Accepted(effect));
                accepted++;
                again += since.size() - 1;
            }
        }
        assertThat(accepted).as("commands that had an effect").isGreaterThan(given.size() / 2);
        assertThat(again).as("answers given again").isGreaterThan(given.size() / 4);
        assertThat(caused)
                .doesNotContainKeys(given.keySet().stream()
                        .filter(key -> key.endsWith(STALE))
                        .toArray(String[]::new));
        assertThat(answers.entrySet().stream()
                        .filter(each -> each.getKey().endsWith(STALE))
                        .flatMap(each -> each.getValue().stream())
                        .filter(outcome -> outcome instanceof Outcome.Refused(Refusal.ChangedMeanwhile _)))
                .hasSizeGreaterThan(given.size() / 20);
        Trial.Undisturbed undisturbed = trial.again(journal.events(), given, List.of());
        assertThat(undisturbed.differing()).isZero();
        assertThat(undisturbed.root()).isEqualTo(journal.root());
    }
}
