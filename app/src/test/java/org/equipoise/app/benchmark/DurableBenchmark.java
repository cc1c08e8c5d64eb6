package org.equipoise.app.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.equipoise.app.durability.Durable;
import org.equipoise.journal.canonical.EventCodec;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.FormEvent.FormSubmitted;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.store.Database;
import org.equipoise.store.postgres.Login;
import org.equipoise.store.postgres.PostgresJournal;

/// How many durable events a second go through the sequencer into PostgreSQL with many writers, each waiting for its
/// answer, projections included; and, in the same run on the same server, how many go through the usual construction:
/// each writer in a transaction of its own that locks the row of the chain's last hash. Then whether memory grows with
/// the journal.
///
/// Arguments: `DIR [seconds [events for memory [rounds]]]`.
public final class DurableBenchmark {
    private static final int WRITERS = 32;
    private static final int FLUSHES = 500;
    private static final int BATCH = 500;
    private static final int TOLD = 10;

    private DurableBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        long many = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1_000_000;
        int rounds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 3;
        try (Database database = Database.in(folder)) {
            System.out.printf(
                    Locale.ROOT,
                    "%s %s, %d processors, fsync of 8 KiB %.2f ms (median of %d)%n",
                    System.getProperty("java.vm.name"),
                    System.getProperty("java.vm.version"),
                    Runtime.getRuntime().availableProcessors(),
                    flush(folder),
                    FLUSHES);
            for (int round = 1; round <= rounds; round++) {
                double sequenced = Durable.perSecond(database, WRITERS, seconds);
                double chained = chained(Durable.owner(folder), seconds);
                System.out.printf(
                        Locale.ROOT,
                        "round %d: %,.0f events/s through the sequencer, %,.0f through a row-locked chain: %.1f times%n",
                        round,
                        sequenced,
                        chained,
                        sequenced / chained);
            }
            memory(database, many);
        }
    }

    private static double flush(Path folder) throws IOException {
        Path file = folder.resolve("flushed");
        double[] times = new double[FLUSHES];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < FLUSHES; i++) {
                long from = System.nanoTime();
                channel.write(ByteBuffer.allocate(8192));
                channel.force(false);
                times[i] = (System.nanoTime() - from) / 1e6;
            }
        }
        Files.delete(file);
        Arrays.sort(times);
        return times[FLUSHES / 2];
    }

    /// The same bytes, hashed one upon the other, without any projection.
    private static double chained(Login owner, int seconds) throws Exception {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS chain, head");
            statement.execute("CREATE TABLE chain (seq bigint PRIMARY KEY, body bytea NOT NULL, hash bytea NOT NULL)");
            statement.execute("CREATE TABLE head (one int PRIMARY KEY, seq bigint NOT NULL, hash bytea NOT NULL)");
            statement.execute("INSERT INTO head VALUES (1, 0, '')");
        }
        LongAdder done = new LongAdder();
        AtomicBoolean stop = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        long from = System.nanoTime();
        for (int i = 0; i < WRITERS; i++) {
            threads.add(Thread.ofPlatform().start(() -> chain(owner, done, stop)));
        }
        Thread.sleep(seconds * 1000L);
        stop.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        return done.sum() / ((System.nanoTime() - from) / 1e9);
    }

    private static void chain(Login owner, LongAdder done, AtomicBoolean stop) {
        try (Connection connection = owner.connect();
                PreparedStatement lock = connection.prepareStatement("SELECT seq, hash FROM head FOR UPDATE");
                PreparedStatement insert = connection.prepareStatement("INSERT INTO chain VALUES (?, ?, ?)");
                PreparedStatement move = connection.prepareStatement("UPDATE head SET seq = ?, hash = ?")) {
            connection.setAutoCommit(false);
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            while (!stop.get()) {
                try (ResultSet head = lock.executeQuery()) {
                    head.next();
                    long seq = head.getLong(1) + 1;
                    byte[] body = EventCodec.write(event(seq));
                    sha256.update(head.getBytes(2));
                    byte[] hash = sha256.digest(body);
                    insert.setLong(1, seq);
                    insert.setBytes(2, body);
                    insert.setBytes(3, hash);
                    insert.executeUpdate();
                    move.setLong(1, seq);
                    move.setBytes(2, hash);
                    move.executeUpdate();
                }
                connection.commit();
                done.increment();
            }
        } catch (SQLException | java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Heap in use after a collection, at ten points on the way to many events, and after reading all of them.
    private static void memory(Database database, long many) {
        String study = "memory " + System.nanoTime();
        long from = System.nanoTime();
        try (PostgresJournal journal = database.open(study)) {
            for (int point = 1; point <= TOLD; point++) {
                while (journal.size() < many * point / TOLD) {
                    List<JournalledEvent> events = new ArrayList<>();
                    for (int i = 1; i <= BATCH; i++) {
                        events.add(event(journal.size() + i));
                    }
                    journal.append(events);
                    journal.commit();
                }
                tell("written", journal.size(), from);
            }
            long read = 0;
            for (JournalledEvent event : journal.events()) {
                read += event.seq() > 0 ? 1 : 0;
            }
            tell("read", read, from);
        }
        try (PostgresJournal again = database.open(study)) {
            tell("opened again", again.size(), from);
        }
    }

    private static void tell(String what, long events, long from) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "%,d events %s after %.0f s: %.1f MiB in use%n",
                events,
                what,
                (System.nanoTime() - from) / 1e9,
                (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0);
    }

    /// A correction of three items, on one of a thousand pages.
    private static JournalledEvent event(long seq) {
        return new JournalledEvent(
                seq,
                seq,
                new Actor("someone", "COORDINATOR"),
                "00000000-0000-4000-8000-" + String.format(Locale.ROOT, "%012d", seq),
                1,
                new FormSubmitted(
                        new ParticipantId(String.format(Locale.ROOT, "A-%04d", seq % 1000)),
                        "SCR",
                        "pressure",
                        List.of(
                                new ItemChange("systolic", Long.toString(100 + seq % 80), null),
                                new ItemChange("diastolic", Long.toString(60 + seq % 40), null),
                                new ItemChange("dizzy", "no", null))));
    }
}
