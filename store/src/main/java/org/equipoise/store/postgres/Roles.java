package org.equipoise.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.equipoise.store.UnfitDatabase;

/// Who may do what: the owner makes tables and never serves; the application adds to the journal and reads, and may do
/// nothing else to it.
public final class Roles {
    private static final int OLDEST = 15;
    private static final int MAJOR = 10_000;

    private Roles() {}

    /// Makes both roles and the database between them, where they are not there; for a database of our own.
    public static void make(Connector superuser, Login owner, Login application, String database) throws SQLException {
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement()) {
            for (Login login : List.of(owner, application)) {
                if (!holds(connection, "SELECT FROM pg_roles WHERE rolname = ?", login.user())) {
                    statement.execute("CREATE ROLE " + statement.enquoteIdentifier(login.user(), true)
                            + " LOGIN PASSWORD " + statement.enquoteLiteral(login.password()));
                }
            }
            if (!holds(connection, "SELECT FROM pg_database WHERE datname = ?", database)) {
                statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(database, true) + " OWNER "
                        + statement.enquoteIdentifier(owner.user(), true));
            }
        }
    }

    private static boolean holds(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(query)) {
            asked.setString(1, name);
            try (ResultSet found = asked.executeQuery()) {
                return found.next();
            }
        }
    }

    /// Refuses whoever could change what is in the journal, and a server that could lose it.
    public static void requireFit(Connection connection) throws SQLException {
        int version = number(connection, "SHOW server_version_num");
        if (version < OLDEST * MAJOR) {
            throw new UnfitDatabase(
                    "PostgreSQL " + version / MAJOR + " is too old: " + OLDEST + " or newer is needed.");
        }
        for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            if (text(connection, "SHOW " + setting).equals("off")) {
                throw new UnfitDatabase("The server has " + setting
                        + " = off and could lose what it has answered. Set it to on, then start again.");
            }
        }
        List<String> powers = powers(connection);
        if (!powers.isEmpty()) {
            throw new UnfitDatabase("The trial is not served as " + text(connection, "SELECT current_user") + ", who "
                    + String.join(", ", powers)
                    + ". Serve as a role of its own that may only INSERT and SELECT on the journal.");
        }
    }

    /// What this user could do to the journal beside adding and reading.
    private static List<String> powers(Connection connection) throws SQLException {
        List<String> powers = new ArrayList<>();
        try (PreparedStatement asked = connection.prepareStatement("""
                SELECT 'is a superuser, or may become one' FROM pg_roles
                 WHERE rolsuper AND pg_has_role(current_user, oid, 'MEMBER') GROUP BY 1
                UNION ALL
                SELECT 'owns the journal, or may become its owner' FROM pg_class
                 WHERE oid IN ('journal.event'::regclass, 'journal.epoch'::regclass, 'journal.protocol_file'::regclass)
                   AND pg_has_role(current_user, relowner, 'MEMBER') GROUP BY 1
                UNION ALL
                SELECT 'may make roles' FROM pg_roles WHERE rolcreaterole AND rolname = current_user
                UNION ALL
                SELECT 'may replicate' FROM pg_roles WHERE rolreplication AND rolname = current_user
                UNION ALL
                SELECT 'may run programs or write files on the server' FROM pg_roles
                 WHERE rolname IN ('pg_execute_server_program', 'pg_write_server_files')
                   AND pg_has_role(current_user, oid, 'MEMBER') GROUP BY 1
                UNION ALL
                SELECT 'may make tables beside the journal' WHERE has_schema_privilege('journal', 'CREATE')
                UNION ALL
                SELECT 'may ' || privilege || ' on ' || name
                  FROM unnest(ARRAY['journal.event', 'journal.epoch', 'journal.protocol_file']) AS name,
                       unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) AS privilege,
                       pg_roles AS able
                 WHERE NOT rolsuper AND pg_has_role(current_user, able.oid, 'MEMBER')
                   AND (has_table_privilege(able.oid, name, privilege)
                        OR (privilege = 'UPDATE' AND has_any_column_privilege(able.oid, name, privilege)))
                 GROUP BY 1
                """);
                ResultSet found = asked.executeQuery()) {
            while (found.next()) {
                powers.add(found.getString(1));
            }
        }
        return powers;
    }

    private static int number(Connection connection, String query) throws SQLException {
        return Integer.parseInt(text(connection, query));
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(query);
                ResultSet found = asked.executeQuery()) {
            found.next();
            return found.getString(1);
        }
    }
}
