package org.equipoise.app.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.equipoise.allocation.sealing.RealSealing;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.conduct.sequencer.Sequencer;
import org.equipoise.conduct.sequencer.Submission;
import org.equipoise.conduct.sequencer.VaultSetBack;
import org.equipoise.journal.confidence.PersonalKeys;
import org.equipoise.journal.event.AllocationEvent.VaultAnchored;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.store.EntryLog;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.journal.store.MemoryLog;
import org.equipoise.language.identity.ParticipantId;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A vault is lost, and an older copy of it takes its place that is still younger than what the journal notes of it.
/// Opening the study brings it to where it was, or is refused.
class YoungerVaultTest {
    private static final int TIMES = 25;

    static Stream<Named<Stage>> stages() {
        return Stream.of(
                Named.of("kits are counted", TestStudies.stage("pressure-dose", 1, 1)),
                Named.of("nobody counts kits", TestStudies.uncounted("pressure-dose")));
    }

    /// A trial as it was when so many commands had been given.
    private record Moment(int commands, int events, int entries) {}

    private record Whole(
            Stage stage,
            PersonalKeys keys,
            List<Submission> given,
            List<JournalledEvent> events,
            EntryLog log,
            List<Moment> moments) {
        static Whole of(Stage stage) {
            PersonalKeys keys = stage.personalKeys();
            List<Submission> given = new ArrayList<>();
            stage.ordinary((role, command, _) ->
                            given.add(new Submission("key " + given.size(), "someone", role, command)))
                    .trial()
                    .conduct();
            MemoryJournal journal = new MemoryJournal();
            EntryLog log = new MemoryLog();
            Sequencer sequencer = sequencer(stage, journal, vault(stage, log), keys);
            List<Moment> moments = new ArrayList<>();
            for (int i = 0; i < given.size(); i++) {
                moments.add(new Moment(i, (int) journal.size(), log.size()));
                sequencer.submit(given.get(i));
            }
            assertThat(sequencer.state().isLocked()).isTrue();
            List<JournalledEvent> events = new ArrayList<>();
            journal.events().forEach(events::add);
            return new Whole(stage, keys, given, events, log, moments);
        }

        private static Vault vault(Stage stage, EntryLog log) {
            return new Vault(stage.study(), stage.secrets(), new RealSealing(new byte[32]), log, stage.personalKeys());
        }

        private static Sequencer sequencer(Stage stage, MemoryJournal journal, Vault vault, PersonalKeys keys) {
            return new Sequencer(stage.study(), journal, vault, keys, () -> 0);
        }

        EntryLog logUntil(int entries) {
            EntryLog older = new MemoryLog();
            log.entries().subList(0, entries).forEach(older::append);
            return older;
        }

        MemoryJournal journalAt(Moment moment) {
            MemoryJournal journal = new MemoryJournal();
            journal.append(events.subList(0, moment.events()));
            journal.commit();
            return journal;
        }

        /// What the journal holds at the end, going on from a moment with another vault.
        List<JournalledEvent> goesOn(Moment moment, Vault vault) {
            MemoryJournal journal = journalAt(moment);
            Sequencer sequencer = sequencer(stage, journal, vault, keys);
            given.subList(moment.commands(), given.size()).forEach(sequencer::submit);
            List<JournalledEvent> all = new ArrayList<>();
            journal.events().forEach(all::add);
            return all;
        }

        /// But for how far the vault's log had come: which set served when kits are counted need not be written again.
        static List<JournalledEvent> told(List<JournalledEvent> events) {
            return events.stream()
                    .filter(event -> !(event.event() instanceof VaultAnchored))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("stages")
    void a_copy_of_any_age_since_the_last_anchor_is_brought_to_where_the_vault_was(Stage stage) {
        Whole whole = Whole.of(stage);
        Random random = new Random(7);
        for (int i = 0; i < TIMES; i++) {
            Moment moment = whole.moments().get(random.nextInt(whole.moments().size()));
            int older = moment.entries() == 0 ? 0 : 1 + random.nextInt(moment.entries());
            Vault vault = Whole.vault(stage, whole.logUntil(older));

            assertThat(Whole.told(whole.goesOn(moment, vault)))
                    .as("%s with %d entries", moment, older)
                    .isEqualTo(Whole.told(whole.events()));
        }
    }

    @ParameterizedTest
    @MethodSource("stages")
    void a_copy_that_was_asked_something_else_meanwhile_is_refused(Stage stage) {
        Whole whole = Whole.of(stage);
        Moment end = whole.moments().getLast();
        Vault vault = Whole.vault(stage, whole.logUntil(2));
        String stratum = stage.study().design().randomization().strata().getFirst();
        vault.allocate(new ParticipantId("A-9999"), stratum);

        assertThatThrownBy(() -> whole.goesOn(end, vault))
                .isInstanceOf(VaultSetBack.class)
                .hasMessageStartingWith(
                        "The vault's log is not the one that the journal knows: it answers otherwise than in event ")
                .hasMessageEndingWith("Nothing more is taken: bring back the whole log.");
    }

    @ParameterizedTest
    @MethodSource("stages")
    void the_vault_itself_is_reminded_of_nothing(Stage stage) {
        Whole whole = Whole.of(stage);
        Moment end = whole.moments().getLast();
        EntryLog log = whole.logUntil(end.entries());

        Sequencer sequencer = Whole.sequencer(stage, whole.journalAt(end), Whole.vault(stage, log), whole.keys());

        assertThat(log.size()).isEqualTo(end.entries());
        assertThat(sequencer.submit(whole.given().getLast())).isInstanceOf(Outcome.Accepted.class);
    }
}
