package org.equipoise.app.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.conduct.sequencer.Intake;
import org.equipoise.conduct.sequencer.Submission;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.store.Database;
import org.equipoise.store.embedded.EmbeddedPostgres;
import org.equipoise.store.postgres.Login;
import org.equipoise.store.postgres.PostgresJournal;

/// Kills PostgreSQL under load, all its processes at once and without a word, starts it again and looks for what was
/// answered. The control is a server that answers before it has written: it must lose something, or the test sees
/// nothing.
record Kill(Path folder, boolean control) {
    private static final int WRITERS = 32;

    /// What one kill did.
    ///
    /// @param acknowledged commands that were answered before it
    /// @param unanswered commands under way when it came
    /// @param kept of these, how many were nevertheless in the journal afterwards
    /// @param lost answered commands whose events are not, or not as they were told, in the journal
    /// @param partial commands with another effect than they have in a trial that nobody disturbs, and rows of
    ///     projections that differ from the journal
    record Cycle(long acknowledged, long unanswered, long kept, long lost, long partial) {}

    Cycle run(long milliseconds) throws Exception {
        Trial trial = new Trial(TestStudies.stage("pressure-dose", 1, 1), "kill " + UUID.randomUUID());
        Load load = new Load();
        try (Database database = Database.in(folder)) {
            if (control) {
                answerEarly();
            }
            Intake intake = trial.intake(database);
            load.open(intake);
            List<Thread> writers = load.begin(intake, WRITERS);
            Thread.sleep(milliseconds);
            kill();
            load.end(writers);
            intake.close();
        }
        if (control) {
            answerInTime();
        }
        try (Database database = Database.in(folder)) {
            long unanswered = load.unanswered().size();
            long kept;
            long lost;
            try (PostgresJournal journal = database.open(trial.name())) {
                lost = missing(journal, load.acknowledged());
                kept = journal.caused(load.unanswered().keySet()).size();
            }
            long acknowledged = load.acknowledged().size();
            if (!control) {
                retry(trial, database, load);
            }
            long partial = 0;
            try (PostgresJournal journal = database.open(trial.name())) {
                partial += control ? 0 : missing(journal, load.acknowledged());
                partial += control ? 0 : trial.disturbed(journal.events(), load.given());
            }
            for (long rows : database.projectionDifferences(trial.name()).values()) {
                partial += rows;
            }
            return new Cycle(acknowledged, unanswered, kept, lost, partial);
        }
    }

    /// Each unanswered command is given again under its key; then it has one effect, before or now.
    private static void retry(Trial trial, Database database, Load load) throws InterruptedException {
        try (Intake intake = trial.intake(database)) {
            for (Submission submission : List.copyOf(load.unanswered().values())) {
                if (!load.give(intake, submission)) {
                    throw new IllegalStateException(submission + " was not answered again");
                }
            }
        }
    }

    private static long missing(PostgresJournal journal, Map<String, List<JournalledEvent>> acknowledged) {
        Map<String, List<JournalledEvent>> found = journal.caused(acknowledged.keySet());
        return acknowledged.entrySet().stream()
                .filter(each -> !each.getValue().equals(found.get(each.getKey())))
                .count();
    }

    /// Once the database was found fit: it would be refused otherwise.
    private void answerEarly() throws SQLException {
        execute(Trial.superuser(folder), "ALTER ROLE equipoise SET synchronous_commit = off");
    }

    private void answerInTime() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            execute(server.superuser(), "ALTER ROLE equipoise RESET synchronous_commit");
        }
    }

    private static void execute(Login login, String what) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(what);
        }
    }

    /// The server first, so that it starts no more; then whoever is left, until nobody is.
    private void kill() throws IOException, InterruptedException {
        Path data = folder.toRealPath().resolve("data");
        long server = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        ProcessHandle.of(server).orElseThrow().destroyForcibly();
        for (List<ProcessHandle> left = workers(data); !left.isEmpty(); left = workers(data)) {
            left.forEach(ProcessHandle::destroyForcibly);
            Thread.sleep(5);
        }
    }

    private static List<ProcessHandle> workers(Path data) {
        List<ProcessHandle> workers = new ArrayList<>();
        ProcessHandle.allProcesses()
                .filter(process -> {
                    try {
                        return Path.of("/proc", Long.toString(process.pid()), "cwd")
                                .toRealPath()
                                .equals(data);
                    } catch (IOException e) {
                        return false;
                    }
                })
                .forEach(workers::add);
        return workers;
    }
}
