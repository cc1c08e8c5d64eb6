package org.equipoise.conduct.sequencer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.spec.Story;
import org.equipoise.conduct.state.TrialState;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
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

    private final MemoryJournal journal = new MemoryJournal();
    private final AtomicLong clock = new AtomicLong(1_000);

    private Sequencer sequencer() {
        return new Sequencer(Story.STUDY, journal, Story.desk(), clock::get);
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
