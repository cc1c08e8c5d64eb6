package org.equipoise.app.durability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.equipoise.allocation.sealing.RealSealing;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.app.staging.Stage;
import org.equipoise.conduct.sequencer.Intake;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.conduct.sequencer.Sequencer;
import org.equipoise.conduct.sequencer.Submission;
import org.equipoise.journal.confidence.PersonalKeys;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.store.Database;
import org.equipoise.store.embedded.EmbeddedPostgres;
import org.equipoise.store.postgres.Login;
import org.equipoise.store.postgres.PostgresJournal;

/// A trial whose journal is in PostgreSQL, for those who try to break it.
record Trial(Stage stage, String name) {

    /// Where no database can run, tests are skipped and say so; where every test is required, they fail instead.
    static boolean isPossible() {
        return EmbeddedPostgres.isAvailable() || System.getenv("EQUIPOISE_EVERY_TEST") != null;
    }

    Vault desk() {
        return new Vault(stage.study(), stage.secrets(), new RealSealing(new byte[32]));
    }

    /// Where commands come in. A journal opened again replaces the one that failed.
    Intake intake(Database database) {
        List<PostgresJournal> opened = new ArrayList<>();
        PersonalKeys keys = stage.personalKeys();
        return new Intake(() -> {
            opened.forEach(PostgresJournal::close);
            opened.clear();
            PostgresJournal journal = database.open(name);
            opened.add(journal);
            return new Sequencer(stage.study(), journal, desk(), keys, Trial::now);
        });
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

    /// How many commands in the journal did something else than the same command does in a trial that nobody
    /// disturbed: half of it, or it twice.
    long disturbed(Iterable<JournalledEvent> events, Map<String, Submission> given) {
        Journal undisturbed = new MemoryJournal();
        long[] at = {0};
        Sequencer sequencer = new Sequencer(stage.study(), undisturbed, desk(), stage.personalKeys(), () -> at[0]);
        long disturbed = 0;
        List<JournalledEvent> command = new ArrayList<>();
        for (JournalledEvent event : events) {
            if (!command.isEmpty() && !command.getFirst().command().equals(event.command())) {
                disturbed += differs(sequencer, given, command, at) ? 1 : 0;
                command.clear();
            }
            command.add(event);
        }
        return disturbed + (!command.isEmpty() && differs(sequencer, given, command, at) ? 1 : 0);
    }

    private static boolean differs(
            Sequencer sequencer, Map<String, Submission> given, List<JournalledEvent> command, long[] at) {
        at[0] = command.getFirst().at();
        Submission submission = given.get(command.getFirst().command());
        return submission == null || !sequencer.submit(submission).equals(new Outcome.Accepted(command));
    }
}
