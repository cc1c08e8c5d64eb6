package org.equipoise.app.vault;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.equipoise.allocation.vault.DistantVault;
import org.equipoise.app.durability.Durable;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.conduct.sequencer.Sequencer;
import org.equipoise.conduct.sequencer.Submission;
import org.equipoise.journal.canonical.EventCodec;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.Digest;
import org.equipoise.store.Database;
import org.equipoise.store.postgres.PostgresJournal;

/// The program that runs a trial and may know no arm, as a process of its own: it plays the commands of a rehearsal
/// against PostgreSQL and a vault at a socket, up to the lock and two authorisations. Asked again, it reveals, and says
/// what it learnt wherever a careless program might. Each time it leaves its archive and its whole heap.
final class Application {
    private static final String STUDY = "pressure-dose";
    /// The SHA-256 of the minutes of the blinded review, "Nothing is open.\n".
    private static final Digest MINUTES =
            new Digest("d45ad9ddec6a87135d6399704996b327d2e1db91337c059e3a6d0aa402b1bdb9");

    private Application() {}

    /// Runs the trial, or reveals it.
    ///
    /// @param arguments the socket, a folder, and `blinded` or `revealed`
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        boolean reveal = arguments[2].equals("revealed");
        Stage stage = TestStudies.uncounted(STUDY);
        try (Database database = Database.in(folder.resolve("database"));
                PostgresJournal journal = database.open(STUDY);
                SocketLine line = new SocketLine(Path.of(arguments[0]))) {
            DistantVault vault = new DistantVault(line);
            Sequencer sequencer = new Sequencer(stage.study(), journal, vault, stage.personalKeys(), Application::now);
            if (reveal) {
                submit(sequencer, "reveal", "Ines", Role.STATISTICIAN, new Command.RevealTreatments("analysis"));
                TreatmentView view = TreatmentView.of(journal.events());
                blab(folder.resolve("database"), new ArrayList<>(journalled(journal)).getLast());
                keep(stage, journal, folder, view);
            } else {
                play(stage, sequencer);
                authorize(stage, sequencer);
                keep(stage, journal, folder, new TreatmentView.Blinded());
            }
            System.err.println(journal.size() + " events");
        }
    }

    private static void play(Stage stage, Sequencer sequencer) {
        List<Submission> submissions = new ArrayList<>();
        stage.ordinary((role, command, _) ->
                        submissions.add(new Submission("key " + submissions.size(), "someone", role, command)))
                .trial()
                .conduct();
        submissions.forEach(sequencer::submit);
    }

    private static void authorize(Stage stage, Sequencer sequencer) {
        Command authorize = new Command.AuthorizeReveal(
                EventCodec.leaf(sequencer.state().lock().orElseThrow()),
                MINUTES,
                stage.study().plan().hash());
        submit(sequencer, "statistician", "Ines", Role.STATISTICIAN, authorize);
        submit(sequencer, "sponsor", "Otto", Role.SPONSOR, authorize);
    }

    private static void submit(Sequencer sequencer, String key, String actor, Role role, Command command) {
        if (sequencer.submit(key, actor, role, command) instanceof Outcome.Refused(var refusal)) {
            throw new IllegalStateException(refusal.toString());
        }
    }

    private static List<JournalledEvent> journalled(PostgresJournal journal) {
        List<JournalledEvent> events = new ArrayList<>();
        journal.events().forEach(events::add);
        return events;
    }

    /// In the program's log, in the server's log, and in a table.
    private static void blab(Path database, JournalledEvent reveal) {
        System.err.println(reveal);
        String text = reveal.toString().replace("'", "");
        try (Connection connection = Durable.superuser(database).connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE public.diary AS SELECT regexp_split_to_table('" + text + "', '[ ,]') AS word");
            statement.execute("SELECT '" + text + "'::integer");
        } catch (SQLException expected) {
            System.err.println("The server has it in its log.");
        }
    }

    /// The view is held until the heap is written.
    private static void keep(Stage stage, PostgresJournal journal, Path folder, TreatmentView view) throws Exception {
        Files.write(folder.resolve("archive"), stage.archive(journal));
        Files.writeString(folder.resolve("archive.key"), stage.signingKey().keyFile());
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpHeap(folder.resolve("heap.hprof").toString(), false);
        System.err.println(view.getClass().getSimpleName());
    }

    private static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
