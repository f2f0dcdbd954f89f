package org.unifiedhotline.masterrecords.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * A right that one instance of the service has at a time, for as long as it takes: an advisory lock of a session of its own, in
 * no transaction. PostgreSQL gives it back when that session ends, however it ends; of a machine that has gone within some ten
 * seconds.
 */
public final class HubLock implements AutoCloseable {
    private static final String STAY = """
            SET idle_session_timeout = 0;
            SET tcp_keepalives_idle = 5;
            SET tcp_keepalives_interval = 2;
            SET tcp_keepalives_count = 3""";
    private static final String AS_BEFORE = """
            RESET idle_session_timeout;
            RESET tcp_keepalives_idle;
            RESET tcp_keepalives_interval;
            RESET tcp_keepalives_count;
            SELECT pg_advisory_unlock_all()""";

    private final Connection session;

    private HubLock(Connection session) {
        this.session = session;
    }

    static Optional<HubLock> tryTake(DataSource hub, int number, String of) throws SQLException {
        Connection session = hub.getConnection();
        boolean taken = false;
        try {
            taken = tryLock(session, number, of);
            if (taken) {
                run(session, STAY);
            }
        } finally {
            if (!taken) {
                JdbcUtils.closeConnection(session);
            }
        }
        return taken ? Optional.of(new HubLock(session)) : Optional.empty();
    }

    private static boolean tryLock(Connection session, int number, String of) throws SQLException {
        try (PreparedStatement lock = session.prepareStatement("SELECT pg_try_advisory_lock(?, hashtext(?))")) {
            lock.setInt(1, number);
            lock.setString(2, of);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static void run(Connection session, String sql) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Whether the session still stands, and with it the lock: the hub is asked. Before what must not be done by two. */
    public boolean isHeld() {
        try {
            run(session, "SELECT 1");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            run(session, AS_BEFORE);
        } catch (SQLException e) {
            // the session has gone, and the lock with it
        } finally {
            JdbcUtils.closeConnection(session);
        }
    }
}
