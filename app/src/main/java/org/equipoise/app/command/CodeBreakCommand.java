package org.equipoise.app.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.equipoise.allocation.vault.EmergencyUnblinding;
import org.equipoise.allocation.vault.EmergencyUnblinding.Outcome;
import org.equipoise.allocation.vault.SecondFactor;
import org.equipoise.app.ExitCode;
import org.equipoise.app.Stop;
import org.equipoise.app.staging.VaultFolder;
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
    /// The program that confirms a person: called with the person, and given the proof on its standard input, where the
    /// list of programs does not show it, it ends with 0 where they belong together.
    private static final String CONFIRMS = "EQUIPOISE_SECOND_FACTOR";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "STUDY", description = "The folder of the study.")
    private Path study;

    @Option(names = "--vault", required = true, paramLabel = "DIR", description = "The folder of the vault.")
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
            description = "The second factor, which the program named in " + CONFIRMS
                    + " confirms; asked for where it is left out.")
    private @Nullable String proof;

    @Override
    public Integer call() {
        Study read = Studies.runnable(study);
        if (!Files.isDirectory(vault)) {
            throw new Stop(ExitCode.BAD_INPUT, vault + " is no vault. Name the folder that was told when it was made.");
        }
        EmergencyUnblinding.Request request =
                new EmergencyUnblinding.Request(new ParticipantId(participant), by, proof == null ? "" : proof, reason);
        try (VaultFolder.Open open = VaultFolder.at(vault).open(read)) {
            Outcome outcome = new EmergencyUnblinding(open.vault(), secondFactor())
                    .ask(request, Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
            return tell(read, outcome);
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
        String program = System.getenv(CONFIRMS);
        if (program == null || program.isBlank()) {
            throw new Stop(
                    ExitCode.ENVIRONMENT,
                    "No second factor is set up. Name in " + CONFIRMS + " the program that confirms a person's code.");
        }
        return (who, code) -> confirms(program, who, code);
    }

    private static boolean confirms(String program, String who, String code) {
        try {
            Process process = new ProcessBuilder(program, who)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            hand(process, code);
            return process.waitFor() == 0;
        } catch (IOException e) {
            throw new Stop(ExitCode.ENVIRONMENT, program + " cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop(ExitCode.ENVIRONMENT, program + " was interrupted.");
        }
    }

    private static void hand(Process process, String code) {
        try (OutputStream to = process.getOutputStream()) {
            to.write((code + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended without asking for the proof; how it ended says whether it confirms.
        }
    }
}
