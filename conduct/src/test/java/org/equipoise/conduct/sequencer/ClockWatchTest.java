package org.equipoise.conduct.sequencer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.refusal.Sentences;
import org.equipoise.conduct.spec.Story;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent.ClockAnomaly;
import org.equipoise.journal.event.StudyEvent.Mode;
import org.equipoise.journal.store.MemoryJournal;
import org.junit.jupiter.api.Test;

/// Somebody sets the clock of the machine, or it stands still, while commands come in.
class ClockWatchTest {
    private static final int SCHEDULES = 1_000;
    private static final int STEPS = 40;
    private static final long SECOND = 1_000_000;
    private static final long HOUR = 3_600 * SECOND;
    private static final long DAY = 24 * HOUR;
    private static final long YEAR = 365 * DAY;
    private static final long[] JUMPS = {
        SECOND, -SECOND, 3 * SECOND, -3 * SECOND, HOUR, -HOUR, 23 * HOUR, -23 * HOUR, DAY, -DAY, 10 * YEAR, -10 * YEAR
    };

    /// How long it is since the program started, what time it truly is, and by how much the clock is wrong.
    private long counted;
    private long truth = 1_788_000_000L * SECOND;
    private long wrong;

    private final MemoryJournal journal = new MemoryJournal();
    private ClockWatch watch = started();
    private int given;

    private ClockWatch started() {
        return new ClockWatch(() -> truth + wrong, () -> counted);
    }

    private void pass(long microseconds) {
        counted += microseconds;
        truth += microseconds;
    }

    /// A program that is started again has a count of its own.
    private void restart() {
        counted = 0;
        watch = started();
    }

    private Sequencer sequencer() {
        return new Sequencer(Story.STUDY, journal, Story.desk(), Story.keys(), watch);
    }

    private Outcome give(Sequencer sequencer) {
        given++;
        return given == 1
                ? sequencer.submit("open", "s", Role.SPONSOR, new Command.OpenStudy(Mode.REHEARSAL))
                : sequencer.submit(
                        "k" + given,
                        "c",
                        Role.COORDINATOR,
                        new Command.RecordConsent("A", LocalDate.of(2026, 3, 2), "1"));
    }

    private List<ClockAnomaly> anomalies() {
        List<ClockAnomaly> anomalies = new ArrayList<>();
        for (JournalledEvent each : journal.events()) {
            if (each.event() instanceof ClockAnomaly anomaly) {
                anomalies.add(anomaly);
            }
        }
        return anomalies;
    }

    private void assertRefused(Outcome outcome, long shown, long expected) {
        assertThat(outcome)
                .isEqualTo(new Outcome.Refused(new Refusal.ClockUnbelievable(second(shown), second(expected))));
    }

    private static Instant second(long microseconds) {
        return Instant.ofEpochSecond(microseconds / SECOND);
    }

    @Test
    void a_clock_that_is_set_by_an_hour_is_followed_and_told_once() {
        Sequencer sequencer = sequencer();
        give(sequencer);
        pass(10 * SECOND);
        wrong = HOUR;
        Outcome.Accepted first = (Outcome.Accepted) give(sequencer);
        pass(10 * SECOND);
        give(sequencer);

        assertThat(first.events().getLast().event())
                .isEqualTo(new ClockAnomaly(truth - 10 * SECOND, truth + HOUR - 10 * SECOND));
        assertThat(first.events().getLast().actor().id()).isEqualTo("clock");
        assertThat(anomalies()).hasSize(1);
        assertThat(journal.event(journal.size()).at()).isEqualTo(truth + HOUR);
    }

    @Test
    void what_the_network_puts_right_by_a_second_is_not_told() {
        Sequencer sequencer = sequencer();
        give(sequencer);
        wrong = SECOND;
        give(sequencer);
        wrong = -SECOND;
        give(sequencer);
        assertThat(anomalies()).isEmpty();
    }

    @Test
    void times_stand_still_while_a_clock_that_was_set_back_catches_up() {
        Sequencer sequencer = sequencer();
        give(sequencer);
        long last = truth;
        wrong = -HOUR;
        give(sequencer);
        assertThat(journal.event(journal.size()).at()).isEqualTo(last);
        pass(HOUR + SECOND);
        give(sequencer);
        assertThat(journal.event(journal.size()).at()).isEqualTo(truth - HOUR);
        assertThat(anomalies()).hasSize(1);
    }

