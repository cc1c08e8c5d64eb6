package org.equipoise.journal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.equipoise.journal.archive.SigningKey;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.AllocationEvent.CodeBroken;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent.RevealAuthorized;
import org.equipoise.journal.event.StudyEvent.SiteOpened;
import org.equipoise.journal.event.StudyEvent.StudyLocked;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.journal.tree.MerkleTree;
import org.equipoise.journal.tree.ProofCheck;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.ParticipantId;
import org.junit.jupiter.api.Test;

class CheckpointedJournalTest {
    private static final SigningKey KEY = SigningKey.ofSeed(new byte[32]);
    private static final CheckpointPolicy POLICY = new CheckpointPolicy(60_000_000, 100);
    private static final long SECOND = 1_000_000;

    private final MemoryJournal kept = new MemoryJournal();
    private final WitnessBook book = new WitnessBook();
    private long now = 1_000 * SECOND;

    private CheckpointedJournal open(CheckpointWitness witness) {
        return new CheckpointedJournal(kept, "study", KEY, witness, POLICY, () -> now);
    }

    private static void add(CheckpointedJournal journal, int events) {
        for (int i = 0; i < events; i++) {
            add(journal, new SiteOpened("S" + journal.size(), "+00:00"));
        }
    }

    private static void add(CheckpointedJournal journal, TrialEvent event) {
        long seq = journal.size() + 1;
        journal.append(List.of(new JournalledEvent(seq, seq, new Actor("a", "SPONSOR"), "key " + seq, 0, event)));
        journal.commit();
    }

    private List<Long> sizes() {
        return book.checkpoints().stream()
                .map(checkpoint -> checkpoint.checkpoint().size())
                .toList();
    }

    @Test
    void a_checkpoint_is_due_after_sixty_seconds_in_which_something_happened() {
        CheckpointedJournal journal = open(book);
        add(journal, 3);
        assertThat(sizes()).isEmpty();
        now += 59 * SECOND;
        add(journal, 1);
        assertThat(sizes()).isEmpty();
        now += SECOND;
        add(journal, 1);
        assertThat(sizes()).containsExactly(5L);
        now += 3_600 * SECOND;
        journal.commit();
        assertThat(sizes()).containsExactly(5L);
        add(journal, 1);
        assertThat(sizes()).containsExactly(5L, 6L);
    }

    @Test
    void a_checkpoint_is_due_after_so_many_events() {
        CheckpointedJournal journal = open(book);
        add(journal, 250);
        assertThat(sizes()).containsExactly(100L, 200L);
    }

    @Test
    void the_lock_is_witnessed_at_once_and_so_is_what_somebody_asks_for() {
        CheckpointedJournal journal = open(book);
        add(journal, 2);
        add(journal, new StudyLocked("done"));
        assertThat(sizes()).containsExactly(3L);
        add(journal, 1);
        journal.checkpoint();
        journal.checkpoint();
        assertThat(sizes()).containsExactly(3L, 4L);
        assertThat(book.checkpoints().getLast().checkpoint().root()).isEqualTo(kept.root());
    }

    @Test
    void an_authorisation_of_the_reveal_is_witnessed_at_once() {
        CheckpointedJournal journal = open(book);
        add(journal, 2);
        Digest named = Digest.of(new byte[32]);
        add(journal, new RevealAuthorized(named, named, named));
        assertThat(sizes()).containsExactly(3L);
    }

    @Test
    void an_emergency_code_break_is_witnessed_at_once() {
        CheckpointedJournal journal = open(book);
        add(journal, 2);
        add(journal, new CodeBroken(new ParticipantId("S01-0007"), 1, "Dr Night", null, 1));
        assertThat(sizes()).containsExactly(3L);
    }

    @Test
    void a_checkpoint_that_a_power_cut_left_half_written_was_never_kept() {
        CheckpointedJournal journal = open(book);
        add(journal, new StudyLocked("done"));
        byte[] one = book.text().getBytes(StandardCharsets.UTF_8);
        add(journal, new StudyLocked("again"));
        byte[] two = book.text().getBytes(StandardCharsets.UTF_8);
        for (int cut = one.length; cut < two.length; cut++) {
            assertThat(WitnessBook.kept(Arrays.copyOf(two, cut), KEY.publicKey())
                            .size())
                    .isEqualTo(1);
        }
        assertThat(WitnessBook.kept(two, KEY.publicKey()).size()).isEqualTo(2);
        assertThat(WitnessBook.kept(new byte[0], KEY.publicKey()).size()).isZero();
    }

