package org.equipoise.store.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/// Files and folders that only their owner may read, from the moment they are there.
public final class OwnersOnly {
    static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private OwnersOnly() {}

    /// Makes a folder, and those above it that are not there.
    public static void folder(Path folder) throws IOException {
        Files.createDirectories(folder, FOLDER);
    }

    /// What is written into a file, piece by piece.
    @FunctionalInterface
    public interface Content {
        void to(OutputStream out) throws IOException;
    }

    /// Writes a new file; once this returns it is on the disk, whatever happens to the machine.
    public static void file(Path file, byte[] content) throws IOException {
        file(file, out -> out.write(content));
    }

    /// The same with a content that is not in memory as a whole.
    public static void file(Path file, Content content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), FILE)) {
            content.to(Channels.newOutputStream(channel));
            channel.force(true);
        }
        keepName(file);
    }

    /// A new file is found again after a cut of power only when its folder was written too.
    public static void keepName(Path file) throws IOException {
        keep(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    }

    /// Has a file, or the names in a folder, on the disk before this returns.
    public static void keep(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
