package org.equipoise.store.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// A database by its URL, and whom to be there.
public record Login(String url, String user, String password) implements Connector {
    /// A server that takes the connection and says nothing is as good as away.
    private static final String SECONDS_TO_CONNECT = "10";

    @Override
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("loginTimeout", SECONDS_TO_CONNECT);
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(url, properties);
    }

    /// Without the password.
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