    @Test
    void a_clock_ten_years_ahead_is_not_believed_until_it_is_right_and_leaves_no_trace() {
        Sequencer sequencer = sequencer();
        give(sequencer);
        long size = journal.size();
        wrong = 10 * YEAR;
        Outcome refused = give(sequencer);
        assertRefused(refused, truth + wrong, truth);
        assertThat(Sentences.in(Locale.ENGLISH).sentence(((Outcome.Refused) refused).refusal()))
                .isEqualTo("The clock of the server shows " + second(truth + wrong) + " and should show about "
                        + second(truth) + ". Nothing is recorded until that is settled: tell whoever runs the server,"
                        + " who sets the clock or confirms that it is right.");
        assertThat(journal.size()).isEqualTo(size);
        wrong = 0;
        assertThat(give(sequencer)).isInstanceOf(Outcome.Accepted.class);
        assertThat(anomalies()).isEmpty();
    }

    /// A machine that slept over the week-end.
    @Test
    void a_clock_that_somebody_confirms_is_believed_and_the_journal_says_so() {
        Sequencer sequencer = sequencer();
        give(sequencer);
        long expected = truth;
        truth += 3 * DAY;
        assertRefused(give(sequencer), truth, expected);
        watch.confirm();
        assertThat(give(sequencer)).isInstanceOf(Outcome.Accepted.class);
        assertThat(give(sequencer)).isInstanceOf(Outcome.Accepted.class);
        assertThat(anomalies()).containsExactly(new ClockAnomaly(expected, truth));
    }

    @Test
    void a_program_that_starts_with_a_clock_before_the_last_event_or_long_after_it_records_nothing() {
        give(sequencer());
        long last = truth;
        restart();
        wrong = -YEAR;
        assertRefused(give(sequencer()), truth + wrong, last);
        wrong = YEAR;
        assertRefused(give(sequencer()), truth + wrong, last);
        wrong = 0;
        pass(20 * DAY);
        assertThat(give(sequencer())).isInstanceOf(Outcome.Accepted.class);
        assertThat(anomalies()).isEmpty();
    }

    @Test
    void a_journal_opened_again_by_the_same_program_has_the_same_count() {
        give(sequencer());
        wrong = 10 * YEAR;
        assertRefused(give(sequencer()), truth + wrong, truth);
    }

    @Test
    void a_commit_that_failed_takes_what_it_told_with_it_and_the_next_tells_it() {
        Sequencer failing = sequencer();
        give(failing);
        wrong = HOUR;
        failing.decide(new Submission(
                "lost", "c", Role.COORDINATOR, new Command.RecordConsent("A", LocalDate.of(2026, 3, 2), "1")));
        assertThat(watch.read(truth).expected()).isEqualTo(truth);
        failing.commit();
        assertThat(watch.read(truth).expected()).isEqualTo(truth + HOUR);
    }

    /// Whatever is done to the clock: times never decrease, no event is stamped a day from what the count says, what
    /// is not believed is refused, and every jump that is believed is told.
    @Test
    void a_thousand_schedules_of_jumps_and_stops() {
        SplittableRandom random = new SplittableRandom(29);
        int refused = 0;
        int told = 0;
        for (int i = 0; i < SCHEDULES; i++) {
            ClockWatchTest schedule = new ClockWatchTest();
            refused += schedule.play(random.split());
            told += schedule.anomalies().size();
        }
        assertThat(refused).isGreaterThan(SCHEDULES);
        assertThat(told).isGreaterThan(SCHEDULES);
    }

    private int play(SplittableRandom random) {
        Sequencer sequencer = sequencer();
        give(sequencer);
        long wrongAtStart = wrong;
        long known = wrong;
        int refused = 0;
        for (int step = 0; step < STEPS; step++) {
            long elapsed = random.nextLong(20 * SECOND);
            boolean frozen = random.nextInt(5) == 0;
            pass(elapsed);
            wrong -= frozen ? elapsed : 0;
            wrong += random.nextInt(3) == 0 ? JUMPS[random.nextInt(JUMPS.length)] : 0;
            wrong = random.nextInt(6) == 0 ? wrongAtStart : wrong;
            if (random.nextInt(10) == 0) {
                sequencer = sequencer();
            }
            long lastAt = journal.event(journal.size()).at();
            long shown = truth + wrong;
            boolean believable = Math.abs(wrong - wrongAtStart) <= DAY && lastAt - shown <= DAY;
            Outcome outcome = give(sequencer);
            if (!believable) {
                refused++;
                assertRefused(outcome, shown, truth + known);
                continue;
            }
            List<JournalledEvent> events = ((Outcome.Accepted) outcome).events();
            assertThat(events.getLast().at()).isEqualTo(Math.max(shown, lastAt));
            boolean jumped = Math.abs(wrong - known) > 2 * SECOND;
            assertThat(events.getLast().event() instanceof ClockAnomaly).isEqualTo(jumped);
            if (jumped) {
                assertThat(events.getLast().event()).isEqualTo(new ClockAnomaly(truth + known, shown));
                known = wrong;
            }
        }
        return refused;
    }
}
