package org.equipoise.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/// Gives connections to one database as one user.
@FunctionalInterface
public interface Connector {
    Connection connect() throws SQLException;
}
