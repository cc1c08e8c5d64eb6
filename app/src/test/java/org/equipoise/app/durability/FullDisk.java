package org.equipoise.app.durability;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import org.equipoise.store.postgres.Login;

/// A disk that fills up until not a byte more can be written on it.
record FullDisk(Disk disk) implements Trouble {
    @Override
    public void begin() throws IOException {
        disk.fill();
    }

    @Override
    public void end() throws IOException {
        disk.free();
    }

    /// The same for the log of the database, which has room made in advance: it is used up first.
    record OfLog(FullDisk full, Supplier<Login> superuser) implements Trouble {
        private static final int SEGMENTS = 12;

        @Override
        public void begin() throws IOException {
            full.begin();
            try (Connection connection = superuser.get().connect();
                    Statement statement = connection.createStatement()) {
                for (int i = 0; i < SEGMENTS; i++) {
                    statement.execute("SELECT pg_logical_emit_message(false, 'full', 'x'), pg_switch_wal()");
                }
            } catch (SQLException ended) {
                // Then it is full.
            }
        }

        @Override
        public void end() throws IOException {
            full.end();
        }
    }
}
