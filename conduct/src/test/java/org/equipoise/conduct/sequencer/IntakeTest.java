package org.equipoise.conduct.sequencer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.spec.Story;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent.Mode;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.store.JournalUnavailable;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.journal.store.Superseded;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.ParticipantId;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final ParticipantId ADA = new ParticipantId("A-0001");

    /// What is kept, and how the next commit fares.
    private final MemoryJournal kept = new MemoryJournal();

    private RuntimeException failure;
    private boolean answerLost;
    private final AtomicInteger commits = new AtomicInteger();

    /// A journal that keeps nothing before the commit, which may fail, with or without having kept.
    private final class FailingJournal implements Journal {
        private final List<JournalledEvent> pending = new ArrayList<>();

        @Override
        public void append(List<JournalledEvent> events) {
            pending.addAll(events);
        }

        @Override
        public void commit() {
            RuntimeException now = failure;
            failure = null;
            if (now == null || answerLost) {
                kept.append(pending);
                pending.clear();
                commits.incrementAndGet();
            }
            if (now != null) {
                throw now;
            }
        }

        @Override
        public Map<String, List<JournalledEvent>> caused(Collection<String> commands) {
            return kept.caused(commands);
        }

        @Override
        public long size() {
            return kept.size() + pending.size();
        }

        @Override
        public Digest root() {
            return kept.root();
        }

        @Override
        public Iterable<JournalledEvent> events() {
            return kept.events();
        }

        @Override
        public JournalledEvent event(long seq) {
            return kept.event(seq);
        }

        @Override
        public byte[] bytes(long seq) {
            return kept.bytes(seq);
        }

        @Override
        public Iterable<byte[]> bytes() {
            return kept.bytes();
        }
    }

    private Intake intake() {
        return new Intake(() -> new Sequencer(Story.STUDY, new FailingJournal(), Story.desk(), Story.keys(), () -> 0));
    }

    @Test
    void while_nobody_comes_the_journal_is_told_now_and_then() throws Exception {
        FailingJournal journal = new FailingJournal();
        try (Intake intake = new Intake(
                () -> new Sequencer(Story.STUDY, journal, Story.desk(), Story.keys(), () -> 0), Duration.ofMillis(5))) {
            assertThat(intake.give(open()).get()).isInstanceOf(Outcome.Accepted.class);
            for (int tries = 0; commits.get() < 3 && tries < 1_000; tries++) {
                Thread.sleep(5);
            }
            assertThat(commits.get()).isGreaterThanOrEqualTo(3);
            assertThat(intake.give(consent("later")).get()).isInstanceOf(Outcome.Accepted.class);
        }
    }

    @Test
    void an_emergency_while_nobody_served_is_taken_over_once_however_often_the_journal_is_opened() throws Exception {
        Supplier<Sequencer> opening = () ->
                new Sequencer(Story.STUDY, new FailingJournal(), Story.deskAfterAnEmergency(), Story.keys(), () -> 0);
        for (int openings = 0; openings < 3; openings++) {
            try (Intake intake = new Intake(opening, Duration.ofMillis(5))) {
                answer(intake.give(open()));
                answer(intake.give(consent("k")));
            }
        }
        assertThat(kept.events())
                .extracting(event -> event.event().getClass().getSimpleName())
                .containsOnlyOnce("CodeBroken")
                .containsSubsequence("CodeBroken", "VaultAnchored");
    }

    @Test
    void while_the_vault_is_away_what_needs_none_goes_on() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        try (Intake intake = new Intake(
                () -> {
                    opened.incrementAndGet();
                    return new Sequencer(
                            Story.STUDY, new FailingJournal(), Story.deskThatIsAway(), Story.keys(), () -> 0);
                },
                Duration.ofMillis(5))) {
            answer(intake.give(open()));
            for (int i = 0; i < 3; i++) {
                Thread.sleep(20);
                assertThat(answer(intake.give(consent("k" + i)))).isInstanceOf(Outcome.Accepted.class);
            }
        }
        assertThat(opened.get()).isEqualTo(1);
    }

    @Test
    void a_vault_that_was_set_back_is_noticed_before_anything_is_taken() throws Exception {
        Sequencer anchored = new Sequencer(Story.STUDY, kept, Story.deskAfterAnEmergency(), Story.keys(), () -> 0);
        anchored.submit(open());
        anchored.submit("take over", "vault", Role.SPONSOR, new Command.TakeOverCodeBreaks());
        long before = kept.size();
        try (Intake intake =
                new Intake(() -> new Sequencer(Story.STUDY, kept, Story.deskThatWasSetBack(), Story.keys(), () -> 0))) {
            assertThatThrownBy(() -> answer(intake.give(consent("k"))))
                    .hasCauseInstanceOf(VaultSetBack.class)
                    .hasMessageContaining("It was cut back, or replaced by an older copy.");
        }
        assertThat(kept.size()).isEqualTo(before);
    }

    private static Submission open() {
        return new Submission("open", "s", Role.SPONSOR, new Command.OpenStudy(Mode.REHEARSAL));
    }

    private static Submission consent(String key) {
        return new Submission(key, "c", Role.COORDINATOR, new Command.RecordConsent("A", DAY, "1"));
    }

    private static Outcome answer(CompletableFuture<Outcome> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }

    @Test
    void many_at_once_are_each_answered_and_committed_in_fewer_commits() throws Exception {
        try (Intake intake = intake()) {
            List<CompletableFuture<Outcome>> answers = new ArrayList<>();
            answers.add(intake.give(open()));
            for (int i = 0; i < 1_000; i++) {
                answers.add(intake.give(consent("k" + i)));
            }
            for (CompletableFuture<Outcome> each : answers) {
                assertThat(answer(each)).isInstanceOf(Outcome.Accepted.class);
            }
        }
        assertThat(kept.size()).isEqualTo(1_004);
        assertThat(commits.get()).isLessThan(1_001);
    }

    @Test
    void a_key_given_twice_in_one_batch_has_one_effect_and_one_answer() throws Exception {
        try (Intake intake = intake()) {
            answer(intake.give(open()));
            CompletableFuture<Outcome> first = intake.give(consent("k"));
            CompletableFuture<Outcome> again = intake.give(consent("k"));
            assertThat(answer(again)).isEqualTo(answer(first));
        }
        assertThat(kept.size()).isEqualTo(5);
    }

    @Test
    void a_commit_that_fails_is_told_and_the_next_command_finds_a_sequencer_that_knows_nothing_of_it()
            throws Exception {
        try (Intake intake = intake()) {
            answer(intake.give(open()));
            failure = new JournalUnavailable("the database is gone", new IllegalStateException());
            assertFails(intake.give(consent("k")), JournalUnavailable.class);
            assertThat(kept.size()).isEqualTo(4);
            assertThat(answer(intake.give(consent("k")))).isInstanceOf(Outcome.Accepted.class);
        }
        assertThat(kept.size()).isEqualTo(5);
    }

    @Test
    void a_retry_after_a_lost_answer_has_no_second_effect() throws Exception {
        try (Intake intake = intake()) {
            answer(intake.give(open()));
            answerLost = true;
            failure = new JournalUnavailable("the database is gone", new IllegalStateException());
            assertFails(intake.give(consent("k")), JournalUnavailable.class);
            assertThat(answer(intake.give(consent("k")))).isEqualTo(new Outcome.Accepted(List.of(kept.event(5))));
        }
        assertThat(kept.size()).isEqualTo(5);
    }

    @Test
    void who_is_superseded_takes_no_more() throws Exception {
        try (Intake intake = intake()) {
            answer(intake.give(open()));
            failure = new Superseded("another writes");
            assertFails(intake.give(consent("k")), Superseded.class);
            assertFails(intake.give(consent("k")), Superseded.class);
        }
        assertThat(kept.size()).isEqualTo(4);
    }

    @Test
    void after_closing_it_takes_no_more() {
        Intake intake = intake();
        intake.close();
        assertFails(intake.give(open()), IllegalStateException.class);
    }

    @Test
    void of_two_who_correct_the_same_item_from_the_same_look_one_wins() {
        Sequencer sequencer = recorded();
        long seen = kept.size();
        Outcome first = sequencer.submit(correction("first", "systolic", "161", seen));
        Outcome second = sequencer.submit(correction("second", "systolic", "162", seen));
        Outcome looked = sequencer.submit(correction("third", "systolic", "162", kept.size()));

        assertThat(first).isInstanceOf(Outcome.Accepted.class);
        assertThat(second)
                .isEqualTo(new Outcome.Refused(new Refusal.ChangedMeanwhile("pressure", "SCR", List.of("systolic"))));
        assertThat(looked).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void who_corrects_another_item_is_not_in_conflict() {
        Sequencer sequencer = recorded();
        long seen = kept.size();
        sequencer.submit(correction("first", "systolic", "161", seen));

        assertThat(sequencer.submit(correction("second", "diastolic", "96", seen)))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void a_step_in_a_life_that_took_another_turn_meanwhile_is_refused_but_not_a_form() {
        Sequencer sequencer = recorded();
        long seen = kept.size();
        sequencer.submit(new Submission(
                "gone", "i", Role.INVESTIGATOR, new Command.WithdrawConsent(ADA, DAY.plusDays(1), "moved away")));

        assertThat(sequencer.submit(new Submission(
                        "eligible",
                        "i",
                        Role.INVESTIGATOR,
                        new Command.ConfirmEligibility(ADA, DAY.plusDays(1)),
                        seen)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.MovedMeanwhile.class));
        assertThat(sequencer.submit(correction("correction", "systolic", "161", seen)))
                .isInstanceOf(Outcome.Accepted.class);
    }

    /// Ada came to screening, and her pressure is written down.
    private Sequencer recorded() {
        Sequencer sequencer = new Sequencer(Story.STUDY, kept, Story.desk(), Story.keys(), () -> 0);
        sequencer.submit(open());
        sequencer.submit(consent("consent"));
        sequencer.submit("visit", "c", Role.COORDINATOR, new Command.RecordVisit(ADA, "SCR", DAY));
        sequencer.submit(
                "form",
                "c",
                Role.COORDINATOR,
                new Command.SubmitForm(
                        ADA,
                        "SCR",
                        "pressure",
                        List.of(value("systolic", "160"), value("diastolic", "95"), value("dizzy", "no"))));
        assertThat(kept.size()).isEqualTo(7);
        return sequencer;
    }

    private static Submission correction(String key, String item, String value, long seen) {
        return new Submission(
                key,
                key,
                Role.COORDINATOR,
                new Command.CorrectForm(ADA, "SCR", "pressure", "misread", List.of(value(item, value))),
                seen);
    }

    private static ItemChange value(String item, String value) {
        return new ItemChange(item, value, null);
    }

    private static void assertFails(CompletableFuture<Outcome> answer, Class<? extends RuntimeException> why) {
        assertThatThrownBy(() -> answer(answer))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(why);
    }
}
