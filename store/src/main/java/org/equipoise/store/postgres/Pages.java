package org.equipoise.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.equipoise.journal.canonical.EventCodec;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.store.JournalUnavailable;

/// A journal's bytes in order, fetched some thousand at a time so that memory does not grow with the journal. A number
/// that is missing is an error, never skipped.
final class Pages implements Iterable<byte[]> {
    private static final int PAGE = 2_000;

    private final Connection connection;
    private final String study;

    Pages(Connection connection, String study) {
        this.connection = connection;
        this.study = study;
    }

    @Override
    public Iterator<byte[]> iterator() {
        return new Iterator<>() {
            private final Deque<byte[]> page = new ArrayDeque<>();
            private long seq;
            private boolean ended;

            @Override
            public boolean hasNext() {
                if (page.isEmpty() && !ended) {
                    read(page, seq);
                    seq += page.size();
                    ended = page.size() < PAGE;
                }
                return !page.isEmpty();
            }

            @Override
            public byte[] next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return page.remove();
            }
        };
    }

    Iterable<JournalledEvent> events() {
        return () -> {
            Iterator<byte[]> bytes = iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return bytes.hasNext();
                }

                @Override
                public JournalledEvent next() {
                    return EventCodec.read(bytes.next());
                }
            };
        };
    }

    private void read(Deque<byte[]> page, long after) {
        try (PreparedStatement asked = connection.prepareStatement(
                "SELECT seq, body FROM journal.event WHERE study = ? AND seq > ? ORDER BY seq LIMIT ?")) {
            asked.setString(1, study);
            asked.setLong(2, after);
            asked.setInt(3, PAGE);
            try (ResultSet found = asked.executeQuery()) {
                for (long next = after + 1; found.next(); next++) {
                    if (found.getLong(1) != next) {
                        throw new IllegalStateException("event " + next + " of " + study + " is missing");
                    }
                    page.add(found.getBytes(2));
                }
            }
        } catch (SQLException e) {
            throw new JournalUnavailable("The database cannot be reached, or failed while the journal was read.", e);
        }
    }

    byte[] bytes(long seq) throws SQLException {
        try (PreparedStatement asked =
                connection.prepareStatement("SELECT body FROM journal.event WHERE study = ? AND seq = ?")) {
            asked.setString(1, study);
            asked.setLong(2, seq);
            try (ResultSet found = asked.executeQuery()) {
                if (!found.next()) {
                    throw new IndexOutOfBoundsException("there is no event " + seq);
                }
                return found.getBytes(1);
            }
        }
    }
}
