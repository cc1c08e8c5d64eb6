package org.equipoise.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.equipoise.journal.canonical.EventCodec;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent.StudyLocked;
import org.equipoise.journal.tree.MerkleTree;
import org.equipoise.language.identity.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryJournalTest {

    @Test
    void events_are_kept_with_their_bytes_and_the_root_over_them() {
        var journal = new MemoryJournal();
        var tree = new MerkleTree();
        assertThat(journal.root()).isEqualTo(Digest.of(tree.root()));
        for (int seq = 1; seq <= 2_000; seq++) {
            JournalledEvent event = event(seq, 7, "statement ".repeat(seq % 100) + seq);
            journal.append(List.of(event));
            tree.add(tree.leafHash(EventCodec.write(event)));
            assertThat(journal.root()).isEqualTo(Digest.of(tree.root()));
        }
        assertThat(journal.size()).isEqualTo(2_000);
        for (int seq = 1; seq <= 2_000; seq++) {
            assertThat(journal.bytes(seq)).isEqualTo(EventCodec.write(journal.event(seq)));
        }
        assertThat(journal.events()).hasSize(2_000).last().isEqualTo(journal.event(2_000));
    }

    @Test
    void a_batch_is_the_same_as_its_events_one_by_one() {
        List<JournalledEvent> events = List.of(event(1, 1, "a"), event(2, 1, "b"), event(3, 9, "c"));
        var batch = new MemoryJournal();
        batch.append(events);
        batch.append(List.of());
        var single = new MemoryJournal();
        events.forEach(event -> single.append(List.of(event)));
        assertThat(batch.root()).isEqualTo(single.root());
        assertThat(batch.bytes(3)).isEqualTo(single.bytes(3));
        assertThat(batch.events()).isEqualTo(single.events()).isEqualTo(events);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 4})
    void a_sequence_number_that_is_not_the_next_is_refused(long seq) {
        var journal = new MemoryJournal();
        journal.append(List.of(event(1, 5, "a"), event(2, 5, "b")));
        assertRefused(journal, List.of(event(seq, 5, "c")), "event 3 is next");
    }

    @Test
    void time_does_not_go_back() {
        var journal = new MemoryJournal();
        journal.append(List.of(event(1, 5, "a")));
        assertRefused(journal, List.of(event(2, 4, "b")), "event 2 lies before");
        assertRefused(journal, List.of(event(2, 6, "b"), event(3, 5, "c")), "event 3 lies before");
    }

    @Test
    void of_a_batch_with_an_event_that_cannot_be_written_nothing_is_kept() {
        var journal = new MemoryJournal();
        journal.append(List.of(event(1, 5, "a")));
        assertRefused(journal, List.of(event(2, 5, "b"), event(3, 5, "\ud800")), "surrogate");
        assertRefused(journal, List.of(event(2, 5, "x".repeat(1 << 20))), "longer than 1 MiB");
        journal.append(List.of(event(2, 5, "b")));
        assertThat(journal.bytes(2)).isEqualTo(EventCodec.write(event(2, 5, "b")));
    }

    private static void assertRefused(MemoryJournal journal, List<JournalledEvent> events, String why) {
        Digest root = journal.root();
        long size = journal.size();
        assertThatThrownBy(() -> journal.append(events))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
        assertThat(journal.root()).isEqualTo(root);
        assertThat(journal.size()).isEqualTo(size);
    }

    @Test
    void events_longer_than_a_block_are_kept_too() {
        var journal = new MemoryJournal();
        String text = "0123456789".repeat(90_000);
        journal.append(List.of(event(1, 1, "short"), event(2, 1, text), event(3, 1, "short"), event(4, 1, text)));
        for (int seq = 1; seq <= 4; seq++) {
            assertThat(journal.bytes(seq)).isEqualTo(EventCodec.write(journal.event(seq)));
        }
    }

    @Test
    void nobody_can_change_what_is_kept() {
        var journal = new MemoryJournal();
        journal.append(List.of(event(1, 1, "a")));
        byte[] bytes = journal.bytes(1);
        bytes[0] = 0;
        assertThat(journal.bytes(1)).isNotEqualTo(bytes);
        assertThatThrownBy(() -> journal.events().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 2, Long.MAX_VALUE})
    void an_event_that_is_not_there_is_not_found(long seq) {
        var journal = new MemoryJournal();
        journal.append(List.of(event(1, 1, "a")));
        assertThatThrownBy(() -> journal.event(seq)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> journal.bytes(seq)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void a_stored_event_is_restored_with_the_bytes_it_had() {
        byte[] bytes = EventCodec.write(event(1, 1, "a"));
        var journal = new MemoryJournal();
        journal.restore(StoredEvent.read(bytes));
        assertThat(journal.bytes(1)).isEqualTo(bytes);
        assertThat(journal.event(1)).isEqualTo(event(1, 1, "a"));
        assertThatThrownBy(() -> journal.restore(StoredEvent.read(bytes))).isInstanceOf(IllegalArgumentException.class);
    }

    private static JournalledEvent event(long seq, long at, String statement) {
        String command = String.format(Locale.ROOT, "c-%d", seq);
        return new JournalledEvent(seq, at, new Actor("m", "data manager"), command, 0, new StudyLocked(statement));
    }
}
