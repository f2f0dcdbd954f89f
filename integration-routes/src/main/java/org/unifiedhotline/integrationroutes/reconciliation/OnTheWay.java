package org.unifiedhotline.integrationroutes.reconciliation;

import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.unifiedhotline.integrationroutes.capture.SourceReader;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.ingest.CaptureStates;

/**
 * Waits until what is on its way at the call has come through, so that it is not taken for a difference. A source whose capture
 * did not come to the end of the log in time is not waited for again.
 */
final class OnTheWay {
    private static final long PAUSE_MILLIS = 100;

    private final HubDatabase hub;
    private final CaptureStates states;
    private final Duration patience;
    private final Tally tally;
    private final Set<SourceSystem> behind = EnumSet.noneOf(SourceSystem.class);

    OnTheWay(HubDatabase hub, Duration patience, Tally tally) {
        this.hub = hub;
        this.states = new CaptureStates(hub);
        this.patience = patience;
        this.tally = tally;
    }

    /** Until capture has passed where the source's log ends now. */
    void captured(SourceReader source) throws SQLException, InterruptedException {
        SourceSystem system = source.system();
        if (behind.contains(system)) {
            return;
        }
        SourcePosition head = source.head(states.of(system).life());
        boolean passed = comes(() -> {
            SourcePosition position = states.of(system).position();
            return position != null && position.compareTo(head) >= 0;
        });
        if (!passed) {
            behind.add(system);
            tally.note("capture of the " + system.code() + " did not come to the end of its log within "
                    + patience.toSeconds() + " s (" + states.of(system).state()
                    + "): what it has not taken in yet counts as different");
        }
    }

    /** Until all records that wait now have been resolved. */
    void resolved() throws InterruptedException {
        if (!drained("resolution_queue", "queue_id", " AND (task = 'REDO') = false")) {
            tally.note("records wait to be resolved: is the service running?");
        }
    }

    /** Until all documents that wait now have been published. */
    void published() throws InterruptedException {
        if (!drained("outbox", "outbox_id", "")) {
            tally.note("documents wait to be published: is the service running?");
        }
    }

    private boolean drained(String table, String number, String which) throws InterruptedException {
        long last = hub.sql()
                .sql("SELECT coalesce(max(" + number + "), 0) FROM " + table)
                .query(Long.class)
                .single();
        String standing = "SELECT NOT EXISTS (SELECT 1 FROM " + table + " WHERE " + number + " <= ?" + which + ")";
        return comes(
                () -> hub.sql().sql(standing).param(last).query(Boolean.class).single());
    }

    private boolean comes(BooleanSupplier what) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!what.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return true;
    }
}
