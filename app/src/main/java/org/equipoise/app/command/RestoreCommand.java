package org.equipoise.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.equipoise.app.ExitCode;
import org.equipoise.app.Stop;
import org.equipoise.journal.backup.BackupIndex;
import org.equipoise.journal.backup.BackupIndex.Kept;
import org.equipoise.journal.checkpoint.DisownedJournal;
import org.equipoise.journal.checkpoint.WitnessBook;
import org.equipoise.journal.store.JournalUnavailable;
import org.equipoise.store.Database;
import org.equipoise.store.UnfitDatabase;
import org.equipoise.store.postgres.Snapshot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Puts the journals of a backup into a database; or proves, in one that is thrown away, that it can be done.
@Command(
        name = "restore",
        description = "Puts the journals of a backup into an empty database. With --verify and no database: proves that"
                + " it can be done, and leaves nothing behind.",
        mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BACKUP", description = "The folder that `backup` wrote.")
    private Path backup;

    @Mixin
    private final Installation installation = new Installation();

    @Option(names = "--verify", description = "Restore into a database of its own that is deleted afterwards.")
    private boolean verify;

    @Option(names = "--journal", paramLabel = "NAME", description = "This journal alone.")
    private @Nullable String journal;

    @Option(names = "--key", paramLabel = "FILE", description = "The public key to trust; default: BACKUP/index.key.")
    private @Nullable Path key;

    @Option(
            names = "--witness",
            paramLabel = "FILE",
            description = "What a witness kept of the journal: a backup of an older state is refused.")
    private @Nullable Path witness;

    @Option(
            names = "--witness-key",
            paramLabel = "FILE",
            description = "The public key of the checkpoints; default: the key of the backup.")
    private @Nullable Path witnessKey;

    @Option(names = "--json", description = "What was restored as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (!verify) {
            installation.require("A restoration needs --verify, or ");
        } else if (installation.isNamed()) {
            throw new Stop(ExitCode.USAGE, "--verify uses a database of its own. Leave out --data and --database.");
        }
        BackupFolder folder = new BackupFolder(backup);
        byte[] publicKey = folder.publicKey(key);
        BackupIndex index = folder.read(publicKey);
        List<Kept> wanted = wanted(index);
        WitnessBook kept = witness(folder, publicKey, wanted);
        wanted.forEach(each -> folder.archive(each, publicKey, kept));
        try {
            if (verify) {
                inPassing(scratch -> restore(folder, publicKey, wanted, Database.in(scratch)));
            } else {
                restore(folder, publicKey, wanted, installation.open());
            }
        } catch (UnfitDatabase e) {
            throw new Stop(ExitCode.ENVIRONMENT, e.sentence());
        } catch (JournalUnavailable e) {
            throw new Stop(ExitCode.ENVIRONMENT, e.getMessage() + " The restoration is not finished: begin it again.");
        }
        tell(index, wanted, folder.keyFile(key));
        return ExitCode.DONE.code();
    }

    private List<Kept> wanted(BackupIndex index) {
        List<Kept> wanted = index.journals().stream()
                .filter(kept -> journal == null || kept.name().equals(journal))
                .toList();
        if (wanted.isEmpty()) {
            throw new Stop(
                    ExitCode.USAGE,
                    "The backup holds no journal '" + journal + "'. There are: "
                            + String.join(
                                    ", ",
                                    index.journals().stream().map(Kept::name).toList()) + ".");
        }
        return wanted;
    }

    private WitnessBook witness(BackupFolder folder, byte[] publicKey, List<Kept> wanted) {
        if (witness != null && wanted.size() > 1) {
            throw new Stop(ExitCode.USAGE, "A witness keeps one journal: say with --journal NAME which.");
        }
        try {
            return Archives.witness(witness, witnessKey == null ? publicKey : folder.publicKey(witnessKey));
        } catch (DisownedJournal e) {
            throw new Stop(
                    ExitCode.FINDINGS, "The witness file is rejected at " + e.where() + ": " + e.getMessage() + ".");
        }
    }

    private static void restore(BackupFolder folder, byte[] publicKey, List<Kept> wanted, Database opened) {
        try (Database database = opened) {
            requireNew(database, wanted);
            for (Kept kept : wanted) {
                new Restoration(database, kept.name()).restore(folder.archive(kept, publicKey, new WitnessBook()));
            }
        }
    }

    private static void requireNew(Database database, List<Kept> wanted) {
        try (Snapshot snapshot = database.snapshot()) {
            TreeSet<String> there = new TreeSet<>(snapshot.names());
            Optional<String> twice =
                    wanted.stream().map(Kept::name).filter(there::contains).findFirst();
            if (twice.isPresent()) {
                throw new Stop(
                        ExitCode.BAD_INPUT,
                        "The database already holds the journal '" + twice.get()
                                + "'. Nothing was changed: restore into another database.");
            }
        }
    }

    private interface Passing {
        void in(Path folder);
    }

    private static void inPassing(Passing use) {
        try {
            Path scratch = Files.createTempDirectory("equipoise-restore");
            try {
                use.in(scratch);
            } finally {
                delete(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private void tell(BackupIndex index, List<Kept> restored, Path keyFile) {
        PrintWriter print = spec.commandLine().getOut();
        if (json) {
            print.println(Json.of(new BackupIndex(index.format(), index.at(), index.software(), restored)));
            return;
        }
        print.println((verify ? "Restored in passing and the same" : "Restored to " + installation + " and the same")
                + ", as the backup was at " + Instant.EPOCH.plus(index.at(), ChronoUnit.MICROS) + ":");
        restored.forEach(kept -> print.println("  " + kept.name() + ": " + kept.events() + " events, root "
                + kept.root().hex()));
        print.println(
                "Each event, the tree over them, the state that follows and the tables for reading were compared.");
        print.println(
                key != null
                        ? "The key trusted is the one you gave, " + keyFile + "."
                        : "The key trusted is the one in the backup, " + keyFile
                                + ": this proves only that the two belong together. Give --key a copy that was kept elsewhere.");
        if (witness == null) {
            print.println("Whether it is the newest state, a backup cannot say: give --witness FILE to ask.");
        }
    }
}
