package org.equipoise.store.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.journal.canonical.EventCodec;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.store.JournalUnavailable;
import org.equipoise.journal.store.Superseded;
import org.equipoise.journal.tree.MerkleTree;
import org.equipoise.language.identity.Digest;

/// One study's journal in PostgreSQL. Whoever opens it for writing begins an epoch; a writer of an earlier epoch can
/// commit nothing from then on, and no two can write one sequence number. What is appended is sent with the commit, in
/// one transaction with the projections. For one thread; memory does not grow with the journal.
///
/// A new writer may have read the journal just before the old one's last commit: then its first commit finds the number
/// taken and fails, and opening again finds the event.
public final class PostgresJournal implements Journal, AutoCloseable {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int BATCH = 500;

    /// After how long without an answer the database counts as away, unless its URL says otherwise.
    private static final int MILLISECONDS_TO_ANSWER = 15_000;

    private final Connection connection;
    private final String study;
    private final long epoch;
    private final Pages pages;
    private final MerkleTree tree = new MerkleTree();
    private final List<JournalledEvent> pending = new ArrayList<>();
    private final List<byte[]> pendingBytes = new ArrayList<>();
    private long lastAt = Long.MIN_VALUE;
    private boolean broken;

    /// Opens a study's journal, empty where nothing is in it yet, and begins an epoch.
    ///
    /// @throws JournalUnavailable if the database cannot be reached, or someone else opens the journal just now
    public static PostgresJournal open(Connector connector, String study) {
        try {
            Connection connection = connector.connect();
            if (connection.getNetworkTimeout() == 0) {
                connection.setNetworkTimeout(Runnable::run, MILLISECONDS_TO_ANSWER);
            }
            connection.setSchema("projection");
            return new PostgresJournal(connection, study);
        } catch (SQLException e) {
            throw Away.because(e);
        }
    }

