package org.unifiedhotline.integrationroutes.reconciliation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.unifiedhotline.integrationroutes.capture.HubAddress;

/** A session of its own in the hub, in which one comparison at a time works, of however many instances. */
final class OwnSession {
    /** A number of our own among the database's advisory locks; capture has the one before it. */
    private static final int LOCK = 0x48554255;

    private OwnSession() {}

    static Connection connect(HubAddress address) throws SQLException {
        Properties login = new Properties();
        login.put("user", address.username());
        login.put("password", address.password());
        login.put("ApplicationName", "unified-hotline reconciliation");
        login.put("options", "-c idle_session_timeout=0");
        return DriverManager.getConnection(address.jdbcUrl(), login);
    }

    /** Whether no other comparison is under way; from then on until the session ends it is this one. */
    static boolean isAlone(Connection session) throws SQLException {
        try (var statement = session.createStatement();
                var row = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
