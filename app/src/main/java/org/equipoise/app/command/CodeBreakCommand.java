package org.equipoise.app.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.equipoise.allocation.vault.DistantVault;
import org.equipoise.allocation.vault.EmergencyUnblinding;
import org.equipoise.allocation.vault.EmergencyUnblinding.Outcome;
import org.equipoise.allocation.vault.SecondFactor;
import org.equipoise.allocation.vault.VaultAway;
import org.equipoise.app.ExitCode;
import org.equipoise.app.Stop;
import org.equipoise.app.staging.VaultFolder;
import org.equipoise.app.vault.SocketLine;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.design.Arm;
import org.equipoise.protocol.reading.Study;
import org.equipoise.store.UnfitDatabase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The emergency code break. It needs the study and the vault, no database.
@Command(
        name = "code-break",
        description =
                "Tells one participant's treatment in an emergency. The study's database may be down. Who was told, of"
                        + " whom, when and why is written down first.",
        mixinStandardHelpOptions = true)
public final class CodeBreakCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "STUDY", description = "The folder of the study.")
    private Path study;

    @Option(
            names = "--vault",
            required = true,
            paramLabel = "DIR|SOCKET",
            description = "The folder of the vault, or where it answers.")
    private Path vault;

    @Option(names = "--participant", required = true, description = "The participant's number, as on the kit.")
    private String participant;

    @Option(names = "--by", required = true, description = "Who asks, and is told.")
    private String by;

    @Option(names = "--reason", required = true, description = "Why care depends on it, in a sentence.")
    private String reason;

    @Option(
            names = "--proof",
            paramLabel = "CODE",
            arity = "0..1",
            interactive = true,
            description = "The second factor, which the program named in " + SecondFactorProgram.VARIABLE
                    + " confirms; asked for where it is left out.")
    private @Nullable String proof;

    @Override
    public Integer call() {
        Study read = Studies.runnable(study);
        EmergencyUnblinding.Request request =
                new EmergencyUnblinding.Request(new ParticipantId(participant), by, proof == null ? "" : proof, reason);
        if (Files.isDirectory(vault)) {
            return tell(read, inFolder(read, request));
        }
        if (!Files.exists(vault)) {
            throw new Stop(
                    ExitCode.BAD_INPUT,
                    vault + " is no vault. Name the folder that was told when it was made, or the socket at which it"
                            + " answers.");
        }
        return tell(read, atSocket(request));
    }

    /// The vault asks its own second factor.
    private Outcome atSocket(EmergencyUnblinding.Request request) {
        try (SocketLine line = new SocketLine(vault)) {
            return new DistantVault(line).breakCode(request);
        } catch (VaultAway | IllegalStateException e) {
            throw new Stop(ExitCode.ENVIRONMENT, String.valueOf(e.getMessage()));
        }
    }

    private Outcome inFolder(Study read, EmergencyUnblinding.Request request) {
        try (VaultFolder.Open open = VaultFolder.at(vault).open(read)) {
            return new EmergencyUnblinding(open.vault(), secondFactor())
                    .ask(request, Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
        } catch (UnfitDatabase e) {
            throw new Stop(ExitCode.ENVIRONMENT, e.sentence());
        } catch (IllegalArgumentException anotherStudy) {
            throw new Stop(
                    ExitCode.BAD_INPUT,
                    vault + " is not the vault of the study in " + study + ". Name those that belong together.");
        }
    }

    private int tell(Study read, Outcome outcome) {
        PrintWriter out = spec.commandLine().getOut();
        return switch (outcome) {
            case Outcome.Refused(var why) -> throw new Stop(ExitCode.BAD_INPUT, why);
            case Outcome.Told(var who, var arm, var at) -> {
                String label = read.design().arms().stream()
                        .filter(each -> each.id().equals(arm))
                        .map(Arm::label)
                        .findFirst()
                        .orElseThrow()
                        .english();
                out.println(who + " was allocated to: " + label + " (" + arm + ")");
                out.println("Told to " + by + " at " + at
                        + ". The vault has written it down; tell nobody who does not treat " + who + ".");
                yield ExitCode.DONE.code();
            }
        };
    }

    private static SecondFactor secondFactor() {
        return SecondFactorProgram.fromEnvironment()
                .orElseThrow(() -> new Stop(
                        ExitCode.ENVIRONMENT,
                        "No second factor is set up. Name in " + SecondFactorProgram.VARIABLE
                                + " the program that confirms a person's code."));
    }
}
