package org.equipoise.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.equipoise.journal.canonical.EventCodec;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.store.JournalUnavailable;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.journal.store.Superseded;
import org.equipoise.store.Events;
import org.equipoise.store.OneServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIf(
        value = "org.equipoise.store.OneServer#isPossible",
        disabledReason = "this build has no PostgreSQL for this machine")
class PostgresJournalTest {
    private final String study = OneServer.newStudy();

    private PostgresJournal open() {
        return OneServer.database().open(study);
    }

    @Test
    void what_is_committed_is_read_again_byte_for_byte_under_the_same_root_as_in_memory() {
        MemoryJournal memory = new MemoryJournal();
        try (PostgresJournal journal = open()) {
            assertThat(journal.root()).isEqualTo(memory.root());
            for (int command = 0; command < 50; command++) {
                List<JournalledEvent> events = Events.command(journal.size() + 1, command, "key " + command);
                journal.append(events);
                memory.append(events);
                if (command % 3 == 0) {
                    journal.commit();
                }
            }
            journal.commit();
            assertThat(journal.root()).isEqualTo(memory.root());
        }
        try (PostgresJournal again = open()) {
            assertThat(again.size()).isEqualTo(100);
            assertThat(again.root()).isEqualTo(memory.root());
            assertThat(again.events()).containsExactlyElementsOf(memory.events());
            assertThat(again.event(17)).isEqualTo(memory.event(17));
            assertThat(again.bytes(18)).isEqualTo(EventCodec.write(memory.event(18)));
        }
    }

    @Test
    void what_is_not_committed_is_not_there() {
        try (PostgresJournal journal = open()) {
            journal.append(Events.command(1, 1, "kept"));
            journal.commit();
            journal.append(Events.command(3, 2, "lost"));
            assertThat(journal.size()).isEqualTo(4);
            assertThat(journal.events()).hasSize(2);
        }
        try (PostgresJournal again = open()) {
            assertThat(again.size()).isEqualTo(2);
        }
    }

    @Test
    void journals_of_two_studies_do_not_mix() {
        try (PostgresJournal one = open();
                PostgresJournal other = OneServer.database().open(OneServer.newStudy())) {
            one.append(Events.command(1, 1, "same key"));
            other.append(Events.command(1, 1, "same key"));
            other.append(Events.command(3, 2, "another key"));
            one.commit();
            other.commit();
            assertThat(one.events()).hasSize(2);
            assertThat(other.events()).hasSize(4);
            assertThat(one.root()).isNotEqualTo(other.root());
        }
    }

    @Test
    void more_events_than_one_fetch_are_read_in_order() {
        try (PostgresJournal journal = open()) {
            List<JournalledEvent> events = new ArrayList<>();
            for (int seq = 1; seq <= 4_001; seq++) {
                events.add(Events.event(seq, "key " + seq, Events.form(1, "V" + seq, "1")));
            }
            journal.append(events);
            journal.commit();
            assertThat(journal.events()).containsExactlyElementsOf(events);
        }
    }

    @Test
    void a_command_is_found_by_its_key_with_all_that_it_caused() {
        try (PostgresJournal journal = open()) {
            List<JournalledEvent> first = Events.command(1, 1, "first");
            List<JournalledEvent> second = Events.command(3, 2, "second");
            journal.append(first);
            journal.append(second);
            assertThat(journal.caused(List.of("first"))).isEmpty();
            journal.commit();
            assertThat(journal.caused(List.of("second", "third", "first")))
                    .isEqualTo(Map.of("first", first, "second", second));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 4})
    void a_sequence_number_that_is_not_the_next_is_refused(long seq) {
        try (PostgresJournal journal = open()) {
            journal.append(Events.command(1, 1, "first"));
            assertThatThrownBy(() -> journal.append(Events.command(seq, 2, "second")))
                    .isInstanceOf(IllegalArgumentException.class);
            journal.append(Events.command(3, 2, "second"));
            journal.commit();
            assertThat(journal.size()).isEqualTo(4);
        }
    }

