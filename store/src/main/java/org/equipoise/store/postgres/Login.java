package org.equipoise.store.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A database by its URL, and whom to be there.
public record Login(String url, String user, String password) implements Connector {
    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /// Without the password.
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
