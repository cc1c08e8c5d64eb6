package org.equipoise.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.equipoise.app.ExitCode;
import org.equipoise.app.Stop;
import org.equipoise.app.staging.SigningKeyFile;
import org.equipoise.journal.archive.SigningKey;
import org.equipoise.journal.backup.BackupIndex;
import org.equipoise.journal.store.JournalUnavailable;
import org.equipoise.store.Database;
import org.equipoise.store.UnfitDatabase;
import org.equipoise.store.postgres.Snapshot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Writes every journal of a database into a folder, while others write.
@Command(
        name = "backup",
        description = "Backs up every journal of a database, each as an archive that `verify` takes. The trial goes on"
                + " meanwhile. What the vault keeps is not in it.",
        mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final Installation installation = new Installation();

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "A folder that is not there yet.")
    private Path out;

    @Option(
            names = "--signing-key",
            paramLabel = "FILE",
            description = "The secret key to sign with, made where it is not there; default: DIR/signing-key.")
    private @Nullable Path signingKey;

    @Option(names = "--json", description = "What was backed up as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        installation.require("A backup needs ");
        NewFolder.refuseUsed(out);
        Path keyFile = installation.signingKey(signingKey);
        try (Database database = installation.toRead();
                Snapshot snapshot = database.snapshot()) {
            tell(new BackupFolder(out).write(snapshot, key(keyFile), now()), keyFile);
            return ExitCode.DONE.code();
        } catch (UnfitDatabase e) {
            throw new Stop(ExitCode.ENVIRONMENT, e.sentence());
        } catch (JournalUnavailable e) {
            throw new Stop(ExitCode.ENVIRONMENT, e.getMessage() + " What is in " + out + " is no backup: delete it.");
        }
    }

    private static SigningKey key(Path file) {
        try {
            return SigningKeyFile.in(file);
        } catch (IllegalArgumentException e) {
            throw new Stop(ExitCode.BAD_INPUT, e.getMessage() + " Name another file, or one that is not there yet.");
        }
    }

    private static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Clock.systemUTC().instant());
    }

    private void tell(BackupIndex index, Path keyFile) {
        PrintWriter print = spec.commandLine().getOut();
        if (json) {
            print.println(Json.of(index));
            return;
        }
        int count = index.journals().size();
        String journals = count + (count == 1 ? " journal" : " journals");
        print.println("Backed up to " + out + ": " + journals + ", " + index.events() + " events.");
        index.journals()
                .forEach(kept -> print.println("  " + kept.archive() + "  " + kept.name() + ": " + kept.events()
                        + " events, root " + kept.root().hex()));
        print.println("Signed with " + keyFile + ". Keep a copy of " + out.resolve("index.key")
                + " elsewhere: it is how a backup is known to be yours. Try it: equipoise restore " + out
                + " --verify");
    }
}