    @Test
    void time_does_not_go_back_not_even_after_opening_again() {
        try (PostgresJournal journal = open()) {
            journal.append(List.of(at(1, 500)));
            journal.commit();
        }
        try (PostgresJournal again = open()) {
            assertThatThrownBy(() -> again.append(List.of(at(2, 499))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("lies before");
            again.append(List.of(at(2, 500)));
        }
    }

    private static JournalledEvent at(long seq, long at) {
        JournalledEvent event = Events.event(seq, "key " + seq, Events.consent((int) seq));
        return new JournalledEvent(seq, at, event.actor(), event.command(), event.protocol(), event.event());
    }

    @Test
    void texts_that_the_database_could_not_hold_are_kept_in_the_journal_all_the_same() {
        JournalledEvent odd = Events.event(1, "key", Events.form(1, "SCR", "nought \0 and \uD83D\uDE00 \\ ' \""));
        try (PostgresJournal journal = open()) {
            journal.append(List.of(odd));
            journal.commit();
            assertThat(journal.event(1)).isEqualTo(odd);
        }
        assertThat(OneServer.database().projectionDifferences(study).values()).containsOnly(0L);
    }

    @Test
    void an_event_that_cannot_be_written_down_leaves_the_journal_as_it_was() {
        try (PostgresJournal journal = open()) {
            assertThatThrownBy(() ->
                            journal.append(List.of(Events.event(1, "key", Events.form(1, "SCR", "\uD800 alone")))))
                    .isInstanceOf(IllegalArgumentException.class);
            journal.append(Events.command(1, 1, "key"));
            journal.commit();
            assertThat(journal.size()).isEqualTo(2);
        }
    }

    @Test
    void who_opens_the_journal_fences_off_whoever_had_it_before() {
        try (PostgresJournal old = open()) {
            old.append(Events.command(1, 1, "before"));
            old.commit();
            try (PostgresJournal young = open()) {
                old.append(Events.command(3, 2, "too late"));
                assertThatThrownBy(old::commit)
                        .isInstanceOf(Superseded.class)
                        .hasMessageContaining("Another program has opened");
                assertThatThrownBy(old::commit).isInstanceOf(IllegalStateException.class);
                young.append(Events.command(3, 3, "after"));
                young.commit();
                assertThat(young.caused(List.of("too late"))).isEmpty();
                assertThat(young.events()).hasSize(4);
            }
        }
    }

    @Test
    void where_the_old_writer_was_just_quicker_the_young_one_opens_again_and_finds_its_event() throws Exception {
        try (PostgresJournal young = open()) {
            young.append(Events.command(1, 1, "young"));
            try (var connection = OneServer.application().connect();
                    var insert = connection.prepareStatement(
                            "INSERT INTO journal.event (study, seq, epoch, command, step, body)"
                                    + " VALUES (?, 1, 1, 'old', 1, ?)")) {
                insert.setString(1, study);
                insert.setBytes(2, EventCodec.write(Events.event(1, "old", Events.consent(9))));
                insert.executeUpdate();
            }
            assertThatThrownBy(young::commit).isInstanceOf(JournalUnavailable.class);
        }
        try (PostgresJournal again = open()) {
            assertThat(again.size()).isEqualTo(1);
            again.append(Events.command(2, 1, "young"));
            again.commit();
        }
    }

    @Test
    void the_database_itself_lets_a_key_have_one_effect_only() {
        try (PostgresJournal journal = open()) {
            journal.append(Events.command(1, 1, "key"));
            journal.commit();
            journal.append(Events.command(3, 2, "key"));
            assertThatThrownBy(journal::commit).isInstanceOf(JournalUnavailable.class);
        }
    }

    @Test
    void a_gap_in_the_journal_is_an_error_when_it_is_opened() throws Exception {
        try (PostgresJournal journal = open()) {
            journal.append(Events.command(1, 1, "key"));
            journal.commit();
        }
        try (var connection = OneServer.superuserHere().connect();
                var delete = connection.prepareStatement("DELETE FROM journal.event WHERE study = ? AND seq = 1")) {
            delete.setString(1, study);
            assertThat(delete.executeUpdate()).isOne();
        }
        assertThatThrownBy(this::open).isInstanceOf(IllegalStateException.class).hasMessageContaining("event 1");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 3, Long.MAX_VALUE})
    void an_event_that_is_not_there_is_not_found(long seq) {
        try (PostgresJournal journal = open()) {
            journal.append(Events.command(1, 1, "key"));
            journal.commit();
            assertThatThrownBy(() -> journal.bytes(seq)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }
}
