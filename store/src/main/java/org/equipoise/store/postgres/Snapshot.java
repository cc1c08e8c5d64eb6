package org.equipoise.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.equipoise.journal.archive.ProtocolVersion;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent.ProtocolActivated;
import org.equipoise.journal.store.JournalUnavailable;
import org.equipoise.store.UnfitDatabase;

/// Every journal of a database as it is at one moment, read while others write. It begins no epoch, so nobody is
/// stopped by it.
public final class Snapshot implements AutoCloseable {
    private final Connection connection;

    private Snapshot(Connection connection) {
        this.connection = connection;
    }

    public static Snapshot of(Connector connector) {
        try {
            Connection connection = connector.connect();
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return new Snapshot(connection);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /// The names of the journals in which something stands.
    public List<String> names() {
        List<String> names = new ArrayList<>();
        try (PreparedStatement asked =
                        connection.prepareStatement("SELECT study FROM journal.event WHERE seq = 1 ORDER BY study");
                ResultSet found = asked.executeQuery()) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
        return names;
    }

    /// A journal's canonical bytes in order.
    public Iterable<byte[]> bytes(String name) {
        return new Pages(connection, name);
    }

    public Iterable<JournalledEvent> events(String name) {
        return new Pages(connection, name).events();
    }

    /// The versions of the protocol that a journal activates, in order.
    ///
    /// @throws UnfitDatabase if one of them was not kept
    public List<ProtocolVersion> protocols(String name) {
        List<ProtocolVersion> versions = new ArrayList<>();
        for (JournalledEvent event : events(name)) {
            if (event.event() instanceof ProtocolActivated activated) {
                versions.add(protocol(name, activated));
            }
        }
        return versions;
    }

    private ProtocolVersion protocol(String name, ProtocolActivated activated) {
        try {
            SortedMap<String, byte[]> files = Protocols.files(connection, name, activated.hash());
            if (files.isEmpty()) {
                throw new UnfitDatabase("The database does not hold version " + activated.number()
                        + " of the protocol of " + name + ". Open the study once with its folder, then try again.");
            }
            return new ProtocolVersion(activated.number(), files);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private static JournalUnavailable unavailable(SQLException e) {
        return new JournalUnavailable("The database cannot be reached, or failed while it was read.", e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }
}
