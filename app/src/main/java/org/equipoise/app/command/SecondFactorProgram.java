package org.equipoise.app.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.equipoise.allocation.vault.SecondFactor;
import org.equipoise.app.ExitCode;
import org.equipoise.app.Stop;

/// The second factor as a program of the hospital's: called with the person, and given the proof on its standard input,
/// where the list of programs does not show it, it ends with 0 where they belong together.
record SecondFactorProgram(String program) implements SecondFactor {
    /// What names it in the environment.
    static final String VARIABLE = "EQUIPOISE_SECOND_FACTOR";

    static Optional<SecondFactor> fromEnvironment() {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .filter(program -> !program.isBlank())
                .map(SecondFactorProgram::new);
    }

    @Override
    public boolean confirms(String who, String proof) {
        try {
            Process process = new ProcessBuilder(program, who)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            hand(process, proof);
            return process.waitFor() == 0;
        } catch (IOException e) {
            throw new Stop(ExitCode.ENVIRONMENT, program + " cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop(ExitCode.ENVIRONMENT, program + " was interrupted.");
        }
    }

    private static void hand(Process process, String proof) {
        try (OutputStream to = process.getOutputStream()) {
            to.write((proof + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended without asking for the proof; how it ended says whether it confirms.
        }
    }
}
