package org.equipoise.app.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.equipoise.allocation.vault.EmergencyUnblinding;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.app.house.ManualPage;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.desk.ProtocolShelf;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.conduct.sequencer.Sequencer;
import org.equipoise.conduct.sequencer.Submission;
import org.equipoise.conduct.state.TrialState;
import org.equipoise.journal.canonical.EventCodec;
import org.equipoise.journal.confidence.PersonalKeys;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.ConsentEvent.ConsentWithdrawn;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.PrivacyEvent.Ground;
import org.equipoise.journal.event.PrivacyEvent.PersonErased;
import org.equipoise.journal.event.SupplyEvent.KitsAccepted;
import org.equipoise.journal.event.SupplyEvent.KitsQuarantined;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.store.JournalUnavailable;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.protocol.source.StudyFolder;
import org.equipoise.store.Database;
import org.equipoise.store.postgres.Connector;
import org.equipoise.store.postgres.PostgresJournal;
import org.equipoise.store.postgres.Projections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// The connection breaks at every point of every command: before and after each statement, before and after the
/// commit. Whatever the point, the command's effect is there whole or not at all, and given again under its key it has
/// one effect. One file because a case of each command is made from the one before it.
@EnabledIf(
        value = "org.equipoise.app.durability.Trial#isPossible",
        disabledReason = "this build has no PostgreSQL for this machine")
class StatementCrashTest {
    /// Commands are tried where they first had an effect, unless a long journal would have to be read each time.
    private static final int EARLY = 2_000;

    /// Two authorisations, and the reveal.
    private static final int AFTER_THE_LOCK = 3;

    /// Microseconds in fifty years.
    private static final long LONG_AFTER = 50L * 366 * 24 * 3600 * 1_000_000;

    /// Before and after looking up the key, adding the events, committing.
    private static final int POINTS = 6;

    @TempDir
    static Path folder;

    private static Database database;
    private static Connector connector;

    /// A command of a rehearsal, the events it caused and the submissions before it.
    ///
    /// @param shelf the versions of the protocol that are at hand
    /// @param at when it is given
    /// @param meanwhile what the vault was asked by another way, after the submissions before
    private record Case(
            Stage stage,
            ProtocolShelf shelf,
            List<Submission> before,
            Submission submission,
            long at,
            List<JournalledEvent> caused,
            Consumer<Vault> meanwhile) {
        Sequencer sequencer(Journal journal, AllocationDesk desk, PersonalKeys keys, long now) {
            return new Sequencer(stage.study(), shelf, journal, desk, keys, () -> now);
        }

        String kind() {
            return submission.command().getClass().getSimpleName() + (caused.size() > 1 ? " with consequences" : "");
        }
    }

