package org.equipoise.store.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
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
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    private final Path home;
    private final Path data;
    private final Path programs;
    private final Account account;
    private final Passwords passwords;
    private final FileChannel lock;
    private final List<String> settings;
    private ProcessHandle server;
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

    private EmbeddedPostgres(Path home, FileChannel lock, List<String> settings)
            throws IOException, InterruptedException {
        this.home = home;
        this.lock = lock;
        this.settings = settings;
        this.data = home.resolve("data");
        try {
            this.programs = Binaries.unpack(home);
            this.account = Account.of(home);
            this.passwords = Passwords.in(home);
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initialize();
            }
            Optional<ProcessHandle> left = written().filter(this::worksHere);
            if (left.isPresent()) {
                this.server = left.get();
                this.port = Integer.parseInt(status().get(PORT_LINE));
            } else {
                this.server = serve();
            }
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
            if (!worksHere(server)) {
                server = serve();
            }
        } catch (IOException e) {
            throw new UnfitDatabase("The database in " + home + " ended and cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnfitDatabase("Interrupted while the database in " + home + " started.", e);
        }
    }

    private ProcessHandle serve() throws IOException, InterruptedException {
        awaitNobody();
        port = freePort();
        List<String> command =
                new ArrayList<>(List.of(programs.resolve("postgres").toString(), "-D", data.toString()));
        command.addAll(List.of("-p", Integer.toString(port)));
        List<String> all = new ArrayList<>(List.of(
                "listen_addresses=" + LOOPBACK,
                "unix_socket_directories=",
                "fsync=on",
                "full_page_writes=on",
                "synchronous_commit=on"));
        all.addAll(settings);
        all.forEach(setting -> command.addAll(List.of("-c", setting)));
        Path log = home.resolve("postgres.log");
        Process begun = account.start(log, command.toArray(String[]::new));
        for (int i = 0; i < SECONDS_TO_START * A_SECOND; i++) {
            if (begun.waitFor(1000 / A_SECOND, TimeUnit.MILLISECONDS)) {
                throw new IOException(
                        "PostgreSQL ended with " + begun.exitValue() + lastWords(log) + "; " + log + " says more");
            }
            List<String> status = status();
            if (status.size() > STATUS_LINE
                    && status.getFirst().strip().equals(Long.toString(begun.pid()))
                    && status.get(STATUS_LINE).strip().equals("ready")) {
                return begun.toHandle();
            }
        }
        begun.destroyForcibly();
        throw new IOException("PostgreSQL was not ready after " + SECONDS_TO_START + " s; " + log + " says why");
    }

    /// What the server said before it ended, which is in English wherever it was made here.
    private static String lastWords(Path log) throws IOException {
        List<String> words = Files.readAllLines(log).stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                .toList();
        return words.isEmpty() ? "" : ": " + words.getLast().replaceFirst("^.*?(FATAL|PANIC): *", "");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    /// The lines of what a running server says of itself: its process, folder, start, port …
    private List<String> status() throws IOException {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid"));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /// The process whose number stands in the folder, if there is one of that number. The number alone says nothing:
    /// after a restart it may be another process's, and a dead one may still have it.
    private Optional<ProcessHandle> written() throws IOException {
        List<String> status = status();
        return status.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(status.getFirst().strip()));
    }

    /// Where no machine tells what a process works on, its number must do.
    private boolean worksHere(ProcessHandle process) {
        if (!Files.exists(Path.of("/proc/self"))) {
            return process.isAlive();
        }
        try {
            return Path.of("/proc", Long.toString(process.pid()), "cwd")
                    .toRealPath()
                    .equals(data);
        } catch (IOException e) {
            return false;
        }
    }

    /// Waits until all that a killed server left behind are gone: they could still write. PostgreSQL itself makes sure
    /// of it by what the dead one wrote down, which is taken away only where its number is now another process's.
    private void awaitNobody() throws IOException, InterruptedException {
        if (!Files.exists(Path.of("/proc/self"))) {
            return;
        }
        for (int i = 0; ProcessHandle.allProcesses().anyMatch(this::worksHere); i++) {
            if (i == SECONDS_TO_START * A_SECOND) {
                throw new IOException("what an earlier PostgreSQL left behind still runs in " + data);
            }
            TimeUnit.MILLISECONDS.sleep(1000 / A_SECOND);
        }
        if (written().isPresent()) {
            Files.delete(data.resolve("postmaster.pid"));
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
        return new Login("jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + database, word.user(), word.password());
    }

    /// Stops the server, cutting what is still connected.
    @Override
    public void close() {
        try (lock) {
            if (worksHere(server)) {
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
