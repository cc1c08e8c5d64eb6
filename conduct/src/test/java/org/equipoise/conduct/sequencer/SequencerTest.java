package org.equipoise.conduct.sequencer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.desk.ProtocolShelf;
import org.equipoise.conduct.spec.Amended;
import org.equipoise.conduct.spec.Story;
import org.equipoise.conduct.state.TrialState;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.ConsentEvent.ConsentRenewed;
import org.equipoise.journal.event.DosingEvent.DoseGiven;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent.Mode;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.junit.jupiter.api.Test;

class SequencerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Command CONSENT = new Command.RecordConsent("A", DAY, "1");

    private static final ParticipantId ADA = new ParticipantId("A-0001");
    private static final ParticipantId BEA = new ParticipantId("A-0002");
    private static final ProtocolShelf SHELF = ProtocolShelf.of(List.of(Amended.STUDY));

    private final MemoryJournal journal = new MemoryJournal();
    private final AtomicLong clock = new AtomicLong(1_000);

    private Sequencer sequencer() {
        return new Sequencer(Story.STUDY, journal, Story.desk(), Story.keys(), clock::get);
    }

    @Test
    void a_command_given_twice_under_one_key_has_one_effect_and_one_answer() {
        Sequencer sequencer = sequencer();
        sequencer.submit("open", "s", Role.SPONSOR, new Command.OpenStudy(Mode.REHEARSAL));
        Outcome first = sequencer.submit("k", "c", Role.COORDINATOR, CONSENT);
        Outcome again = sequencer.submit("k", "c", Role.COORDINATOR, CONSENT);
        Outcome another = sequencer.submit("other", "c", Role.COORDINATOR, CONSENT);

        assertThat(again).isEqualTo(first);
        assertThat(another).isNotEqualTo(first);
        assertThat(sequencer.state().participants()).hasSize(2);
    }

    @Test
    void a_sequencer_that_starts_again_knows_what_was_done() {
        Sequencer before = sequencer();
        before.submit("open", "s", Role.SPONSOR, new Command.OpenStudy(Mode.REHEARSAL));
        Outcome first = before.submit("k", "c", Role.COORDINATOR, CONSENT);

        Sequencer after = sequencer();

        assertThat(after.submit("k", "c", Role.COORDINATOR, CONSENT)).isEqualTo(first);
        assertThat(after.state().participants())
                .hasSize(1)
                .containsExactlyElementsOf(before.state().participants());
    }

    @Test
    void a_refused_command_leaves_no_trace_and_may_be_given_again() {
        Sequencer sequencer = sequencer();
        assertThat(sequencer.submit("k", "c", Role.COORDINATOR, CONSENT)).isInstanceOf(Outcome.Refused.class);
        assertThat(journal.size()).isZero();
        sequencer.submit("open", "s", Role.SPONSOR, new Command.OpenStudy(Mode.REHEARSAL));

        assertThat(sequencer.submit("k", "c", Role.COORDINATOR, CONSENT)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void time_never_runs_backwards_in_the_journal() {
        Sequencer sequencer = sequencer();
        sequencer.submit("open", "s", Role.SPONSOR, new Command.OpenStudy(Mode.REHEARSAL));
        clock.set(5);
        sequencer.submit("k", "c", Role.COORDINATOR, CONSENT);

        assertThat(journal.events()).extracting(JournalledEvent::at).containsOnly(1_000L);
    }

    @Test
    void the_protocol_number_is_that_in_force_from_its_own_activation_on() {
        sequencer().submit("open", "s", Role.SPONSOR, new Command.OpenStudy(Mode.REHEARSAL));

        assertThat(journal.events()).extracting(JournalledEvent::protocol).containsExactly(0, 0, 1, 1);
    }

    @Test
    void a_sequencer_that_starts_again_knows_which_version_applies_to_whom() {
        Sequencer before = amended();

        Sequencer after = new Sequencer(Story.STUDY, SHELF, journal, Story.desk(), Story.keys(), clock::get);

        assertThat(after.state().protocol()).isEqualTo(2);
        assertThat(after.state().version(ADA)).isEqualTo(1);
        assertThat(after.state().waits(ADA)).isTrue();
        assertThat(after.state().version(BEA)).isEqualTo(2);
        assertThat(after.state().waits(BEA)).isFalse();
        assertThat(after.state().participants())
                .containsExactlyElementsOf(before.state().participants());
        Command week2 = new Command.RecordVisit(ADA, "W2", DAY.plusDays(9));
        assertThat(after.submit("w2", "c", Role.COORDINATOR, week2))
                .isEqualTo(before.submit("w2 before", "c", Role.COORDINATOR, week2))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_journal_under_a_version_that_is_not_at_hand_is_not_taken_up() {
        amended();

        assertThatThrownBy(this::sequencer)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("activates protocol version 2")
                .hasMessageContaining("no such protocol is at hand");
        assertThatThrownBy(() -> new Sequencer(Amended.STUDY, journal, Story.desk(), Story.keys(), clock::get))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("activates protocol version 1");
    }

    @Test
    void a_version_that_was_consented_to_is_never_gone_back_from() {
        TrialState state = amended().state();

        assertThatThrownBy(() -> state.after(envelope(new ConsentRenewed(BEA, DAY, "1"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 1 cannot apply to A-0002, who follows version 2");
    }

    /// Ada gave consent before the amendment, Bea after it.
    private Sequencer amended() {
        Sequencer sequencer = new Sequencer(Story.STUDY, SHELF, journal, Story.desk(), Story.keys(), clock::get);
        sequencer.submit("open", "s", Role.SPONSOR, new Command.OpenStudy(Mode.REHEARSAL));
        sequencer.submit("ada", "c", Role.COORDINATOR, CONSENT);
        sequencer.submit(
                "amend",
                "s",
                Role.SPONSOR,
                new Command.ActivateAmendment(Amended.STUDY.conduct().hash(), "EC 7"));
        sequencer.submit("bea", "c", Role.COORDINATOR, CONSENT);
        assertThat(journal.events()).extracting(JournalledEvent::protocol).containsExactly(0, 0, 1, 1, 1, 2, 2, 2, 2);
        return sequencer;
    }

    @Test
    void an_event_that_does_not_fit_the_state_is_an_error_never_skipped() {
        ParticipantId ada = new ParticipantId("A-0001");
        TrialState state = new TrialState();
        assertThatThrownBy(() -> state.after(envelope(new DoseGiven(ada, 1, DAY, DAY, new KitNumber("1")))))
                .isInstanceOf(IllegalStateException.class);
        state.after(envelope(new ConsentGiven(ada, "A", DAY, "1")));

        assertThatThrownBy(() -> state.after(envelope(new DoseGiven(ada, 1, DAY, DAY, new KitNumber("1")))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot follow");
        assertThatThrownBy(() -> state.after(envelope(new ConsentGiven(ada, "A", DAY, "1"))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(List.copyOf(state.participants())).hasSize(1);
    }

    private static JournalledEvent envelope(TrialEvent event) {
        return new JournalledEvent(1, 0, new Actor("someone", "COORDINATOR"), "key", 1, event);
    }
}
