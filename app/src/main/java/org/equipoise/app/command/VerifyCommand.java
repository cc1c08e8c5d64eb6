package org.equipoise.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.equipoise.app.ExitCode;
import org.equipoise.journal.archive.Reading;
import org.equipoise.journal.checkpoint.DisownedJournal;
import org.equipoise.journal.checkpoint.WitnessBook;
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

    @Option(
            names = "--witness",
            paramLabel = "FILE",
            description = "What a witness kept of the journal as it grew: every checkpoint must agree.")
    private @Nullable Path witness;

    @Option(names = "--json", description = "The answer as JSON.")
    private boolean json;

    /// The whole answer.
    record Answer(
            String archive,
            boolean verified,
            @Nullable String study,
            @Nullable Long events,
            @Nullable String root,
            @Nullable Integer checkpoints,
            @Nullable Long witnessed,
            @Nullable String where,
            @Nullable String why,
            String trustedKey) {}

    @Override
    public Integer call() {
        Path keyFile = Archives.keyFile(archive, key);
        byte[] publicKey = Archives.publicKey(archive, keyFile);
        Answer answer = answer(keyFile, publicKey);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(answer));
        } else if (answer.verified()) {
            out.println("Verified: " + answer.events() + " events of the study " + answer.study() + ", root "
                    + answer.root() + ".");
            if (answer.witnessed() != null) {
                out.println("Witnessed: " + answer.checkpoints() + " checkpoints agree, up to event "
                        + answer.witnessed() + ". What follows it, if anything, rests on the signature alone.");
            }
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
        try {
            return answer(keyFile, publicKey, Archives.witness(witness, publicKey));
        } catch (DisownedJournal e) {
            return rejected(e.where(), String.valueOf(e.getMessage()), keyFile);
        }
    }

    private Answer rejected(String where, String why, Path keyFile) {
        return new Answer(archive.toString(), false, null, null, null, null, null, where, why, keyFile.toString());
    }

    private Answer answer(Path keyFile, byte[] publicKey, WitnessBook kept) {
        return switch (Archives.read(archive, publicKey, kept)) {
            case Reading.Verified(var verified) ->
                new Answer(
                        archive.toString(),
                        true,
                        verified.study(),
                        verified.journal().size(),
                        verified.journal().root().hex(),
                        witness == null ? null : kept.checkpoints().size(),
                        witness == null ? null : kept.size(),
                        null,
                        null,
                        keyFile.toString());
            case Reading.Rejected(var where, var why) -> rejected(where, why, keyFile);
        };
    }
}
