package org.equipoise.app.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.equipoise.conduct.sequencer.Intake;
import org.equipoise.journal.checkpoint.CheckpointPolicy;
import org.equipoise.store.Database;
import org.equipoise.store.UnfitDatabase;
import org.equipoise.store.embedded.EmbeddedPostgres;
import org.equipoise.store.log.FileLog;
import org.equipoise.store.postgres.PostgresJournal;

/// Has everything end at once under load, starts it again and looks for what was answered. The control is a server with
/// a setting with which it answers before it has written: it must lose something, or the test sees nothing.
///
/// @param folder where the database, the vault's log and the witness's file are
/// @param control the settings, if this is a control
record Crash(Path folder, Blow blow, List<String> control) {
    private static final int WRITERS = 32;
    private static final CheckpointPolicy EVERY_HALF_SECOND = new CheckpointPolicy(500_000, 1_000);

    static Crash kill(Path folder, String... control) throws IOException {
        Files.createDirectories(folder);
        return new Crash(folder.toRealPath(), killing(folder), List.of(control));
    }

    static Crash powerCut(Disk disk, String... control) {
        return new Crash(disk.at(), new PowerCut(disk, new Kill(data(disk.at()))), List.of(control));
    }

    private static Kill killing(Path folder) throws IOException {
        return new Kill(data(folder.toRealPath()));
    }

    private static Path data(Path folder) {
        return folder.resolve("database/data");
    }

    private Path database() {
        return folder.resolve("database");
    }

    Aftermath run(long milliseconds) throws Exception {
        if (!Files.exists(data(folder).resolve("PG_VERSION"))) {
            Database.in(database()).close();
        }
        Trial trial = Trial.underLoad("crash " + UUID.randomUUID());
        Path log = Files.createDirectories(folder.resolve("vault")).resolve(trial.name() + ".log");
        Path witness = Files.createDirectories(folder.resolve("witness"))
                .resolve(UUID.randomUUID().toString());
        Aftermath.Scene scene;
        try (EmbeddedPostgres server = EmbeddedPostgres.start(database(), control.toArray(String[]::new));
                FileLog vault = FileLog.open(log)) {
            Ears ears = new Ears();
            scene = new Aftermath.Scene(
                    trial,
                    new Load(false, ears),
                    new Recounted(vault, ears),
                    new Attested(witness, trial.stage().signingKey(), ears));
            Intake intake = trial.intake(
                    () -> PostgresJournal.open(server.application(), trial.name()),
                    scene.vault(),
                    scene.witness(),
                    EVERY_HALF_SECOND);
            scene.load().open(intake);
            List<Thread> writers = scene.load().begin(intake, WRITERS);
            Thread.sleep(milliseconds);
            blow.strike(ears);
            scene.load().end(writers);
            intake.close();
        }
        blow.mend();
        return control.isEmpty() ? after(scene, log) : afterControl(scene);
    }

    private Aftermath after(Aftermath.Scene scene, Path log) throws InterruptedException {
        try (Database database = Database.in(database())) {
            return Aftermath.of(scene, database, log);
        }
    }

    /// Such a server may not even start again.
    private Aftermath afterControl(Aftermath.Scene scene) {
        long acknowledged = scene.load().acknowledged().size();
        long lost = acknowledged;
        try (Database database = Database.in(database());
                PostgresJournal journal = database.open(scene.trial().name())) {
            lost = Aftermath.missing(journal, scene.load().acknowledged());
        } catch (UnfitDatabase ruined) {
            // Then everything is lost.
        }
        long asked = scene.vault().acknowledged().size();
        long unanswered = scene.load().unanswered().size();
        return new Aftermath(acknowledged, asked, scene.witness().acknowledged(), unanswered, 0, lost, 0);
    }
}
