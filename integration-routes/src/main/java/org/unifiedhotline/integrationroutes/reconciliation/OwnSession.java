package org.unifiedhotline.integrationroutes.reconciliation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.unifiedhotline.integrationroutes.capture.FailureReason;
import org.unifiedhotline.integrationroutes.capture.HubAddress;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/** A session of its own in the hub, in which one comparison at a time works, of however many instances. */
final class OwnSession implements AutoCloseable {
    /** A number of our own among the database's advisory locks; capture has the one before it. */
    private static final int LOCK = 0x48554255;

    private static final Logger LOG = LoggerFactory.getLogger(OwnSession.class);

    private final Connection connection;
    private final boolean alone;

    private OwnSession(Connection connection, boolean alone) {
        this.connection = connection;
        this.alone = alone;
    }

    /** Begins a session, which is the one that compares if no other is. */
    static OwnSession connect(HubAddress address) throws SQLException {
        Properties login = new Properties();
        login.put("user", address.username());
        login.put("password", address.password());
        login.put("ApplicationName", "unified-hotline reconciliation");
        login.put("options", "-c idle_session_timeout=0");
        Connection connection = DriverManager.getConnection(address.jdbcUrl(), login);
        try {
            return new OwnSession(connection, tryLock(connection));
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Whether no other comparison is under way; until this is closed, or the session ends, it is this one. */
    boolean isAlone() {
        return alone;
    }

    /** The hub by way of this session. */
    HubDatabase over(HubDatabase hub) {
        return hub.over(new SingleConnectionDataSource(connection, true));
    }

    /** Lets the next one compare. At once: the server may go on holding what a session held for a while after it was left. */
    @Override
    public void close() throws SQLException {
        if (alone) {
            try (var statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
            } catch (SQLException over) {
                LOG.debug("the session is over, and its lock with it: {}", FailureReason.of(over));
            }
        }
        connection.close();
    }
}
