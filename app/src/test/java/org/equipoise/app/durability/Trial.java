package org.equipoise.app.durability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.equipoise.allocation.sealing.RealSealing;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.conduct.sequencer.Intake;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.conduct.sequencer.Sequencer;
import org.equipoise.conduct.sequencer.Submission;
import org.equipoise.journal.checkpoint.CheckpointPolicy;
import org.equipoise.journal.checkpoint.CheckpointWitness;
import org.equipoise.journal.checkpoint.CheckpointedJournal;
import org.equipoise.journal.confidence.PersonalKeys;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.store.EntryLog;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.journal.store.MemoryLog;
import org.equipoise.language.identity.Digest;
import org.equipoise.store.Database;
import org.equipoise.store.Pen;
import org.equipoise.store.embedded.EmbeddedPostgres;
import org.equipoise.store.postgres.Login;
import org.equipoise.store.postgres.PostgresJournal;

/// A trial whose journal is in PostgreSQL, for those who try to break it.
///
/// @param keys of its participants, which outlive every intake
record Trial(Stage stage, String name, PersonalKeys keys) {
    Trial(Stage stage, String name) {
        this(stage, name, stage.personalKeys());
    }

    /// With more room than people can come while something is tried: as long as they come, the vault is asked.
    static Trial underLoad(String name) {
        return new Trial(TestStudies.uncounted("pressure-dose", 40_000), name);
    }

    /// Where no database can run, tests are skipped and say so; where every test is required, they fail instead.
    static boolean isPossible() {
        return EmbeddedPostgres.isAvailable() || System.getenv("EQUIPOISE_EVERY_TEST") != null;
    }

    Vault desk() {
        return desk(new MemoryLog());
    }

    /// A vault that remembers by a log.
    Vault desk(EntryLog log) {
        return new Vault(stage.study(), stage.secrets(), new RealSealing(new byte[32]), log, stage.personalKeys());
    }

    /// Where commands come in. A journal opened again replaces the one that failed.
    Intake intake(Database database) {
        Pen pen = new Pen(() -> database.open(name));
        EntryLog vault = new MemoryLog();
        return new Intake(() -> sequencer(pen.take(), vault, keys));
    }

    /// The same with a vault and a witness that are kept too.
    Intake intake(
            Supplier<PostgresJournal> opening, EntryLog vault, CheckpointWitness witness, CheckpointPolicy policy) {
        Pen pen = new Pen(opening);
        return new Intake(() -> sequencer(
                new CheckpointedJournal(pen.take(), name, stage.signingKey(), witness, policy, Trial::now),
                vault,
                keys));
    }

    private Sequencer sequencer(Journal journal, EntryLog vault, PersonalKeys keys) {
        return new Sequencer(stage.study(), journal, desk(vault), keys, Trial::now);
    }

    /// The login that serves from a folder whose database runs.
    static Login application(Path folder) {
        return login(folder, "equipoise", "equipoise", 2);
    }

    /// Who owns the tables in a folder whose database runs.
    static Login owner(Path folder) {
        return login(folder, "equipoise", "equipoise_owner", 1);
    }

    /// The superuser of a folder whose database runs.
    static Login superuser(Path folder) {
        return login(folder, "postgres", "postgres", 0);
    }

    private static Login login(Path folder, String database, String user, int line) {
        try {
            String port = Files.readAllLines(folder.resolve("data/postmaster.pid"))
                    .get(3)
                    .strip();
            String password = Files.readAllLines(folder.resolve("passwords")).get(line);
            return new Login("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }

    /// A trial that nobody disturbed: every command of a journal given again, in its order, to a trial in memory whose
    /// vault remembers what this one's was asked.
    ///
    /// @param differing how many commands did something else in the journal: half of it, or it twice
    /// @param root of the journal in memory
    record Undisturbed(long differing, Digest root) {}

    Undisturbed again(Iterable<JournalledEvent> events, Map<String, Submission> given, List<byte[]> asked) {
        MemoryLog remembered = new MemoryLog();
        asked.forEach(remembered::append);
        Journal undisturbed = new MemoryJournal();
        long[] at = {0};
        Sequencer sequencer =
                new Sequencer(stage.study(), undisturbed, desk(remembered), stage.personalKeys(), () -> at[0]);
        long differing = 0;
        List<JournalledEvent> command = new ArrayList<>();
        for (JournalledEvent event : events) {
            if (!command.isEmpty() && !command.getFirst().command().equals(event.command())) {
                differing += differs(sequencer, given, command, at) ? 1 : 0;
                command.clear();
            }
            command.add(event);
        }
        differing += !command.isEmpty() && differs(sequencer, given, command, at) ? 1 : 0;
        return new Undisturbed(differing, undisturbed.root());
    }

    private static boolean differs(
            Sequencer sequencer, Map<String, Submission> given, List<JournalledEvent> command, long[] at) {
        at[0] = command.getFirst().at();
        Submission submission = given.get(command.getFirst().command());
        return submission == null || !sequencer.submit(submission).equals(new Outcome.Accepted(command));
    }
}
