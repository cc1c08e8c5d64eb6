package org.equipoise.store.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.equipoise.store.UnfitDatabase;
import org.equipoise.store.postgres.Login;

/// A PostgreSQL in a folder, durable as any other: every commit is on disk before it is answered, every page has its
/// checksum. It listens on the loopback alone, to whoever has a password from the folder.
///
/// It is a child of the program, so that what is left of it after a crash is cleared away by whoever is its parent; one
/// that outlived a killed program is taken over.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String DATABASE = "equipoise";
    private static final String LOOPBACK = "127.0.0.1";
    private static final int SECONDS_TO_START = 60;
    private static final int A_SECOND = 50;

    private final Path home;
    private final Path data;
    private final Postmaster server;
    private final Path programs;
    private final Account account;
    private final Passwords passwords;
    private final FileChannel lock;
    private final List<String> settings;
    private int port;

    /// Whether this build has PostgreSQL's programs for this machine.
    public static boolean isAvailable() {
        return Binaries.areAvailable();
    }

    /// Starts the database of a folder, which is made where it is not there.
    ///
    /// @param settings further settings of the server, such as `max_connections=200`
    public static EmbeddedPostgres start(Path home, String... settings) {
        try {
            Files.createDirectories(home);
            Path folder = home.toRealPath();
            return new EmbeddedPostgres(folder, lock(folder), List.of(settings));
        } catch (IOException e) {
            throw new UnfitDatabase("The database in " + home + " cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnfitDatabase("Interrupted while the database in " + home + " started.", e);
        }
    }

    /// Who serves in a folder whose database another program runs; empty where none works there.
    public static Optional<Login> running(Path home) {
        try {
            Path data = home.toRealPath().resolve("data");
            Postmaster server = new Postmaster(data);
            return server.isWorking()
                    ? Optional.of(login(server.port(), Passwords.in(home).application(), DATABASE))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UnfitDatabase("The database in " + home + " cannot be looked at: " + e.getMessage(), e);
        }
    }

    /// Whether a database was made in a folder.
    public static boolean isIn(Path home) {
        return Files.exists(home.resolve("data").resolve("PG_VERSION"));
    }

    private EmbeddedPostgres(Path home, FileChannel lock, List<String> settings)
            throws IOException, InterruptedException {
        this.home = home;
        this.lock = lock;
        this.settings = settings;
        this.data = home.resolve("data");
        this.server = new Postmaster(data);
        try {
            this.programs = Binaries.unpack(home);
            this.account = Account.of(home);
            this.passwords = Passwords.in(home);
            if (!isIn(home)) {
                initialize();
            }
            this.port = server.isWorking() ? server.port() : serve();
        } catch (IOException | InterruptedException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static FileChannel lock(Path home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very program.
        }
        channel.close();
        throw new UnfitDatabase("Another Equipoise uses " + home + ". Stop it, or choose another folder.");
    }

    private void initialize() throws IOException, InterruptedException {
        Path secret = passwords.handOver(home, account);
        account.run(
                home,
                programs.resolve("initdb").toString(),
                "--pgdata=" + data,
                "--username=" + passwords.superuser().user(),
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        Files.delete(secret);
    }

    /// Starts the server again where it ended by itself, as it does when its disk is full.
    ///
    /// @throws UnfitDatabase if it cannot be started
    public void resume() {
        try {
            port = server.isWorking() ? port : serve();
        } catch (IOException e) {
            throw new UnfitDatabase("The database in " + home + " ended and cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnfitDatabase("Interrupted while the database in " + home + " started.", e);
        }
    }

    private int serve() throws IOException, InterruptedException {
        server.awaitNobody();
        int free = freePort();
        List<String> command =
                new ArrayList<>(List.of(programs.resolve("postgres").toString(), "-D", data.toString()));
        command.addAll(List.of("-p", Integer.toString(free)));
        List<String> all = new ArrayList<>(List.of(
                "listen_addresses=" + LOOPBACK,
                "unix_socket_directories=",
                "fsync=on",
                "full_page_writes=on",
                "synchronous_commit=on"));
        all.addAll(settings);
        all.forEach(setting -> command.addAll(List.of("-c", setting)));
        Path log = home.resolve("postgres.log");
        long from = Files.exists(log) ? Files.size(log) : 0;
        Process started = account.start(log, command.toArray(String[]::new));
        for (int i = 0; i < SECONDS_TO_START * A_SECOND; i++) {
            if (started.waitFor(1000 / A_SECOND, TimeUnit.MILLISECONDS)) {
                throw new IOException("PostgreSQL ended with " + started.exitValue() + lastWords(log, from) + "; " + log
                        + " says more");
            }
            if (server.isReady(started)) {
                return free;
            }
        }
        started.destroyForcibly();
        throw new IOException("PostgreSQL was not ready after " + SECONDS_TO_START + " s; " + log + " says why");
    }

    /// What the server said before it ended, which is in English wherever it was made here.
    private static String lastWords(Path log, long from) throws IOException {
        try (InputStream said = Files.newInputStream(log)) {
            said.skipNBytes(from);
            return new String(said.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                    .reduce("", (_, last) -> ": " + last.replaceFirst("^.*?(FATAL|PANIC): *", ""));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    /// Who may do anything: for making the other two, and for nothing else.
    public Login superuser() {
        return login(passwords.superuser(), "postgres");
    }

    /// Who owns the tables and migrates them.
    public Login owner() {
        return login(passwords.owner(), DATABASE);
    }

    /// Who serves.
    public Login application() {
        return login(passwords.application(), DATABASE);
    }

    private Login login(Passwords.Word word, String database) {
        return login(port, word, database);
    }

    private static Login login(int port, Passwords.Word word, String database) {
        return new Login("jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + database, word.user(), word.password());
    }

    /// Stops the server, cutting what is still connected.
    @Override
    public void close() {
        try (lock) {
            if (server.isWorking()) {
                account.run(
                        home, programs.resolve("pg_ctl").toString(), "-D", data.toString(), "-w", "-m", "fast", "stop");
            }
        } catch (IOException e) {
            throw new UnfitDatabase("The database in " + home + " could not be stopped: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
