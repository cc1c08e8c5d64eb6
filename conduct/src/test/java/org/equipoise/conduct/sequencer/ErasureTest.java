package org.equipoise.conduct.sequencer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.spec.Story;
import org.equipoise.journal.confidence.MemoryKeys;
import org.equipoise.journal.confidence.PersonalKey;
import org.equipoise.journal.confidence.PersonalKeys;
import org.equipoise.journal.event.PrivacyEvent.Ground;
import org.equipoise.journal.event.StudyEvent.Mode;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.language.identity.ParticipantId;
import org.junit.jupiter.api.Test;

/// When a key is made and when it is destroyed, whatever stops in between.
class ErasureTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final ParticipantId ADA = new ParticipantId("A-0001");
    private static final long THIRTY_YEARS = 30L * 366 * 24 * 3600 * 1_000_000;

    private final MemoryJournal journal = new MemoryJournal();
    private final PersonalKeys keys = new MemoryKeys(_ -> new byte[PersonalKey.SECRET]);
    private final AtomicLong clock = new AtomicLong();

    private final List<ParticipantId> forgotten = new ArrayList<>();
    private final AllocationDesk desk = Story.deskThatForgets(forgotten::add);

    private Sequencer sequencer() {
        return new Sequencer(Story.STUDY, journal, desk, keys, clock::get);
    }

    /// Ada was in the trial, and the record was kept for long enough.
    private Sequencer kept() {
        Sequencer sequencer = sequencer();
        sequencer.submit("open", "s", Role.SPONSOR, new Command.OpenStudy(Mode.REHEARSAL));
        sequencer.submit("consent", "c", Role.COORDINATOR, new Command.RecordConsent("A", DAY, "1"));
        sequencer.submit("leave", "i", Role.INVESTIGATOR, new Command.WithdrawConsent(ADA, DAY, "she moves away"));
        sequencer.submit("lock", "s", Role.SPONSOR, new Command.LockStudy("Nobody is left."));
        clock.set(THIRTY_YEARS);
        return sequencer;
    }

    private static Submission erasure() {
        return new Submission("erase", "s", Role.SPONSOR, new Command.EraseParticipant(ADA, Ground.REQUESTED));
    }

    @Test
    void the_key_is_there_until_the_erasure_is_kept_and_gone_from_then_on() {
        Sequencer sequencer = kept();
        assertThat(keys.find(ADA)).isPresent();

        assertThat(sequencer.decide(erasure())).isInstanceOf(Outcome.Accepted.class);
        assertThat(keys.find(ADA)).as("before the commit").isPresent();
        assertThat(forgotten).as("before the commit").isEmpty();
        sequencer.commit();

        assertThat(keys.find(ADA)).isEmpty();
        assertThat(forgotten).as("what the vault was told of her").containsExactly(ADA);
        assertThat(sequencer.state().isErased(ADA)).isTrue();
    }

    @Test
    void an_erasure_that_was_kept_and_not_carried_out_is_carried_out_when_the_journal_is_opened() {
        kept().decide(erasure());
        assertThat(keys.find(ADA)).as("stopped before the key was destroyed").isPresent();

        sequencer();

        assertThat(keys.find(ADA)).isEmpty();
        assertThat(forgotten).containsExactly(ADA);
    }

    @Test
    void a_vault_that_is_away_stops_the_sequencer_so_that_the_next_one_tells_it_again() {
        kept();
        AllocationDesk away = Story.deskThatForgets(_ -> {
            throw new IllegalStateException("the vault is away");
        });
        Sequencer sequencer = new Sequencer(Story.STUDY, journal, away, keys, clock::get);

        assertThatThrownBy(() -> sequencer.submit(erasure())).hasMessage("the vault is away");
        assertThat(sequencer.isAhead()).isTrue();

        sequencer();
        assertThat(forgotten).containsExactly(ADA);
    }

    @Test
    void a_key_that_was_made_for_a_consent_that_was_never_kept_serves_whoever_consents_next() {
        sequencer().submit("open", "s", Role.SPONSOR, new Command.OpenStudy(Mode.REHEARSAL));
        keys.make(ADA);
        Sequencer sequencer = sequencer();

        sequencer.submit("consent", "c", Role.COORDINATOR, new Command.RecordConsent("A", DAY, "1"));

        assertThat(sequencer.submit("leave", "i", Role.INVESTIGATOR, new Command.WithdrawConsent(ADA, DAY, "why")))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void keys_that_cannot_be_destroyed_stop_the_sequencer_so_that_the_next_one_tries_again() {
        PersonalKeys stuck = new PersonalKeys() {
            @Override
            public void make(ParticipantId participant) {
                keys.make(participant);
            }

            @Override
            public Optional<PersonalKey> find(ParticipantId participant) {
                return keys.find(participant);
            }

            @Override
            public boolean isErased(ParticipantId participant) {
                return keys.isErased(participant);
            }

            @Override
            public void erase(ParticipantId participant) {
                throw new IllegalStateException("the disk is full");
            }
        };
        kept();
        Sequencer sequencer = new Sequencer(Story.STUDY, journal, desk, stuck, clock::get);

        assertThatThrownBy(() -> sequencer.submit(erasure())).hasMessage("the disk is full");
        assertThat(sequencer.isAhead()).isTrue();
        assertThat(keys.find(ADA)).isPresent();

        sequencer();
        assertThat(keys.find(ADA)).isEmpty();
    }
}
