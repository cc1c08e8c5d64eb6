package org.equipoise.app.durability;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A disk of its own, an ext4 in a file, that can lose its power and can be full. Needs root and loop devices.
///
/// The power is cut by the kernel's own `EXT4_IOC_SHUTDOWN` with `NOLOGFLUSH`: whatever the file system holds in memory
/// never gets to the disk. What the disk holds in a cache of its own is not lost by it.
@SuppressWarnings("restricted")
final class Disk implements Closeable {
    private static final long EXT4_IOC_SHUTDOWN = 0x8004587DL;
    private static final int NOLOGFLUSH = 2;
    private static final long MEBIBYTE = 1 << 20;
    private static final int TRIES = 100;

    private static final Optional<String> MISSING = tried();

    private final Path image;
    private final Path at;
    private final Path ballast;

    private Disk(Path image, Path at) {
        this.image = image;
        this.at = at;
        this.ballast = at.resolve("ballast");
    }

    /// What this machine lacks for it.
    static Optional<String> missing() {
        return MISSING;
    }

    /// An empty disk, there from now on until it is closed.
    static Disk make(Path at, int mebibytes) throws IOException, InterruptedException {
        Path image = at.resolveSibling(at.getFileName() + ".ext4");
        Files.createDirectories(at);
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(mebibytes * MEBIBYTE);
        }
        run("mkfs.ext4", "-q", "-F", "-m", "0", image.toString());
        Disk disk = new Disk(image, at.toRealPath());
        disk.mount();
        return disk;
    }

    private static Optional<String> tried() {
        try {
            Path folder = Files.createTempDirectory("disk");
            try (Disk disk = make(folder.resolve("tried"), 4)) {
                disk.cut();
                disk.mountAgain();
            } finally {
                Files.deleteIfExists(folder.resolve("tried.ext4"));
                Files.deleteIfExists(folder.resolve("tried"));
                Files.delete(folder);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("no power can be cut here, which takes root and loop devices: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    Path at() {
        return at;
    }

    private void mount() throws IOException, InterruptedException {
        run("mount", "-o", "loop", image.toString(), at.toString());
    }

    void mountAgain() throws IOException, InterruptedException {
        unmount();
        mount();
    }

    /// Who was killed a moment ago may not have let go yet.
    private void unmount() throws IOException, InterruptedException {
        for (int left = TRIES; ; left--) {
            try {
                run("umount", at.toString());
                return;
            } catch (IOException busy) {
                if (left == 0) {
                    throw busy;
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    void cut() throws IOException {
        Linker linker = Linker.nativeLinker();
        MethodHandle open = function(linker, "open", ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
        MethodHandle close = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("close"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        MethodHandle ioctl =
                function(linker, "ioctl", ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS);
        try (Arena arena = Arena.ofConfined()) {
            int folder = (int) open.invokeExact(arena.allocateFrom(at.toString()), 0);
            MemorySegment how = arena.allocateFrom(ValueLayout.JAVA_INT, NOLOGFLUSH);
            int answer = (int) ioctl.invokeExact(folder, EXT4_IOC_SHUTDOWN, how);
            int _ = (int) close.invokeExact(folder);
            if (answer != 0) {
                throw new IOException("the file system does not know how to shut down");
            }
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /// A function of the C library whose arguments after the second are variadic.
    private static MethodHandle function(Linker linker, String name, java.lang.foreign.MemoryLayout... arguments) {
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments),
                Linker.Option.firstVariadicArg(2));
    }

    /// Until not a byte more can be written.
    void fill() throws IOException {
        try (FileChannel file = FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int chunk = (int) MEBIBYTE; chunk > 0; chunk /= 16) {
                fill(file, chunk);
            }
        }
    }

    private static void fill(FileChannel file, int chunk) {
        try {
            while (file.write(ByteBuffer.allocate(chunk)) == chunk) {}
            file.force(true);
        } catch (IOException full) {
            // Which is what was wanted.
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(ballast);
    }

    @Override
    public void close() throws IOException {
        try {
            unmount();
            Files.delete(image);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + at + " was unmounted", e);
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said.strip());
        }
    }
}
