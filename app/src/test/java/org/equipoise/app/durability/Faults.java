package org.equipoise.app.durability;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.equipoise.journal.checkpoint.CheckpointPolicy;
import org.equipoise.store.Database;
import org.equipoise.store.postgres.Login;
import org.equipoise.store.postgres.PostgresJournal;

/// What can go wrong for a while, each with the place where it does.
enum Faults {
    DATA_FULL,
    LOG_FULL,
    VAULT_FULL,
    WITNESS_FULL,
    SILENT,
    /// With a URL that says after how many seconds the database is to count as away.
    SILENT_TO_THE_IMPATIENT,
    CUT_OFF;

    private static final String IMPATIENT = "?socketTimeout=2&loginTimeout=2";

    /// Of the database's log there is room for more than twice what it takes: others fill the disk, not it.
    private static final int MEBIBYTES = 512;
    private static final int FEW_MEBIBYTES = 8;

    boolean needsDisk() {
        return compareTo(WITNESS_FULL) <= 0;
    }

    /// A database and what goes wrong with it, ready to be tried again and again.
    record Scene(Outage outage, Database database, Outage.Way way, Trouble trouble, Closeable disk)
            implements Closeable {
        Outage.Found run(long lasting) throws Exception {
            return outage.run(database, way, trouble, lasting);
        }

        @Override
        public void close() throws IOException {
            try (disk) {
                trouble.close();
                database.close();
            }
        }
    }

    Scene scene(Path folder) throws Exception {
        Files.createDirectories(folder);
        Outage.Place place = Outage.Place.in(folder.toRealPath());
        return switch (this) {
            case DATA_FULL -> {
                Disk disk = Disk.make(place.database(), MEBIBYTES);
                Database.in(place.database()).close();
                move(
                        place.database().resolve("data/pg_wal"),
                        folder.toRealPath().resolve("pg_wal"));
                yield scene(place, new FullDisk(disk), disk);
            }
            case LOG_FULL -> {
                Database.in(place.database()).close();
                Files.writeString(
                        place.database().resolve("data/postgresql.conf"),
                        "max_wal_size = " + MEBIBYTES / 5 + "MB\n",
                        StandardOpenOption.APPEND);
                Disk disk = Disk.make(folder.resolve("log"), MEBIBYTES / 2);
                move(place.database().resolve("data/pg_wal"), disk.at().resolve("pg_wal"));
                yield scene(
                        place, new FullDisk.OfLog(new FullDisk(disk), () -> Trial.superuser(place.database())), disk);
            }
            case VAULT_FULL -> small(place, Disk.make(place.vault(), FEW_MEBIBYTES));
            case WITNESS_FULL -> {
                Disk disk = Disk.make(place.witness(), FEW_MEBIBYTES);
                yield new Scene(
                        new Outage(place, Outage.OFTEN),
                        Database.in(place.database()),
                        Database::open,
                        new FullDisk(disk),
                        disk);
            }
            case SILENT -> scene(place, silence(place), () -> {});
            case SILENT_TO_THE_IMPATIENT -> {
                Database database = Database.in(place.database());
                Login login = Trial.application(place.database());
                Login impatient = new Login(login.url() + IMPATIENT, login.user(), login.password());
                yield new Scene(
                        new Outage(place, CheckpointPolicy.SERVICE),
                        database,
                        (_, study) -> PostgresJournal.open(impatient, study),
                        silence(place),
                        () -> {});
            }
            case CUT_OFF -> {
                Database database = Database.in(place.database());
                Wire wire = new Wire(Trial.application(place.database()));
                yield new Scene(
                        new Outage(place, CheckpointPolicy.SERVICE),
                        database,
                        (_, study) -> PostgresJournal.open(wire.login(), study),
                        wire,
                        () -> {});
            }
        };
    }

    private static Silence silence(Outage.Place place) {
        return new Silence(new Kill(place.database().resolve("data")));
    }

    private static Scene small(Outage.Place place, Disk disk) {
        return scene(place, new FullDisk(disk), disk);
    }

    private static Scene scene(Outage.Place place, Trouble trouble, Closeable disk) {
        return new Scene(
                new Outage(place, CheckpointPolicy.SERVICE),
                Database.in(place.database()),
                Database::open,
                trouble,
                disk);
    }

    private static void move(Path from, Path to) throws IOException, SQLException, InterruptedException {
        Process moved = new ProcessBuilder("mv", from.toString(), to.toString())
                .inheritIO()
                .start();
        if (moved.waitFor() != 0) {
            throw new IOException(from + " cannot be moved");
        }
        Files.createSymbolicLink(from, to);
    }
}
