package org.equipoise.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicInteger;
import org.equipoise.store.embedded.EmbeddedPostgres;
import org.equipoise.store.postgres.Login;
import org.equipoise.store.postgres.Roles;

/// A PostgreSQL for all tests of a run, in a folder that goes with it. Each test asks for a study nobody has used.
public final class OneServer {
    private static final AtomicInteger STUDIES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = started();
    private static final Database DATABASE = prepared(SERVER);

    private OneServer() {}

    /// Where it cannot run, tests are skipped and say so; where every test is required, they fail instead.
    public static boolean isPossible() {
        return EmbeddedPostgres.isAvailable() || System.getenv("EQUIPOISE_EVERY_TEST") != null;
    }

    public static Login application() {
        return SERVER.application();
    }

    public static Login owner() {
        return SERVER.owner();
    }

    public static Login superuser() {
        return SERVER.superuser();
    }

    /// As superuser, in the database of the trials.
    public static Login superuserHere() {
        return new Login(SERVER.owner().url(), superuser().user(), superuser().password());
    }

    public static Database database() {
        return DATABASE;
    }

    public static String newStudy() {
        return "study " + STUDIES.incrementAndGet();
    }

    private static EmbeddedPostgres started() {
        try {
            Path folder = Files.createTempDirectory("equipoise-store");
            EmbeddedPostgres server = EmbeddedPostgres.start(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                remove(folder);
            }));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Database prepared(EmbeddedPostgres server) {
        try {
            Roles.make(server.superuser(), server.owner(), server.application(), "equipoise");
            return Database.at(server.owner(), server.application());
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// With everything in it.
    public static void remove(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path emptied, IOException failure) throws IOException {
                    Files.delete(emptied);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
