package org.equipoise.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.store.JournalUnavailable;

/// The tables that make reading fast: participants and where they stand, what stands for every item, data queries. They
/// are written in the transaction of the events they come from, and are made anew from the journal at any time.
public final class Projections {
    private static final List<String> TABLES = List.of("participant", "item", "query");
    private static final int PAGE = 1_000;

    private Projections() {}

    /// One statement for all rows of a batch: each parameter is a column.
    private record Write(String sql, List<String> types) {
        void run(Connection connection, String study, Collection<Object[]> rows) throws SQLException {
            if (rows.isEmpty()) {
                return;
            }
            try (PreparedStatement write = connection.prepareStatement(sql)) {
                write.setString(1, study);
                for (int column = 0; column < types.size(); column++) {
                    int place = column;
                    Object[] values = rows.stream().map(row -> row[place]).toArray();
                    write.setArray(column + 2, connection.createArrayOf(types.get(column), values));
                }
                write.executeUpdate();
            }
        }
    }

    private static final Write ENTER = new Write("""
            INSERT INTO participant (study, id, site, consented, standing, seq)
            SELECT ?, * FROM unnest(?, ?, ?::date[], ?, ?)
            """, List.of("text", "text", "text", "text", "int8"));

    private static final Write MOVE = new Write("""
            UPDATE participant SET standing = moved.standing, seq = moved.seq
              FROM (SELECT ? AS study, * FROM unnest(?, ?, ?) AS moved (id, standing, seq)) AS moved
             WHERE participant.study = moved.study AND participant.id = moved.id
            """, List.of("text", "text", "int8"));

    private static final Write RECORD =
            new Write("""
            INSERT INTO item (study, participant, encounter, form, entry, item, value, missing, sealed, seq, ordinal)
            SELECT ?, * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (study, participant, encounter, form, entry, item) DO UPDATE
               SET value = excluded.value, missing = excluded.missing, sealed = excluded.sealed,
                   seq = excluded.seq, ordinal = excluded.ordinal
            """, List.of("text", "text", "text", "int4", "text", "text", "text", "bool", "int8", "int4"));

    private static final Write OPEN = new Write("""
            UPDATE item SET value = opened.value, sealed = false
              FROM (SELECT ? AS study, * FROM unnest(?, ?, ?, ?) AS opened (participant, seq, ordinal, value)) AS opened
             WHERE item.study = opened.study AND item.participant = opened.participant
               AND item.seq = opened.seq AND item.ordinal = opened.ordinal
            """, List.of("text", "int8", "int4", "text"));

    private static final Write ASK =
            new Write("""
            INSERT INTO query (study, participant, number, edit_check, encounter, form, entry, asked, stage)
            SELECT ?, * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)
            """, List.of("text", "int4", "text", "text", "text", "int4", "text", "text"));

    private static final Write SETTLE = new Write("""
            UPDATE query SET stage = settled.stage
              FROM (SELECT ? AS study, * FROM unnest(?, ?, ?) AS settled (participant, number, stage)) AS settled
             WHERE query.study = settled.study AND query.participant = settled.participant
               AND query.number = settled.number
            """, List.of("text", "int4", "text"));

    /// Takes in the next events, in the caller's transaction.
    static void after(Connection connection, String study, Collection<JournalledEvent> events) throws SQLException {
        Rows rows = Rows.of(events);
        ENTER.run(connection, study, rows.entering());
        MOVE.run(connection, study, rows.moving());
        RECORD.run(connection, study, rows.recorded());
        OPEN.run(connection, study, rows.opened());
        ASK.run(connection, study, rows.asked());
        SETTLE.run(connection, study, rows.settled());
    }

    /// Makes the tables of a study anew from its journal. Nobody may write the journal meanwhile.
    public static void rebuild(Connector connector, String study) {
        try (Connection connection = connector.connect()) {
            connection.setSchema("projection");
            connection.setAutoCommit(false);
            for (String table : TABLES) {
                try (PreparedStatement empty =
                        connection.prepareStatement("DELETE FROM projection." + table + " WHERE study = ?")) {
                    empty.setString(1, study);
                    empty.executeUpdate();
                }
            }
            replay(connection, study);
            connection.commit();
        } catch (SQLException e) {
            throw new JournalUnavailable("The projections could not be made anew; they are as they were.", e);
        }
    }

    /// How many rows of each table differ from what the journal says. Others may write meanwhile: journal and
    /// tables are seen as they were at one moment.
    public static SortedMap<String, Long> differences(Connector connector, String study) {
        try (Connection connection = connector.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            for (String table : TABLES) {
                statement.execute("CREATE TEMPORARY TABLE " + table + " (LIKE projection." + table
                        + " INCLUDING ALL) ON COMMIT DROP");
            }
            statement.execute("SET LOCAL search_path = pg_temp");
            replay(connection, study);
            SortedMap<String, Long> differences = new TreeMap<>();
            differences.put("event", Keys.differing(connection, study));
            for (String table : TABLES) {
                differences.put(table, differing(connection, study, table));
            }
            return differences;
        } catch (SQLException e) {
            throw new JournalUnavailable("The projections could not be compared with the journal.", e);
        }
    }

    private static long differing(Connection connection, String study, String table) throws SQLException {
        String kept = "(SELECT * FROM projection." + table + " WHERE study = ?)";
        String told = "(SELECT * FROM pg_temp." + table + ")";
        try (PreparedStatement asked = connection.prepareStatement("SELECT count(*) FROM ((" + kept + " EXCEPT " + told
                + ") UNION ALL (" + told + " EXCEPT " + kept + ")) AS differing")) {
            asked.setString(1, study);
            asked.setString(2, study);
            try (ResultSet found = asked.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    private static void replay(Connection connection, String study) throws SQLException {
        List<JournalledEvent> page = new ArrayList<>(PAGE);
        for (JournalledEvent event : new Pages(connection, study).events()) {
            page.add(event);
            if (page.size() == PAGE) {
                after(connection, study, page);
                page.clear();
            }
        }
        after(connection, study, page);
    }
}
