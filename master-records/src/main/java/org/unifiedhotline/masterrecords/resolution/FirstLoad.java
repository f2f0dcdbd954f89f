package org.unifiedhotline.masterrecords.resolution;

import java.time.Duration;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/** When the first load is whole: every snapshot is read, or one is and the other source has been away for too long. */
final class FirstLoad {
    private final HubDatabase hub;
    private final Duration wait;

    FirstLoad(HubDatabase hub, Duration wait) {
        this.hub = hub;
        this.wait = wait;
    }

    /** Whether to wait no longer; a source that is being read and heard of is always waited for. */
    boolean isReady() {
        return hub.sql().sql("""
                        SELECT bool_or(first_loaded_at IS NOT NULL)
                           AND bool_and(first_loaded_at IS NOT NULL
                                        OR greatest(heard_at, (SELECT max(first_loaded_at) FROM capture_state))
                                           < clock_timestamp() - ? * interval '1 millisecond')
                          FROM capture_state
                        """).param(wait.toMillis()).query(Boolean.class).single();
    }
}
