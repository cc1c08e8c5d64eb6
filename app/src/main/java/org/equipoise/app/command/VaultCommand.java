package org.equipoise.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.equipoise.allocation.vault.SecondFactor;
import org.equipoise.allocation.vault.VaultDoor;
import org.equipoise.app.ExitCode;
import org.equipoise.app.Stop;
import org.equipoise.app.staging.VaultFolder;
import org.equipoise.app.vault.VaultServer;
import org.equipoise.protocol.reading.Study;
import org.equipoise.statistics.random.Seed;
import org.equipoise.store.UnfitDatabase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The vault as a program of its own, to be run as a user of the operating system whom nobody else can become.
@Command(
        name = "vault",
        description =
                "Keeps a study's vault and answers at a socket, until it is stopped. Run it as a user of its own.",
        mixinStandardHelpOptions = true)
public final class VaultCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "STUDY", description = "The folder of the study, as it was first opened.")
    private Path study;

    @Parameters(
            index = "1",
            paramLabel = "DIR",
            description = "The folder of the vault. Where there is none, one is made, with new secrets.")
    private Path folder;

    @Option(names = "--socket", required = true, paramLabel = "FILE", description = "Where it answers.")
    private Path socket;

    @Option(
            names = "--group",
            paramLabel = "NAME",
            description = "The group that may ask it: that of the user who runs the study. By default one's own.")
    private @Nullable String group;

    @Option(
            names = "--rehearsal",
            paramLabel = "SEED",
            description = "Make a vault for the rehearsal with this seed, which tells virtual bodies their arm codes.")
    private @Nullable String rehearsal;

    @Option(
            names = "--trial",
            paramLabel = "I",
            description = "With --rehearsal: the trial; ${DEFAULT-VALUE} by default.",
            defaultValue = "1")
    private long trial;

    @Override
    public Integer call() {
        Study read = Studies.runnable(study);
        PrintWriter err = spec.commandLine().getErr();
        Optional<SecondFactor> secondFactor = SecondFactorProgram.fromEnvironment();
        if (secondFactor.isEmpty()) {
            err.println("No second factor is set up in " + SecondFactorProgram.VARIABLE
                    + ": no code can be broken, and nobody can authorise a reveal.");
        }
        try (VaultFolder.Open open = folder(read).open(read)) {
            VaultDoor door = new VaultDoor(open.vault(), secondFactor.orElse((_, _) -> false), open.rehearsal());
            try (VaultServer server = new VaultServer(door, socket, Optional.ofNullable(group), Clock.systemUTC())) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
                err.println("The vault of " + read.id() + " answers at " + socket + ".");
                server.serve();
            }
            return ExitCode.DONE.code();
        } catch (UnfitDatabase e) {
            throw new Stop(ExitCode.ENVIRONMENT, e.sentence());
        } catch (IllegalArgumentException anotherStudy) {
            throw new Stop(ExitCode.BAD_INPUT, folder + " is not the vault of the study in " + study + ".");
        } catch (IOException e) {
            throw new Stop(ExitCode.ENVIRONMENT, "The vault cannot answer at " + socket + ": " + e.getMessage());
        }
    }

    private static void end(VaultServer server) {
        try {
            server.close();
        } catch (IOException e) {
            // The program ends anyway; a socket that is left is replaced by the next.
        }
    }

    private VaultFolder folder(Study read) {
        if (Files.exists(folder)) {
            if (rehearsal != null) {
                throw new Stop(ExitCode.USAGE, folder + " is there already: --rehearsal is for a vault that is made.");
            }
            return VaultFolder.at(folder);
        }
        return rehearsal == null
                ? VaultFolder.live(folder, read)
                : VaultFolder.rehearsal(folder, read, seed(rehearsal), trial);
    }

    private static Seed seed(String text) {
        try {
            return Seed.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Stop(ExitCode.USAGE, "--rehearsal " + text + " is no seed. " + e.getMessage());
        }
    }
}
