package org.equipoise.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.equipoise.app.ExitCode;
import org.equipoise.app.Software;
import org.equipoise.app.Stop;
import org.equipoise.journal.archive.Archive;
import org.equipoise.journal.archive.ArchiveWriter;
import org.equipoise.journal.archive.ArchiveWriter.Written;
import org.equipoise.journal.archive.Reading;
import org.equipoise.journal.archive.SigningKey;
import org.equipoise.journal.backup.BackupIndex;
import org.equipoise.journal.backup.BackupIndex.Kept;
import org.equipoise.journal.checkpoint.WitnessBook;
import org.equipoise.journal.event.StudyEvent.StudyOpened;
import org.equipoise.store.log.OwnersOnly;
import org.equipoise.store.postgres.Snapshot;
import org.jspecify.annotations.Nullable;

/// A backup on disk: an archive for each journal, then the index, then the key to check them with. The index is written
/// last: a folder without it is a backup that was not finished.
record BackupFolder(Path folder) {
    private static final String INDEX = "index";
    private static final String KEY = "index.key";

    BackupIndex write(Snapshot snapshot, SigningKey key, long at) {
        List<Kept> kept = new ArrayList<>();
        try {
            OwnersOnly.folder(folder);
            for (String name : snapshot.names()) {
                String archive = kept.size() + 1 + ".journal";
                Written written = archive(snapshot, name, folder.resolve(archive), key);
                kept.add(new Kept(name, archive, written.events(), written.root()));
            }
            BackupIndex index = new BackupIndex(BackupIndex.FORMAT, at, Software.NAME, kept);
            OwnersOnly.file(folder.resolve(KEY), key.keyFile().getBytes(StandardCharsets.US_ASCII));
            OwnersOnly.file(folder.resolve(INDEX), index.text(key).getBytes(StandardCharsets.UTF_8));
            return index;
        } catch (IOException e) {
            throw new Stop(
                    ExitCode.ENVIRONMENT,
                    folder + " cannot be written: " + e.getMessage()
                            + ". What is there is no backup: delete it, make room, and back up again.");
        }
    }

    private static Written archive(Snapshot snapshot, String name, Path file, SigningKey key) throws IOException {
        Written[] written = new Written[1];
        OwnersOnly.file(
                file,
                out -> written[0] = ArchiveWriter.write(
                        out, study(snapshot, name), snapshot.protocols(name), snapshot.bytes(name), key));
        return written[0];
    }

    private static String study(Snapshot snapshot, String name) {
        return snapshot.events(name).iterator().next().event() instanceof StudyOpened opened ? opened.study() : name;
    }

    Path keyFile(@Nullable Path named) {
        return named != null ? named : folder.resolve(KEY);
    }

    /// The index, if the key signed it.
    BackupIndex read(byte[] publicKey) {
        try {
            return BackupIndex.read(Files.readString(folder.resolve(INDEX)), publicKey)
                    .orElseThrow(() -> new Stop(
                            ExitCode.FINDINGS,
                            "The index of " + folder
                                    + " is not what was signed with this key. Nothing is restored: keep the backup as it"
                                    + " is and take another copy."));
        } catch (IOException e) {
            throw new Stop(
                    ExitCode.BAD_INPUT, folder + " is no finished backup: its index cannot be read. Take another.");
        }
    }

    byte[] publicKey(@Nullable Path named) {
        Path file = keyFile(named);
        try {
            return Archives.key(file);
        } catch (IOException e) {
            throw new Stop(
                    ExitCode.BAD_INPUT,
                    "The key file " + file
                            + " cannot be read. Name a backup that `equipoise backup` made, or give --key.");
        }
    }

    /// A journal of the backup, if it is the one of the index and nothing in it was changed.
    Archive archive(Kept kept, byte[] publicKey, WitnessBook witness) {
        Path file = folder.resolve(kept.archive());
        return switch (Archives.read(file, publicKey, witness)) {
            case Reading.Verified(var read)
            when read.journal().size() == kept.events() && read.journal().root().equals(kept.root()) -> read;
            case Reading.Verified _ ->
                throw new Stop(
                        ExitCode.FINDINGS, file + " is not the archive that the index lists. Nothing is restored.");
            case Reading.Rejected(var where, var why) ->
                throw new Stop(
                        ExitCode.FINDINGS,
                        file + " is rejected at " + where + ": " + why
                                + ". Nothing is restored: keep the backup as it is and take another copy.");
        };
    }
}
