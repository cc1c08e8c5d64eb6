package org.equipoise.app.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.equipoise.app.ExitCode;
import org.equipoise.app.Stop;
import org.equipoise.journal.archive.ArchiveReader;
import org.equipoise.journal.archive.KeyFile;
import org.equipoise.journal.archive.Reading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Proves that nothing in an archive was changed.
@Command(
        name = "verify",
        description = "Checks a journal archive: every event, the tree over them, the signature.",
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ARCHIVE", description = "The archive, such as the file 'journal' of a rehearsal.")
    private Path archive;

    @Option(names = "--key", paramLabel = "FILE", description = "The public key to trust; default: ARCHIVE.key.")
    private @Nullable Path key;

    @Option(names = "--json", description = "The answer as JSON.")
    private boolean json;

    /// The whole answer.
    record Answer(
            String archive,
            boolean verified,
            @Nullable String study,
            @Nullable Long events,
            @Nullable String root,
            @Nullable String where,
            @Nullable String why,
            String trustedKey) {}

    @Override
    public Integer call() {
        Path keyFile = key != null ? key : Path.of(archive + ".key");
        byte[] publicKey = publicKey(keyFile);
        Answer answer = answer(keyFile, publicKey);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(answer));
        } else if (answer.verified()) {
            out.println("Verified: " + answer.events() + " events of the study " + answer.study() + ", root "
                    + answer.root() + ".");
            out.println(trust(keyFile));
        } else {
            out.println("Rejected at " + answer.where() + ": " + answer.why() + ".");
            out.println(
                    "Something in this archive is not what was signed. Keep the file as it is and compare it with another copy.");
        }
        return (answer.verified() ? ExitCode.DONE : ExitCode.FINDINGS).code();
    }

    private String trust(Path keyFile) {
        return key != null
                ? "The key trusted is the one you gave, " + keyFile + "."
                : "The key trusted is the one found beside the archive, " + keyFile
                        + ": this proves only that the two belong together. Give --key a key that came another way to prove more.";
    }

    private Answer answer(Path keyFile, byte[] publicKey) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive))) {
            return switch (ArchiveReader.read(in, publicKey)) {
                case Reading.Verified(var verified) ->
                    new Answer(
                            archive.toString(),
                            true,
                            verified.study(),
                            verified.journal().size(),
                            verified.journal().root().hex(),
                            null,
                            null,
                            keyFile.toString());
                case Reading.Rejected(var where, var why) ->
                    new Answer(archive.toString(), false, null, null, null, where, why, keyFile.toString());
            };
        } catch (IOException e) {
            throw new Stop(ExitCode.BAD_INPUT, archive + " cannot be read. Name an archive, such as OUT/journal.");
        }
    }

    private byte[] publicKey(Path keyFile) {
        try {
            if (!Files.exists(archive)) {
                throw new Stop(ExitCode.BAD_INPUT, archive + " does not exist. Name an archive, such as OUT/journal.");
            }
            return KeyFile.read(Files.readString(keyFile, StandardCharsets.US_ASCII))
                    .orElseThrow(() -> new Stop(
                            ExitCode.BAD_INPUT,
                            keyFile + " is not a key file: it should be one line, 'equipoise-key ed25519 …'."));
        } catch (IOException e) {
            throw new Stop(
                    ExitCode.BAD_INPUT,
                    looksLikeAnArchive()
                            ? "The key file " + keyFile + " cannot be read. Give the public key with --key FILE."
                            : archive + " is not a journal archive. Name one, such as OUT/journal.");
        }
    }

    private boolean looksLikeAnArchive() {
        byte[] beginning = "equipoise-journal".getBytes(StandardCharsets.US_ASCII);
        try (InputStream in = Files.newInputStream(archive)) {
            return Arrays.equals(in.readNBytes(beginning.length), beginning);
        } catch (IOException e) {
            return false;
        }
    }
}