    @Test
    void a_file_of_what_was_witnessed_is_read_and_goes_on() {
        CheckpointedJournal journal = open(book);
        add(journal, 130);
        journal.checkpoint();
        WitnessBook read = WitnessBook.read(book.text(), KEY.publicKey());
        CheckpointedJournal again = open(read);
        add(again, 200);
        assertThat(read.text()).startsWith(book.text());
        assertThat(read.checkpoints()).hasSize(4);
    }

    @Test
    void a_journal_that_was_set_back_is_not_opened() {
        CheckpointedJournal journal = open(book);
        add(journal, 120);
        journal.checkpoint();
        MemoryJournal older = new MemoryJournal();
        older.append(kept.events().subList(0, 110));
        assertThatThrownBy(() -> new CheckpointedJournal(older, "study", KEY, book, POLICY, () -> now))
                .isInstanceOfSatisfying(
                        DisownedJournal.class, why -> assertThat(why.where()).isEqualTo("events 111 to 120"));
    }

    @Test
    void a_journal_that_was_changed_before_the_last_checkpoint_is_not_opened() {
        CheckpointedJournal journal = open(book);
        add(journal, 120);
        journal.checkpoint();
        List<JournalledEvent> events = new ArrayList<>(kept.events());
        events.set(
                40, new JournalledEvent(41, 41, new Actor("b", "SPONSOR"), "key 41", 0, new SiteOpened("X", "+00:00")));
        MemoryJournal changed = new MemoryJournal();
        changed.append(events);
        assertThatThrownBy(() -> new CheckpointedJournal(changed, "study", KEY, book, POLICY, () -> now))
                .isInstanceOf(DisownedJournal.class)
                .hasMessageContaining("not as they were witnessed");
    }

    /// Another copy of the journal goes its own way, and its checkpoint reaches the witness first.
    @Test
    void where_the_witness_refuses_nothing_more_is_taken() {
        CheckpointedJournal journal = open(book);
        add(journal, 100);
        MemoryJournal copy = new MemoryJournal();
        copy.append(kept.events());
        CheckpointedJournal fork = new CheckpointedJournal(copy, "study", KEY, book, POLICY, () -> now);
        add(fork, new SiteOpened("fork", "+00:00"));
        fork.checkpoint();

        add(journal, 2);
        assertThatThrownBy(journal::checkpoint).isInstanceOf(DisownedJournal.class);
        assertThatThrownBy(() -> add(journal, 1)).isInstanceOf(DisownedJournal.class);
        assertThat(sizes()).containsExactly(100L, 101L);
    }

    @Test
    void a_receipt_and_an_extension_out_of_the_whole_journal_hold() {
        CheckpointedJournal journal = open(book);
        add(journal, 250);
        SignedCheckpoint first = book.checkpoints().getFirst();
        SignedCheckpoint last = book.checkpoints().getLast();
        assertThat(Proofs.extension(journal, 100, last).follows(Optional.of(first.checkpoint())))
                .isTrue();
        assertThat(Proofs.extension(journal, 99, last).follows(Optional.of(first.checkpoint())))
                .isFalse();
        Receipt receipt = Proofs.receipt(journal, 17, first);
        byte[] leaf = new MerkleTree().leafHash(receipt.event().getBytes(StandardCharsets.UTF_8));
        byte[] root = first.checkpoint().root().bytes();
        assertThat(ProofCheck.includes(leaf, 16, 100, receipt.proof(), root)).isTrue();
        assertThat(receipt.text()).startsWith("c2sp.org/tlog-proof@v1\nextra ").endsWith(first.note());
    }

    @Test
    void where_the_witness_cannot_be_asked_the_trial_goes_on_and_it_is_tried_again() {
        boolean[] away = {true};
        CheckpointWitness sometimes = new CheckpointWitness() {
            @Override
            public Optional<SignedCheckpoint> last() {
                return book.last();
            }

            @Override
            public Answer add(Extension extension) {
                return away[0] ? new Answer.Absent("gone") : book.add(extension);
            }
        };
        CheckpointedJournal journal = open(sometimes);
        add(journal, 100);
        assertThat(journal.absence()).hasValue("gone");
        assertThat(sizes()).isEmpty();
        away[0] = false;
        now += 60 * SECOND;
        add(journal, 1);
        assertThat(sizes()).containsExactly(101L);
        assertThat(journal.absence()).isEmpty();
    }
}
