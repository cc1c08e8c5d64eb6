package org.equipoise.store.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.equipoise.store.UnfitDatabase;
import org.equipoise.store.log.OwnersOnly;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's own programs, as the class path has them for this machine: initdb, pg_ctl, postgres.
final class Binaries {
    private static final int EXECUTABLE = 0100;
    private static final int HASH = 16;

    private Binaries() {}

    /// Unpacks them under a folder, once for each release, and gives the folder that holds the programs.
    static Path unpack(Path home) throws IOException {
        String name = name();
        Path folder = home.resolve("postgres-" + hash(name));
        if (!Files.exists(folder.resolve("bin/postgres"))) {
            Path begun = Files.createTempDirectory(home, "unpacking");
            unpack(name, begun);
            keep(begun);
            Files.move(begun, folder, StandardCopyOption.ATOMIC_MOVE);
            OwnersOnly.keepName(folder);
        }
        return folder.resolve("bin");
    }

    /// A power cut after the folder has its name must not leave empty programs in it.
    private static void keep(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) all.filter(path -> !Files.isSymbolicLink(path))::iterator) {
                OwnersOnly.keep(each);
            }
        }
    }

    static boolean areAvailable() {
        return Binaries.class.getResource(name()) != null;
    }

    private static String name() {
        return "/postgres-" + system() + "-" + machine() + ".txz";
    }

    private static void unpack(String name, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(name))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException(entry.getName() + " would be unpacked outside of " + folder);
                }
                unpack(tar, entry, file);
            }
        }
        // Another user's postgres must reach what a temporary folder keeps to its owner.
        if (!folder.toFile().setReadable(true, false) || !folder.toFile().setExecutable(true, false)) {
            throw new IOException(folder + " cannot be opened to others");
        }
    }

    private static void unpack(InputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if ((entry.getMode() & EXECUTABLE) != 0 && !file.toFile().setExecutable(true, false)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    private static String hash(String name) throws IOException {
        try (var in = new DigestInputStream(open(name), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest()).substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = Binaries.class.getResourceAsStream(name);
        if (in == null) {
            throw new UnfitDatabase("This build has no PostgreSQL for " + system() + " on " + machine()
                    + ". Install PostgreSQL 15 or newer and name it by its URL.");
        }
        return in;
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "darwin" : name.contains("win") ? "windows" : "linux";
    }

    private static String machine() {
        return switch (System.getProperty("os.arch", "")) {
            case "aarch64", "arm64" -> "arm_64";
            case "amd64", "x86_64" -> "x86_64";
            case String other -> other;
        };
    }
}
