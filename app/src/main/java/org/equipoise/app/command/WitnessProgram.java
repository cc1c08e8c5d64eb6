package org.equipoise.app.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.equipoise.app.staging.Stage;
import org.equipoise.journal.checkpoint.CheckpointWitness;
import org.equipoise.journal.checkpoint.Extension;
import org.equipoise.journal.checkpoint.SignedCheckpoint;
import org.equipoise.journal.checkpoint.WitnessBook;

/// A witness that is another program, best run as another user: its file is read here and written there. The command
/// gets each checkpoint with its proof on its standard input and ends with 0 when it is kept, or says `Rejected:` and
/// ends with 1 when it is not to be (docs/how-to/keep-a-witness.md).
public final class WitnessProgram implements CheckpointWitness {
    private static final int KEPT = 0;
    private static final int REFUSED = 1;
    private static final String REJECTED = "Rejected: ";
    private static final int MOST_SECONDS = 30;

    private final Path file;
    private final String[] command;
    private final byte[] publicKey;

    /// @param command words with spaces between them; no shell reads them
    WitnessProgram(Path file, String command, Stage stage) {
        this(file, command, stage.signingKey().publicKey());
    }

    /// The same, with the key that its checkpoints are signed with.
    public WitnessProgram(Path file, String command, byte[] publicKey) {
        this.file = file;
        this.command = command.strip().split(" +");
        this.publicKey = publicKey.clone();
    }

    @Override
    public Optional<SignedCheckpoint> last() {
        try {
            return Files.exists(file)
                    ? WitnessBook.kept(Files.readAllBytes(file), publicKey).last()
                    : Optional.empty();
        } catch (IOException e) {
            throw Archives.unreadableWitness(file);
        }
    }

    @Override
    public Answer add(Extension extension) {
        try {
            Process program = new ProcessBuilder(command).start();
            try (OutputStream to = program.getOutputStream()) {
                to.write(extension.text().getBytes(StandardCharsets.UTF_8));
            }
            if (!program.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                program.destroyForcibly();
                return absent("it did not end within " + MOST_SECONDS + " seconds");
            }
            String says = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (program.exitValue() == REFUSED && says.startsWith(REJECTED)) {
                return new Answer.Refused("The witness refuses: what it keeps is not the beginning of this journal.");
            }
            return program.exitValue() == KEPT
                    ? new Answer.Kept()
                    : absent("it ended with " + program.exitValue() + said(program));
        } catch (IOException e) {
            return absent(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return absent("it was interrupted");
        }
    }

    /// Its first words about what went wrong, which say what to do.
    private static String said(Process program) throws IOException {
        String words = new String(program.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return words.lines()
                .findFirst()
                .map(line -> ", saying: " + line.replaceFirst("\\.$", ""))
                .orElse("");
    }

    private Answer absent(String why) {
        return new Answer.Absent("The witness could not be asked (" + String.join(" ", command) + "): " + why
                + ". The trial goes on; what is written meanwhile is not witnessed yet.");
    }
}
