package org.equipoise.store.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.equipoise.journal.store.EntryLog;
import org.equipoise.journal.store.JournalUnavailable;
import org.equipoise.journal.tree.MerkleTree;
import org.equipoise.language.identity.Digest;
import org.equipoise.store.UnfitDatabase;

/// A log in one file that only its owner may read: frame after frame, each the entry's length (4 bytes,
/// big-endian), its leaf hash (32 bytes, RFC 9162) and the entry. Every entry is on the disk before [#append]
/// returns.
///
/// A frame that ends too early at the end of the file was never acknowledged and is dropped when the file is opened. A
/// wrong hash, and a length that is not what it says twice, are damage: the file is refused and left as it is. One
/// program at a time has it open. Not for two threads at once.
///
/// An entry for which there is no room is taken back, and the next may be written as soon as there is. Where the disk
/// itself fails, nobody knows what is on it: this log takes no more, and only opening it again says.
public final class FileLog implements EntryLog, AutoCloseable {
    private static final int HASH = 32;
    private static final int HEAD = 2 * Integer.BYTES + HASH;
    private static final int LONGEST = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final MerkleTree tree = new MerkleTree();
    private final List<byte[]> entries = new ArrayList<>();
    private boolean broken;

    private FileLog(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Opens the file, or makes it.
    ///
    /// @throws UnfitDatabase if it is damaged, or in use
    public static FileLog open(Path file) {
        try {
            FileChannel channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    OwnersOnly.FILE);
            try {
                FileLog log = new FileLog(file, channel);
                log.lock();
                log.recover();
                OwnersOnly.keepName(file);
                return log;
            } catch (IOException | UnfitDatabase refused) {
                channel.close();
                throw refused;
            }
        } catch (IOException e) {
            throw new UnfitDatabase(file + " cannot be opened: " + e.getMessage());
        }
    }

    private void lock() throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return;
            }
        } catch (OverlappingFileLockException sameProgram) {
            // Said below, as for another program.
        }
        throw new UnfitDatabase(file + " is open in another program. Stop that one first.");
    }

    private void recover() throws IOException {
        long end = channel.size();
        long at = 0;
        while (at + HEAD <= end) {
            ByteBuffer head = read(at, HEAD);
            int length = head.getInt();
            if (head.getInt() != ~length) {
                if (isBlank(at, end)) {
                    break;
                }
                throw damaged();
            }
            byte[] hash = new byte[HASH];
            head.get(hash);
            if (at + HEAD + length > end) {
                break;
            }
            byte[] entry = read(at + HEAD, length).array();
            if (!Arrays.equals(tree.leafHash(entry), hash)) {
                throw damaged();
            }
            tree.add(hash);
            entries.add(entry);
            at += HEAD + length;
        }
        channel.truncate(at);
        channel.position(at);
    }

    /// Room that was made for a frame and never written.
    private boolean isBlank(long from, long to) throws IOException {
        if (to - from > HEAD + LONGEST) {
            return false;
        }
        for (byte each : read(from, (int) (to - from)).array()) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    private ByteBuffer read(long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new IOException("it ends too early");
            }
        }
        return buffer.flip();
    }

    private UnfitDatabase damaged() {
        return new UnfitDatabase(file + " is damaged at entry " + (entries.size() + 1)
                + ": what stands there is not what was written. Restore it from a backup.");
    }

    @Override
    public void append(byte[] entry) {
        if (entry.length > LONGEST) {
            throw new IllegalArgumentException("an entry has at most " + LONGEST + " bytes, not " + entry.length);
        }
        if (broken) {
            throw new JournalUnavailable(
                    file
                            + " could not be written before, and nobody knows what is on its disk. Check the disk, then start"
                            + " the program again: it says what it finds.",
                    new IOException());
        }
        byte[] hash = tree.leafHash(entry);
        ByteBuffer frame = ByteBuffer.allocate(HEAD + entry.length)
                .putInt(entry.length)
                .putInt(~entry.length)
                .put(hash)
                .put(entry)
                .flip();
        write(frame);
        tree.add(hash);
        entries.add(entry.clone());
    }

    private void write(ByteBuffer frame) {
        broken = true;
        try {
            long end = channel.position();
            try {
                while (frame.hasRemaining()) {
                    channel.write(frame);
                }
            } catch (IOException noRoom) {
                channel.truncate(end);
                channel.force(true);
                broken = false;
                throw noRoom;
            }
            channel.force(true);
            broken = false;
        } catch (IOException e) {
            throw new JournalUnavailable(
                    file + " cannot be written: " + e.getMessage()
                            + ". See to it that its disk has room and is sound, then give the command again.",
                    e);
        }
    }

    @Override
    public List<byte[]> entries() {
        return entries.stream().map(byte[]::clone).toList();
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public Digest root() {
        return Digest.of(tree.root());
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new JournalUnavailable(file + " cannot be closed: " + e.getMessage(), e);
        }
    }
}
