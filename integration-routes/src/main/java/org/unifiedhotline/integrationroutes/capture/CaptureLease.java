package org.unifiedhotline.integrationroutes.capture;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * The right to capture a source, which one instance of the service has at a time: an advisory lock of a session of its own in
 * the hub. PostgreSQL gives it back when that session ends, however it ends: a killed instance gives way at once, one whose
 * machine has gone within some ten seconds, when its session no longer answers.
 */
final class CaptureLease implements AutoCloseable {
    /** A number of our own among the database's advisory locks; master-records has the two before it. */
    private static final int LOCKS = 0x48554254;

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final long BETWEEN_CHECKS = Duration.ofSeconds(1).toNanos();

    private final Connection session;
    private long checkedAt = System.nanoTime();

    private CaptureLease(Connection session) {
        this.session = session;
    }

    /**
     * Returns when this instance has the right, as soon as no other has it.
     *
     * @param waiting called if another has it
     * @throws SQLException if the hub is away
     */
    static CaptureLease take(HubAddress hub, SourceSystem system, Runnable waiting)
            throws SQLException, InterruptedException {
        Connection session = connect(hub, system);
        try {
            if (!tryLock(session, system)) {
                waiting.run();
                do {
                    Thread.sleep(BETWEEN_TRIES);
                } while (!tryLock(session, system));
            }
            return new CaptureLease(session);
        } catch (SQLException | InterruptedException | RuntimeException e) {
            Connections.closeQuietly(session);
            throw e;
        }
    }

    private static Connection connect(HubAddress hub, SourceSystem system) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", hub.username());
        properties.put("password", hub.password());
        properties.put("ApplicationName", "unified-hotline capture of " + system.code());
        properties.put("connectTimeout", "5");
        properties.put("socketTimeout", "5");
        properties.put(
                "options",
                "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3"
                        + " -c idle_session_timeout=0");
        return DriverManager.getConnection(hub.jdbcUrl(), properties);
    }

    private static boolean tryLock(Connection session, SourceSystem system) throws SQLException {
        try (PreparedStatement lock = session.prepareStatement("SELECT pg_try_advisory_lock(?, hashtext(?))")) {
            lock.setInt(1, LOCKS);
            lock.setString(2, system.code());
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Whether the session still stands, and with it the lock: the hub is asked. */
    boolean isHeld() {
        checkedAt = System.nanoTime();
        try (Statement statement = session.createStatement()) {
            statement.execute("SELECT 1");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Asks the hub, if it was not asked within the last second.
     *
     * @throws CaptureException if another instance may have the right by now
     */
    void check() {
        if (System.nanoTime() - checkedAt >= BETWEEN_CHECKS) {
            require();
        }
    }

    /** As {@link #check}, asking in any case: before what must not be done by two. */
    void require() {
        if (!isHeld()) {
            throw new CaptureException("the lease in the hub was lost");
        }
    }

    @Override
    public void close() {
        Connections.closeQuietly(session);
    }
}