    private PostgresJournal(Connection connection, String study) throws SQLException {
        this.connection = connection;
        this.study = study;
        this.pages = new Pages(connection, study);
        try {
            this.epoch = begin();
            for (byte[] bytes : pages) {
                tree.add(tree.leafHash(bytes));
            }
            if (tree.size() > 0) {
                lastAt = EventCodec.read(pages.bytes(tree.size())).at();
            }
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private long begin() throws SQLException {
        try (PreparedStatement next = connection.prepareStatement("""
                INSERT INTO journal.epoch (study, epoch)
                SELECT ?, coalesce(max(epoch), 0) + 1 FROM journal.epoch WHERE study = ?
                RETURNING epoch
                """)) {
            next.setString(1, study);
            next.setString(2, study);
            try (ResultSet begun = next.executeQuery()) {
                begun.next();
                return begun.getLong(1);
            }
        }
    }

    /// Puts back what was journalled before, into a journal in which nothing is.
    ///
    /// @throws IllegalStateException if something is in it
    public static void restore(Connector connector, String study, Iterable<JournalledEvent> events) {
        try (PostgresJournal journal = open(connector, study)) {
            if (journal.size() > 0) {
                throw new IllegalStateException("something is in the journal " + study + " already");
            }
            List<JournalledEvent> batch = new ArrayList<>();
            for (JournalledEvent event : events) {
                // What one command caused stays in one commit, as it was.
                if (batch.size() >= BATCH
                        && !event.command().equals(batch.getLast().command())) {
                    journal.keep(batch);
                }
                batch.add(event);
            }
            journal.keep(batch);
        }
    }

    private void keep(List<JournalledEvent> batch) {
        take(batch);
        commit();
        batch.clear();
    }

    @Override
    public void append(List<JournalledEvent> events) {
        take(events);
    }

    private void take(List<JournalledEvent> events) {
        List<byte[]> written = new ArrayList<>(events.size());
        long seq = size();
        long at = lastAt;
        for (JournalledEvent event : events) {
            if (event.seq() != ++seq) {
                throw new IllegalArgumentException("event " + seq + " is next, not " + event.seq());
            }
            if (event.at() < at) {
                throw new IllegalArgumentException("event " + seq + " lies before the one it follows");
            }
            if (event.command().indexOf('\0') >= 0) {
                throw new IllegalArgumentException("the key of a command has no character 0");
            }
            at = event.at();
            written.add(EventCodec.write(event));
        }
        written.forEach(bytes -> tree.add(tree.leafHash(bytes)));
        pending.addAll(events);
        pendingBytes.addAll(written);
        lastAt = at;
    }

    @Override
    public void commit() {
        if (broken) {
            throw new IllegalStateException("an earlier commit failed: this journal takes no more, open another");
        }
        if (pending.isEmpty()) {
            return;
        }
        broken = true;
        try {
            connection.setAutoCommit(false);
            if (insert() != pending.size()) {
                connection.rollback();
                throw superseded();
            }
            Projections.after(connection, study, pending);
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw UNIQUE_VIOLATION.equals(e.getSQLState()) && isSuperseded() ? superseded() : Away.because(e);
        }
        pending.clear();
        pendingBytes.clear();
        broken = false;
    }

    /// All events of the batch, unless a later epoch has begun.
    private int insert() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO journal.event (study, seq, epoch, command, step, body)
                SELECT ?, added.seq, ?, added.command, added.step, added.body
                  FROM unnest(?, ?, ?, ?) AS added (seq, command, step, body)
                 WHERE NOT EXISTS (SELECT FROM journal.epoch WHERE study = ? AND epoch > ?)
                """)) {
            int size = pending.size();
            Long[] seqs = new Long[size];
            String[] commands = new String[size];
            Integer[] steps = new Integer[size];
            for (int i = 0; i < size; i++) {
                JournalledEvent event = pending.get(i);
                seqs[i] = event.seq();
                commands[i] = event.command();
                steps[i] = i > 0 && event.command().equals(commands[i - 1]) ? steps[i - 1] + 1 : 1;
            }
            insert.setString(1, study);
            insert.setLong(2, epoch);
            insert.setArray(3, connection.createArrayOf("int8", seqs));
            insert.setArray(4, connection.createArrayOf("text", commands));
            insert.setArray(5, connection.createArrayOf("int4", steps));
            insert.setArray(6, connection.createArrayOf("bytea", pendingBytes.toArray(byte[][]::new)));
            insert.setString(7, study);
            insert.setLong(8, epoch);
            return insert.executeUpdate();
        }
    }

    private boolean isSuperseded() {
        try (PreparedStatement later =
                connection.prepareStatement("SELECT FROM journal.epoch WHERE study = ? AND epoch > ?")) {
            connection.rollback();
            later.setString(1, study);
            later.setLong(2, epoch);
            try (ResultSet found = later.executeQuery()) {
                return found.next();
            }
        } catch (SQLException e) {
            throw Away.because(e);
        }
    }

    private Superseded superseded() {
        return new Superseded("Another program has opened the journal of " + study
                + " since. This one writes no more; stop one of the two.");
    }

    @Override
    public Map<String, List<JournalledEvent>> caused(Collection<String> commands) {
        Map<String, List<JournalledEvent>> caused = new HashMap<>();
        try (PreparedStatement asked = connection.prepareStatement(
                "SELECT body FROM journal.event WHERE study = ? AND command = ANY (?) ORDER BY seq")) {
            Array keys = connection.createArrayOf("text", commands.toArray());
            asked.setString(1, study);
            asked.setArray(2, keys);
            try (ResultSet found = asked.executeQuery()) {
                while (found.next()) {
                    JournalledEvent event = EventCodec.read(found.getBytes(1));
                    caused.computeIfAbsent(event.command(), _ -> new ArrayList<>())
                            .add(event);
                }
            }
        } catch (SQLException e) {
            throw Away.because(e);
        }
        return caused;
    }

    @Override
    public long size() {
        return tree.size();
    }

    @Override
    public Digest root() {
        return Digest.of(tree.root());
    }

    @Override
    public Iterable<JournalledEvent> events() {
        return pages.events();
    }

    @Override
    public JournalledEvent event(long seq) {
        return EventCodec.read(bytes(seq));
    }

    @Override
    public byte[] bytes(long seq) {
        try {
            return pages.bytes(seq);
        } catch (SQLException e) {
            throw Away.because(e);
        }
    }

    @Override
    public Iterable<byte[]> bytes() {
        return pages;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Away.because(e);
        }
    }
}
