package org.equipoise.app.durability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.equipoise.app.command.WitnessProgram;
import org.equipoise.journal.archive.SigningKey;
import org.equipoise.journal.checkpoint.CheckpointWitness;
import org.equipoise.journal.checkpoint.Extension;
import org.equipoise.journal.checkpoint.SignedCheckpoint;
import org.equipoise.verifier.ArchiveVerifier;

/// The witness that is a program of its own, with what it said remembered apart from it.
final class Attested implements CheckpointWitness {
    private final CheckpointWitness witness;
    private final Set<String> said = new ConcurrentSkipListSet<>();
    private final Ears ears;
    private volatile long acknowledged;

    /// @param file that the witness keeps
    Attested(Path file, SigningKey signing, Ears ears) {
        this.ears = ears;
        try {
            Path key = Files.writeString(file.resolveSibling(file.getFileName() + ".key"), signing.keyFile());
            String classes = ArchiveVerifier.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath();
            String command = Path.of(System.getProperty("java.home"), "bin/java")
                    + " -Xshare:auto -XX:TieredStopAtLevel=1 -cp " + classes
                    + " org.equipoise.verifier.Main witness " + file + " --key " + key;
            witness = new WitnessProgram(file, command, signing.publicKey());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<SignedCheckpoint> last() {
        return witness.last();
    }

    @Override
    public Answer add(Extension extension) {
        Answer answer = witness.add(extension);
        switch (answer) {
            case Answer.Kept() ->
                acknowledged = ears.hear() ? extension.later().checkpoint().size() : acknowledged;
            case Answer.Refused(String why) -> said.add(why);
            case Answer.Absent(String why) -> said.add(why);
        }
        return answer;
    }

    /// Up to which event it said that it had kept a checkpoint.
    long acknowledged() {
        return acknowledged;
    }

    /// Why it kept nothing, each time it did not.
    Set<String> said() {
        return said;
    }
}