    @BeforeAll
    static void start() {
        database = Database.in(folder);
        connector = Trial.application(folder);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void wherever_the_connection_breaks_a_command_has_its_whole_effect_or_none_and_a_retry_has_one() {
        Map<String, Case> cases = new LinkedHashMap<>();
        for (String study : List.of("pressure-dose", "il2-lupus")) {
            cases(TestStudies.stage(study, 1, 1)).stream()
                    .filter(each -> each.before().size() < EARLY)
                    .forEach(each -> cases.putIfAbsent(each.kind(), each));
        }
        Case consent = Objects.requireNonNull(cases.get("RecordConsent"));
        Case withdrawal = withdrawal(consent);
        cases.put("WithdrawConsent", withdrawal);
        cases.put("EraseParticipant", erasure(withdrawal));
        Case amendment = amendment(consent);
        cases.put("ActivateAmendment", amendment);
        cases.put("RenewConsent", renewal(consent, amendment));
        cases.put("TakeOverCodeBreaks", takingOver(Objects.requireNonNull(cases.get("RandomizeParticipant"))));
        Case quarantine = quarantine(Objects.requireNonNull(cases.get("CheckShipment")));
        cases.put("QuarantineKits", quarantine);
        cases.put("ReleaseKits", release(quarantine));
        Set<String> commands = new TreeSet<>();
        cases.values()
                .forEach(each ->
                        commands.add(each.submission().command().getClass().getSimpleName()));
        assertThat(commands)
                .as("commands that had an effect in the rehearsals")
                .containsAll(Stream.of(Command.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
        int points = 0;
        for (Case each : cases.values()) {
            points += breakEverywhere(each);
        }
        assertThat(points).as("points at which connections broke").isGreaterThanOrEqualTo(cases.size() * POINTS);
        ManualPage.of("docs/reference/reliability.md")
                .mustHave("statements", """
                | kinds of command | cases | points | partial effects | second effects of a retry | lost after an answer |
                |---|---|---|---|---|---|
                | %d | %d | %d | 0 | 0 | 0 |
                """.formatted(commands.size(), cases.size(), points));
    }

    private static int breakEverywhere(Case tried) {
        String name = "statement crash " + tried.kind() + " in "
                + tried.stage().study().id();
        Fuse fuse = new Fuse(connector);
        Vault desk = new Trial(tried.stage(), name).desk();
        MemoryJournal before = new MemoryJournal();
        PersonalKeys keys = tried.stage().personalKeys();
        Sequencer memory = tried.sequencer(before, desk, keys, 0);
        tried.before().forEach(memory::submit);
        tried.meanwhile().accept(desk);
        try (PostgresJournal journal = PostgresJournal.open(fuse, name)) {
            copy(before, journal);
        }
        for (int point = 1; ; point++) {
            try (PostgresJournal journal = PostgresJournal.open(fuse, name)) {
                requireWholeOrNone(tried, journal, before.size(), point);
                Sequencer sequencer = tried.sequencer(journal, desk, keys, tried.at());
                requireKeyUntilErased(journal, keys);
                fuse.set(point);
                try {
                    sequencer.submit(tried.submission());
                } catch (JournalUnavailable e) {
                    assertThat(fuse.isBurnt()).isTrue();
                }
                boolean burnt = fuse.isBurnt();
                fuse.remove();
                if (!burnt) {
                    assertThat(sequencer.submit(tried.submission())).isEqualTo(new Outcome.Accepted(tried.caused()));
                    assertThat(journal.size())
                            .isEqualTo(before.size() + tried.caused().size());
                    requireKeyUntilErased(journal, keys);
                    assertThat(Projections.differences(connector, name).values())
                            .containsOnly(0L);
                    return point - 1;
                }
            }
        }
    }

    /// Nobody withdraws consent in these rehearsals; here the first one who gave it does.
    private static Case withdrawal(Case consent) {
        ConsentGiven given = given(consent);
        return after(
                consent,
                consent.shelf(),
                Role.INVESTIGATOR,
                new Command.WithdrawConsent(given.participant(), given.date(), "moved away"));
    }

    /// Nobody is erased in a rehearsal: here the record is locked, kept for as long as the protocol says, and then the
    /// only one who was in it goes.
    private static Case erasure(Case withdrawal) {
        Case lock = after(withdrawal, withdrawal.shelf(), Role.SPONSOR, new Command.LockStudy("Nobody is left."));
        ConsentWithdrawn who = (ConsentWithdrawn) withdrawal.caused().getFirst().event();
        return after(
                lock,
                lock.shelf(),
                Role.SPONSOR,
                new Command.EraseParticipant(who.participant(), Ground.REQUESTED),
                LONG_AFTER,
                _ -> {});
    }

    /// Nothing is amended in these rehearsals; here a version follows to which everybody has to consent.
    private static Case amendment(Case consent) {
        Study first = consent.stage().study();
        SortedMap<String, byte[]> files = new TreeMap<>(first.folder().files());
        files.compute(
                "protocol.yaml",
                (_, bytes) -> (new String(bytes, StandardCharsets.UTF_8)
                                + "\namendment: {reconsent: all, why: The ethics committee asks for it.}\n")
                        .getBytes(StandardCharsets.UTF_8));
        Study second =
                StudyReader.read(new StudyFolder(first.id(), files)).study().orElseThrow();
        return after(
                consent,
                ProtocolShelf.of(List.of(first, second)),
                Role.SPONSOR,
                new Command.ActivateAmendment(second.conduct().hash(), "EC 7"));
    }

    private static Case renewal(Case consent, Case amendment) {
        ConsentGiven given = given(consent);
        return after(
                amendment,
                amendment.shelf(),
                Role.COORDINATOR,
                new Command.RenewConsent(given.participant(), given.date(), "2"));
    }

    /// No code is broken in these rehearsals; here the first one who was randomised has an emergency.
    private static Case takingOver(Case randomization) {
        ParticipantId participant =
                ((Command.RandomizeParticipant) randomization.submission().command()).participant();
        EmergencyUnblinding.Request request =
                new EmergencyUnblinding.Request(participant, "Dr Night", "", "The antidote depends on the drug");
        return after(
                randomization,
                randomization.shelf(),
                Role.SPONSOR,
                new Command.TakeOverCodeBreaks(),
                0,
                vault -> new EmergencyUnblinding(vault, (_, _) -> true).ask(request, Instant.EPOCH));
    }

    /// Whether kits are kept apart is chance in these rehearsals; here one is that was accepted, and then released.
    private static Case quarantine(Case check) {
        KitsAccepted accepted = (KitsAccepted) check.caused().getFirst().event();
        String site = check.stage().study().sites().getFirst().id();
        return after(
                check,
                check.shelf(),
                Role.PHARMACIST,
                new Command.QuarantineKits(
                        site,
                        accepted.date(),
                        "the seal is broken",
                        List.of(accepted.kits().getFirst())));
    }

    private static Case release(Case quarantine) {
        KitsQuarantined apart = (KitsQuarantined) quarantine.caused().getFirst().event();
        return after(
                quarantine,
                quarantine.shelf(),
                Role.SPONSOR,
                new Command.ReleaseKits(apart.place(), apart.date(), "it was the outer seal", apart.kits()));
    }

    private static ConsentGiven given(Case consent) {
        return (ConsentGiven) consent.caused().getFirst().event();
    }

    /// One command more, given after those of a case.
    private static Case after(Case earlier, ProtocolShelf shelf, Role role, Command command) {
        return after(earlier, shelf, role, command, 0, _ -> {});
    }

    private static Case after(
            Case earlier, ProtocolShelf shelf, Role role, Command command, long at, Consumer<Vault> meanwhile) {
        List<Submission> before = new ArrayList<>(earlier.before());
        before.add(earlier.submission());
        Submission submission = new Submission(command.getClass().getSimpleName(), "someone", role, command);
        Vault desk = new Trial(earlier.stage(), "").desk();
        long[] now = {0};
        Sequencer memory = new Sequencer(
                earlier.stage().study(),
                shelf,
                new MemoryJournal(),
                desk,
                earlier.stage().personalKeys(),
                () -> now[0]);
        before.forEach(memory::submit);
        meanwhile.accept(desk);
        now[0] = at;
        Outcome.Accepted accepted = (Outcome.Accepted) memory.submit(submission);
        return new Case(earlier.stage(), shelf, before, submission, at, accepted.events(), meanwhile);
    }

    /// Every command of a rehearsal that had an effect, given again to a trial in memory whose clock stands still.
    private static List<Case> cases(Stage stage) {
        List<Submission> submissions = new ArrayList<>();
        stage.ordinary((role, command, _) ->
                        submissions.add(new Submission("key " + submissions.size(), "someone", role, command)))
                .trial()
                .conduct();
        Sequencer memory = new Sequencer(
                stage.study(), new MemoryJournal(), new Trial(stage, "").desk(), stage.personalKeys(), () -> 0);
        List<Case> cases = new ArrayList<>();
        int lock = submissions.size() - 1;
        submissions.addAll(Collections.nCopies(AFTER_THE_LOCK, submissions.getLast()));
        for (int i = 0; i < submissions.size(); i++) {
            if (memory.submit(submissions.get(i)) instanceof Outcome.Accepted(var events)) {
                ProtocolShelf shelf = ProtocolShelf.of(List.of(stage.study()));
                cases.add(new Case(stage, shelf, submissions.subList(0, i), submissions.get(i), 0, events, _ -> {}));
            }
            if (i == lock) {
                Collections.copy(submissions.subList(i + 1, submissions.size()), reveal(stage, memory.state(), i + 1));
            }
        }
        return cases;
    }

    /// What comes after the lock, one step at a time.
    private static List<Submission> reveal(Stage stage, TrialState state, int given) {
        Command authorize = new Command.AuthorizeReveal(
                EventCodec.leaf(state.lock().orElseThrow()),
                stage.study().conduct().hash(),
                stage.study().plan().hash());
        return List.of(
                new Submission("key " + given, "one", Role.STATISTICIAN, authorize),
                new Submission("key " + (given + 1), "another", Role.SPONSOR, authorize),
                new Submission(
                        "key " + (given + 2),
                        "one",
                        Role.STATISTICIAN,
                        new Command.RevealTreatments("Analysis after the lock.")));
    }

    /// Once a journal is opened, whoever is erased in it has no key, and everybody else has.
    private static void requireKeyUntilErased(PostgresJournal journal, PersonalKeys keys) {
        Set<ParticipantId> erased = new HashSet<>();
        List<ParticipantId> entered = new ArrayList<>();
        for (JournalledEvent event : journal.events()) {
            if (event.event() instanceof ConsentGiven given) {
                entered.add(given.participant());
            } else if (event.event() instanceof PersonErased person) {
                erased.add(person.participant());
            }
        }
        assertThat(entered).allMatch(id -> keys.find(id).isEmpty() == erased.contains(id));
    }

    private static void copy(MemoryJournal from, PostgresJournal to) {
        to.append(from.events());
        to.commit();
    }

    /// The effect of the command, as the point before this one left it.
    private static void requireWholeOrNone(Case tried, PostgresJournal journal, long before, int point) {
        String key = tried.submission().key();
        List<JournalledEvent> found = journal.caused(List.of(key)).getOrDefault(key, List.of());
        assertThat(found)
                .as("effect of %s broken before point %d", tried.kind(), point)
                .isIn(List.of(), tried.caused());
        assertThat(journal.size()).isEqualTo(before + found.size());
    }
}
