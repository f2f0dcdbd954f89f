package org.unifiedhotline.demo.people.traffic;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.unifiedhotline.demo.people.systems.SourceSystem;

/**
 * Carries out one system's transactions at a pace until its thread is interrupted. A database that is away is waited for;
 * a transaction that the database refuses is given up, and keys are read anew, for somebody else may have written.
 */
final class Desk implements Runnable {

    private static final System.Logger LOG = System.getLogger(Desk.class.getName());
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toMillis(2);

    private final SourceSystem source;
    private final ConnectionSource connections;
    private final Planner planner;
    private final Pace pace;
    private final ChangeListener listener;
    private final AtomicLong committed;
    private long waitMillis = 100;

    Desk(
            SourceSystem source,
            ConnectionSource connections,
            Planner planner,
            Pace pace,
            ChangeListener listener,
            AtomicLong committed) {
        this.source = source;
        this.connections = connections;
        this.planner = planner;
        this.pace = pace;
        this.listener = listener;
        this.committed = committed;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                work();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Works on one connection until it is lost. */
    private void work() throws InterruptedException {
        try (Connection connection = connections.open()) {
            connection.setAutoCommit(false);
            LegacyDatabase database = new LegacyDatabase(connection);
            planner.readKeys(database);
            connection.commit();
            waitMillis = 100;
            while (!Thread.currentThread().isInterrupted()) {
                pace.after(transaction(connection, database));
            }
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "{0} is away ({1}); trying again", source.label(), e.getSQLState());
            TimeUnit.MILLISECONDS.sleep(waitMillis);
            waitMillis = Math.min(LONGEST_WAIT, waitMillis * 2);
        }
    }

    /** Carries out one transaction and says how many changes it was meant to make. */
    private int transaction(Connection connection, LegacyDatabase database) throws SQLException {
        try {
            List<Change> changes = planner.next(database);
            List<Change> met = new ArrayList<>();
            for (Change change : changes) {
                if (database.apply(change) > 0) {
                    met.add(change);
                }
            }
            connection.commit();
            planner.committed();
            report(met);
            return changes.size();
        } catch (SQLException e) {
            if (!refused(e)) {
                throw e;
            }
            LOG.log(Level.INFO, "{0} refused a transaction ({1}); reading keys anew", source.label(), e.getSQLState());
            connection.rollback();
            planner.readKeys(database);
            connection.commit();
            return 1;
        }
    }

    private void report(List<Change> changes) {
        Instant now = Instant.now();
        committed.addAndGet(changes.size());
        for (Change change : changes) {
            listener.committed(new CommittedChange(change.table(), change.key(), change.kind(), now));
        }
    }

    /** True for keys and foreign keys that others have taken or removed, and for deadlocks with others. */
    private static boolean refused(SQLException problem) {
        String state = problem.getSQLState();
        return state != null && (state.startsWith("23") || state.startsWith("40"));
    }
}
