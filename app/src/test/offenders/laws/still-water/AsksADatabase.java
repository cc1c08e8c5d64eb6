package org.equipoise.models;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

final class AsksADatabase {
    Connection elsewhere() throws SQLException {
        return DriverManager.getConnection("jdbc:nowhere:");
    }
}
