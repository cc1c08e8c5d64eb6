package org.equipoise.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.journal.archive.ProtocolVersion;
import org.equipoise.journal.store.JournalUnavailable;
import org.equipoise.language.identity.Digest;

/// The files of each protocol version beside the journal that activates it. What was kept once stays as it is.
public final class Protocols {
    private Protocols() {}

    /// Keeps versions that are to be activated, or were.
    public static void keep(Connector connector, String study, List<ProtocolVersion> versions) {
        try (Connection connection = connector.connect();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO journal.protocol_file (study, protocol, name, body) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)) {
            connection.setAutoCommit(false);
            for (ProtocolVersion version : versions) {
                for (Map.Entry<String, byte[]> file : version.files().entrySet()) {
                    insert.setString(1, study);
                    insert.setString(2, version.protocolHash().hex());
                    insert.setString(3, file.getKey());
                    insert.setBytes(4, file.getValue());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new JournalUnavailable("The protocol's files could not be kept.", e);
        }
    }

    /// The files of a version; none where it was not kept.
    static SortedMap<String, byte[]> files(Connection connection, String study, Digest protocol) throws SQLException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (PreparedStatement asked = connection.prepareStatement(
                "SELECT name, body FROM journal.protocol_file WHERE study = ? AND protocol = ?")) {
            asked.setString(1, study);
            asked.setString(2, protocol.hex());
            try (ResultSet found = asked.executeQuery()) {
                while (found.next()) {
                    files.put(found.getString(1), found.getBytes(2));
                }
            }
        }
        return files;
    }
}
