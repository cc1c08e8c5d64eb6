package org.equipoise.store.people;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.equipoise.journal.confidence.PersonalKey;
import org.equipoise.journal.confidence.PersonalKeys;
import org.equipoise.journal.store.JournalUnavailable;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.store.UnfitDatabase;
import org.equipoise.store.log.FileLog;
import org.equipoise.store.log.OwnersOnly;

/// One file for each participant, which only its owner may read, and a log of whose were destroyed. Once a key is made
/// it is on the disk; once it is erased its file was overwritten and is gone, and the log says so.
///
/// A key is destroyed before the log says it: what a stop leaves between the two is done when it is asked again. One
/// program at a time has the folder open. Not for two threads at once.
public final class KeyFolder implements PersonalKeys, AutoCloseable {
    private static final String ERASED = "erased.log";
    private static final String KEY = ".key";

    /// What an identifier may be made of, so that it can be the name of a file; no name ends as the log does.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,100}");

    private final Path folder;
    private final Function<ParticipantId, byte[]> secrets;
    private final FileLog log;
    private final Set<ParticipantId> erased = new HashSet<>();

    private KeyFolder(Path folder, Function<ParticipantId, byte[]> secrets, FileLog log) {
        this.folder = folder;
        this.secrets = secrets;
        this.log = log;
        log.entries().forEach(entry -> erased.add(new ParticipantId(new String(entry, StandardCharsets.UTF_8))));
    }

    /// Opens the folder, or makes it.
    ///
    /// @param secrets draws the 32 bytes of each new key; where people take part, from the machine's own chance
    /// @throws UnfitDatabase if it is damaged, or in use
    public static KeyFolder open(Path folder, Function<ParticipantId, byte[]> secrets) {
        try {
            OwnersOnly.folder(folder);
        } catch (IOException e) {
            throw new UnfitDatabase(folder + " cannot be made: " + e.getMessage());
        }
        return new KeyFolder(folder, secrets, FileLog.open(folder.resolve(ERASED)));
    }

    @Override
    public void make(ParticipantId participant) {
        if (isErased(participant)) {
            throw new IllegalStateException(participant + " was erased and gets no other key");
        }
        Path file = file(participant);
        try {
            if (Files.exists(file) && Files.size(file) == PersonalKey.SECRET) {
                return;
            }
            // A file that is too short was never a key: the machine stopped while it was written.
            Files.deleteIfExists(file);
            OwnersOnly.file(file, secrets.apply(participant));
        } catch (IOException e) {
            throw unavailable(file, e);
        }
    }

    @Override
    public Optional<PersonalKey> find(ParticipantId participant) {
        Path file = file(participant);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            byte[] secret = Files.readAllBytes(file);
            if (secret.length != PersonalKey.SECRET) {
                throw new UnfitDatabase(file + " is damaged: it is no key. Restore it from a backup.");
            }
            PersonalKey key = new PersonalKey(participant, secret);
            Arrays.fill(secret, (byte) 0);
            return Optional.of(key);
        } catch (IOException e) {
            throw unavailable(file, e);
        }
    }

    @Override
    public boolean isErased(ParticipantId participant) {
        return erased.contains(participant);
    }

    @Override
    public void erase(ParticipantId participant) {
        Path file = file(participant);
        try {
            if (Files.exists(file)) {
                overwrite(file);
                Files.delete(file);
                OwnersOnly.keep(folder);
            }
        } catch (IOException e) {
            throw unavailable(file, e);
        }
        if (erased.add(participant)) {
            log.append(participant.text().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void overwrite(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer nothing = ByteBuffer.allocate((int) channel.size());
            while (nothing.hasRemaining()) {
                channel.write(nothing);
            }
            channel.force(true);
        }
    }

    private Path file(ParticipantId participant) {
        if (!NAME.matcher(participant.text()).matches()) {
            throw new IllegalArgumentException("'" + participant + "' cannot be the name of a file");
        }
        return folder.resolve(participant + KEY);
    }

    private static JournalUnavailable unavailable(Path file, IOException why) {
        return new JournalUnavailable(file + " cannot be read or written: " + why.getMessage(), why);
    }

    @Override
    public void close() {
        log.close();
    }
}
