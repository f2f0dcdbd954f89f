package org.unifiedhotline.masterrecords.rights;

import org.unifiedhotline.masterrecords.database.HubDatabase;

/** Files of exports that may tell of somebody who is not to be told of any more. */
public final class StandingExports {
    private StandingExports() {}

    /**
     * Gives all up that stand or are being written: whoever needs one asks again. The files go within half a minute. No other is begun
     * until the transaction ends.
     */
    public static void giveUp(HubDatabase hub) {
        hub.sql().sql("LOCK TABLE export_job IN SHARE ROW EXCLUSIVE MODE").update();
        hub.sql().sql("""
                        UPDATE export_job SET state = CASE state WHEN 'READY' THEN 'EXPIRED' ELSE 'CANCELLED' END,
                               ended_at = coalesce(ended_at, clock_timestamp())
                         WHERE state IN ('WAITING', 'RUNNING', 'READY')
                        """).update();
    }
}
