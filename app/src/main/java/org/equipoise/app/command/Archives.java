package org.equipoise.app.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.app.ExitCode;
import org.equipoise.app.Stop;
import org.equipoise.journal.archive.Archive;
import org.equipoise.journal.archive.ArchiveReader;
import org.equipoise.journal.archive.KeyFile;
import org.equipoise.journal.archive.ProtocolVersion;
import org.equipoise.journal.archive.Reading;
import org.equipoise.journal.checkpoint.DisownedJournal;
import org.equipoise.journal.checkpoint.WitnessBook;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.protocol.source.StudyFolder;
import org.jspecify.annotations.Nullable;

/// Archives on disk, each with the public key that is trusted for it.
final class Archives {
    private Archives() {}

    /// The key file named, or the one beside the archive.
    static Path keyFile(Path archive, @Nullable Path named) {
        return named != null ? named : Path.of(archive + ".key");
    }

    /// The archive, if nothing in it was changed.
    static Archive verified(Path archive, @Nullable Path named) {
        return switch (read(archive, publicKey(archive, keyFile(archive, named)))) {
            case Reading.Verified(var verified) -> verified;
            case Reading.Rejected(var where, var why) ->
                throw new Stop(
                        ExitCode.FINDINGS,
                        archive + " is rejected at " + where + ": " + why + ". Nothing is read from it.");
        };
    }

    /// The versions of the protocol that were active, read from the archive itself.
    static List<Study> versions(Path archive, Archive verified) {
        List<Study> versions = new ArrayList<>();
        for (ProtocolVersion version : verified.protocols()) {
            SortedMap<String, byte[]> files = new TreeMap<>(version.files());
            files.remove("conduct.json");
            StudyReader.read(new StudyFolder("version " + version.number(), files))
                    .study()
                    .filter(study -> study.conduct().hash().equals(version.protocolHash()))
                    .ifPresentOrElse(versions::add, () -> {
                        throw new Stop(
                                ExitCode.BAD_INPUT,
                                archive + " holds protocol version " + version.number()
                                        + " in a form that this program does not read as it was activated.");
                    });
        }
        return versions;
    }

    static Reading read(Path archive, byte[] publicKey) {
        return read(archive, publicKey, new WitnessBook());
    }

    /// The same beside what was witnessed.
    static Reading read(Path archive, byte[] publicKey, WitnessBook witness) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive))) {
            return ArchiveReader.read(in, publicKey, witness.watch());
        } catch (IOException e) {
            throw new Stop(ExitCode.BAD_INPUT, archive + " cannot be read. Name an archive, such as OUT/journal.");
        }
    }

    /// What a witness kept; nothing where no file is named.
    ///
    /// @throws DisownedJournal if the file is not what a witness keeps
    static WitnessBook witness(@Nullable Path file, byte[] publicKey) {
        if (file == null) {
            return new WitnessBook();
        }
        try {
            return WitnessBook.read(Files.readString(file), publicKey);
        } catch (CharacterCodingException e) {
            throw new DisownedJournal("witness", "it is not UTF-8");
        } catch (IOException e) {
            throw unreadableWitness(file);
        }
    }

    static Stop unreadableWitness(Path file) {
        return new Stop(ExitCode.BAD_INPUT, "The witness file " + file + " cannot be read. Name one with --witness.");
    }

    static byte[] publicKey(Path archive, Path keyFile) {
        try {
            if (!Files.exists(archive)) {
                throw new Stop(ExitCode.BAD_INPUT, archive + " does not exist. Name an archive, such as OUT/journal.");
            }
            return key(keyFile);
        } catch (IOException e) {
            throw new Stop(
                    ExitCode.BAD_INPUT,
                    looksLikeAnArchive(archive)
                            ? "The key file " + keyFile + " cannot be read. Give the public key with --key FILE."
                            : archive + " is not a journal archive. Name one, such as OUT/journal.");
        }
    }

    static byte[] key(Path keyFile) throws IOException {
        return KeyFile.read(Files.readString(keyFile, StandardCharsets.ISO_8859_1))
                .orElseThrow(() -> new Stop(
                        ExitCode.BAD_INPUT,
                        keyFile + " is not a key file: it should be one line, 'equipoise-key ed25519 …'."));
    }

    private static boolean looksLikeAnArchive(Path archive) {
        byte[] beginning = "equipoise-journal".getBytes(StandardCharsets.US_ASCII);
        try (InputStream in = Files.newInputStream(archive)) {
            return Arrays.equals(in.readNBytes(beginning.length), beginning);
        } catch (IOException e) {
            return false;
        }
    }
}
