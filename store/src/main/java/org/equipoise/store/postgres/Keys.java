package org.equipoise.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.equipoise.journal.canonical.EventCodec;
import org.equipoise.journal.event.JournalledEvent;

/// What stands beside an event's bytes so that it can be found, held against the bytes: its number, its command's key,
/// and the step within the command. The tree covers the bytes alone.
final class Keys {
    private static final int PAGE = 2_000;

    private Keys() {}

    /// How many rows say something else than their bytes.
    static long differing(Connection connection, String study) throws SQLException {
        long differing = 0;
        String before = "";
        int step = 0;
        try (PreparedStatement asked = connection.prepareStatement(
                "SELECT seq, command, step, body FROM journal.event WHERE study = ? ORDER BY seq")) {
            asked.setString(1, study);
            asked.setFetchSize(PAGE);
            try (ResultSet row = asked.executeQuery()) {
                while (row.next()) {
                    JournalledEvent event = EventCodec.read(row.getBytes(4));
                    step = event.command().equals(before) ? step + 1 : 1;
                    before = event.command();
                    boolean same =
                            row.getLong(1) == event.seq() && row.getString(2).equals(before) && row.getInt(3) == step;
                    differing += same ? 0 : 1;
                }
            }
        }
        return differing;
    }
}
