package org.equipoise.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.equipoise.app.ExitCode;
import org.equipoise.app.Stop;
import org.equipoise.journal.archive.Reading;
import org.equipoise.journal.checkpoint.DisownedJournal;
import org.equipoise.journal.checkpoint.Proofs;
import org.equipoise.journal.checkpoint.SignedCheckpoint;
import org.equipoise.journal.checkpoint.WitnessBook;
import org.equipoise.journal.store.Journal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Gives somebody who has no archive something to hold: a receipt, or a proof that only more was added.
@Command(
        name = "prove",
        description = "Prints a receipt for one event, or the proof that a journal only grew since an earlier size.",
        mixinStandardHelpOptions = true)
public final class ProveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ARCHIVE", description = "The archive, such as the file 'journal' of a rehearsal.")
    private Path archive;

    @Option(names = "--event", paramLabel = "N", description = "The event that the receipt is for.")
    private @Nullable Long event;

    @Option(names = "--since", paramLabel = "SIZE", description = "The size of a checkpoint that somebody holds.")
    private @Nullable Long since;

    @Option(names = "--witness", paramLabel = "FILE", description = "Its checkpoints; default: ARCHIVE.witness.")
    private @Nullable Path witness;

    @Option(names = "--key", paramLabel = "FILE", description = "The public key to trust; default: ARCHIVE.key.")
    private @Nullable Path key;

    @Override
    public Integer call() {
        if ((event == null) == (since == null)) {
            throw new Stop(ExitCode.USAGE, "Ask for a receipt with --event N, or for growth with --since SIZE.");
        }
        byte[] publicKey = Archives.publicKey(archive, Archives.keyFile(archive, key));
        try {
            WitnessBook kept = Archives.witness(witness != null ? witness : Path.of(archive + ".witness"), publicKey);
            spec.commandLine().getOut().print(proof(read(publicKey, kept), kept));
            spec.commandLine().getOut().flush();
            return ExitCode.DONE.code();
        } catch (DisownedJournal e) {
            throw new Stop(
                    ExitCode.FINDINGS, "The witness file is rejected at " + e.where() + ": " + e.getMessage() + ".");
        }
    }

    private Journal read(byte[] publicKey, WitnessBook kept) {
        return switch (Archives.read(archive, publicKey, kept)) {
            case Reading.Verified(var verified) -> verified.journal();
            case Reading.Rejected(var where, var why) ->
                throw new Stop(
                        ExitCode.FINDINGS,
                        archive + " is rejected at " + where + ": " + why + ". Nothing is proved from it.");
        };
    }

    private String proof(Journal journal, WitnessBook kept) {
        if (event != null) {
            long seq = event;
            SignedCheckpoint in = kept.checkpoints().stream()
                    .filter(checkpoint ->
                            1 <= seq && seq <= checkpoint.checkpoint().size())
                    .findFirst()
                    .orElseThrow(() -> new Stop(
                            ExitCode.USAGE,
                            "No checkpoint holds event " + seq + ": " + kept.size() + " events are witnessed."));
            return Proofs.receipt(journal, seq, in).text();
        }
        long size = since == null ? 0 : since;
        if (size < 1 || size > kept.size()) {
            throw new Stop(
                    ExitCode.USAGE, "No proof leads from " + size + " events to the " + kept.size() + " witnessed.");
        }
        return Proofs.extension(journal, size, kept.last().orElseThrow()).text();
    }
}
