package org.unifiedhotline.masterrecords.pipeline;

import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.ingest.CaptureState;
import org.unifiedhotline.masterrecords.ingest.CaptureStates;

/**
 * Whether all that was committed at the sources up to given positions has come all the way: captured, resolved, weighed
 * again where it had to be, and published. What comes later does not count, so the answer is true under steady traffic too.
 */
public final class CaughtUp {
    private static final long PAUSE_MILLIS = 20;

    private final HubDatabase hub;
    private final CaptureStates captureStates;

    public CaughtUp(HubDatabase hub, CaptureStates captureStates) {
        this.hub = hub;
        this.captureStates = captureStates;
    }

    /**
     * Answers as soon as it is so, or when patience ends.
     *
     * @param ends where the logs of all source systems ended when the question was asked; if one is missing, the answer is
     *     no
     * @param patience how long to wait at most, once the first load is done; without one nothing is waited for
     */
    public boolean upTo(Map<SourceSystem, SourcePosition> ends, Duration patience) {
        if (ends.size() < SourceSystem.values().length || !isLoaded()) {
            return false;
        }
        long latest = System.nanoTime() + patience.toNanos();
        return comes(() -> passed(ends), latest)
                && drained("resolution_queue", "queue_id", "", latest)
                && drained("resolution_queue", "queue_id", " AND (task = 'REDO') = true", latest) // what those brought
                && drained("recluster_queue", "record_id", "", latest)
                && drained("outbox", "outbox_id", "", latest);
    }

    private boolean isLoaded() {
        return captureStates.all().stream().allMatch(CaptureState::firstLoadComplete)
                && hub.sql()
                        .sql("SELECT phase = 'INCREMENTAL' FROM resolution_state")
                        .query(Boolean.class)
                        .single();
    }

    private boolean passed(Map<SourceSystem, SourcePosition> ends) {
        return captureStates.all().stream().allMatch(state -> {
            SourcePosition end = ends.get(state.system());
            SourcePosition position = state.position();
            return end != null && position != null && position.compareTo(end) >= 0;
        });
    }

    /** Whether all that stands in a queue now leaves it in time. */
    private boolean drained(String table, String number, String which, long latest) {
        long last = hub.sql()
                .sql("SELECT coalesce(max(" + number + "), 0) FROM " + table)
                .query(Long.class)
                .single();
        String standing = "SELECT NOT EXISTS (SELECT 1 FROM " + table + " WHERE " + number + " <= ?" + which + ")";
        return comes(
                () -> hub.sql().sql(standing).param(last).query(Boolean.class).single(), latest);
    }

    private static boolean comes(BooleanSupplier what, long latest) {
        while (!what.getAsBoolean()) {
            if (System.nanoTime() > latest) {
                return false;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
