package org.unifiedhotline.masterrecords.resolution;

import java.util.Collection;
import java.util.List;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/** The table {@code recluster_queue}: whose clusters are still to be made again by a model that has come into force. */
final class ReclusterQueue {
    private final HubDatabase hub;

    ReclusterQueue(HubDatabase hub) {
        this.hub = hub;
    }

    /** Everybody who has been weighed. */
    void addEverybody() {
        hub.sql()
                .sql("INSERT INTO recluster_queue SELECT record_id FROM match_state ON CONFLICT DO NOTHING")
                .update();
    }

    List<Long> next(int most) {
        return hub.sql()
                .sql("SELECT record_id FROM recluster_queue ORDER BY record_id LIMIT ?")
                .param(most)
                .query(Long.class)
                .list();
    }

    /** These records' clusters are as the model in force says; how many of them waited for it. */
    int done(Collection<Long> recordIds) {
        return hub.sql()
                .sql("DELETE FROM recluster_queue WHERE record_id = ANY (?)")
                .param(recordIds.toArray(Long[]::new))
                .update();
    }

    long size() {
        return hub.sql()
                .sql("SELECT count(*) FROM recluster_queue")
                .query(Long.class)
                .single();
    }

    /** Everybody was clustered at once. */
    void clear() {
        hub.sql().sql("DELETE FROM recluster_queue").update();
    }
}
