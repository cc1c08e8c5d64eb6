package org.equipoise.app.durability;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.conduct.sequencer.Intake;
import org.equipoise.store.Database;
import org.equipoise.store.postgres.Login;

/// What others who try the database need of this package.
public final class Durable {
    private Durable() {}

    /// Durable events a second with writers who each wait for their answer; one event a command.
    public static double perSecond(Database database, int writers, int seconds) throws InterruptedException {
        Trial trial = new Trial(TestStudies.uncounted("pressure-dose"), "durable " + UUID.randomUUID());
        Load load = new Load();
        try (Intake intake = trial.intake(database)) {
            load.open(intake);
            long from = System.nanoTime();
            List<Thread> threads = load.begin(intake, writers);
            Thread.sleep(seconds * 1000L);
            load.end(threads);
            double elapsed = (System.nanoTime() - from) / 1e9;
            return load.acknowledged().values().stream().mapToLong(List::size).sum() / elapsed;
        }
    }

    public static Login owner(Path folder) {
        return Trial.owner(folder);
    }

    public static Login superuser(Path folder) {
        return Trial.superuser(folder);
    }

    public static Login application(Path folder) {
        return Trial.application(folder);
    }

    public static boolean isPossible() {
        return Trial.isPossible();
    }
}
