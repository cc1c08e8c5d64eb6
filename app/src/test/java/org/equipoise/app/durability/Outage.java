package org.equipoise.app.durability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.equipoise.conduct.sequencer.Intake;
import org.equipoise.journal.checkpoint.CheckpointPolicy;
import org.equipoise.store.Database;
import org.equipoise.store.log.FileLog;
import org.equipoise.store.postgres.PostgresJournal;

/// Lets something go wrong under a load of people who give each command again until it is answered, puts it right, and
/// waits until the trial has come back by itself. Then it looks for what was answered.
///
/// @param place where the three things are
/// @param policy how often the witness is asked
record Outage(Place place, CheckpointPolicy policy) {
    static final CheckpointPolicy OFTEN = new CheckpointPolicy(100_000, 100);

    private static final int WRITERS = 8;
    private static final long BEFORE = 300;
    private static final long MOST_TO_COME_BACK = 60_000;
    private static final double MILLION = 1e6;

    /// Where things are kept, each perhaps on a disk of its own.
    record Place(Path database, Path vault, Path witness) {
        static Place in(Path folder) {
            return new Place(folder.resolve("database"), folder.resolve("vault"), folder.resolve("witness"));
        }
    }

    /// How the trial reaches its journal.
    interface Way {
        PostgresJournal open(Database database, String study);
    }

    /// What was found.
    ///
    /// @param meanwhile commands that were answered while something was wrong
    /// @param milliseconds from its end until a command was answered that had not been before
    /// @param said what was said of it
    record Found(Aftermath aftermath, long meanwhile, long milliseconds, Set<String> said) {}

    /// @param lasting milliseconds, if not longer
    Found run(Database database, Way way, Trouble trouble, long lasting) throws Exception {
        Trial trial = Trial.underLoad("outage " + UUID.randomUUID());
        Path log = Files.createDirectories(place.vault()).resolve(trial.name() + ".log");
        Path witness = Files.createDirectories(place.witness())
                .resolve(UUID.randomUUID().toString());
        Ears ears = new Ears();
        Load load = new Load(true, ears);
        Aftermath.Scene scene;
        long meanwhile;
        long milliseconds;
        try (FileLog vault = FileLog.open(log)) {
            scene = new Aftermath.Scene(
                    trial,
                    load,
                    new Recounted(vault, ears),
                    new Attested(witness, trial.stage().signingKey(), ears));
            try (Intake intake =
                    trial.intake(() -> way.open(database, trial.name()), scene.vault(), scene.witness(), policy)) {
                load.open(intake);
                List<Thread> writers = load.begin(intake, WRITERS);
                Thread.sleep(BEFORE);
                long before = load.acknowledged().size();
                trouble.begin();
                last(lasting, load, scene.witness());
                meanwhile = load.acknowledged().size() - before;
                trouble.end();
                milliseconds = comeBack(load);
                Thread.sleep(BEFORE);
                load.end(writers);
            }
        }
        Set<String> said = said(load, scene.witness());
        return new Found(Aftermath.of(scene, database, log), meanwhile, milliseconds, said);
    }

    private static Set<String> said(Load load, Attested witness) {
        Set<String> said = new TreeSet<>(load.said());
        said.addAll(witness.said());
        return said;
    }

    /// At least so long, and until somebody noticed.
    private static void last(long lasting, Load load, Attested witness) throws InterruptedException {
        long from = System.nanoTime();
        Thread.sleep(lasting);
        while (said(load, witness).isEmpty() && (System.nanoTime() - from) / MILLION < MOST_TO_COME_BACK) {
            Thread.sleep(1);
        }
    }

    /// Until everyone who waits for an answer has one, or somebody gets one where nobody waits.
    private static long comeBack(Load load) throws InterruptedException {
        long from = System.nanoTime();
        int before = load.acknowledged().size();
        while (!load.unanswered().isEmpty() || load.acknowledged().size() == before) {
            Thread.sleep(1);
            if ((System.nanoTime() - from) / MILLION > MOST_TO_COME_BACK) {
                throw new IllegalStateException("it did not come back: " + load.said());
            }
        }
        return Math.round((System.nanoTime() - from) / MILLION);
    }
}
