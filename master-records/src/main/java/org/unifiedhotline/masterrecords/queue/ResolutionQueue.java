package org.unifiedhotline.masterrecords.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/**
 * The records to be looked at. A record may stand in it more than once; whoever takes entries deletes exactly those that
 * it read before it read the records, so that nothing written meanwhile is missed.
 */
public final class ResolutionQueue {
    private final HubDatabase hub;

    public ResolutionQueue(HubDatabase hub) {
        this.hub = hub;
    }

    /** What is to be done with a record. */
    public enum Task {
        /** It, or what is said of it elsewhere, changed. */
        RESOLVE,
        /** A key or value of it became common or rare. */
        REDO,
        /** Something that its person's file shows changed; who it is did not. */
        RENEW
    }

    /** One entry. */
    public record Entry(long queueId, long recordId, Task task) {}

    public void add(Collection<Long> recordIds, Task task) {
        if (!recordIds.isEmpty()) {
            hub.sql()
                    .sql("INSERT INTO resolution_queue (record_id, task) SELECT unnest(?::bigint[]), ?")
                    .params(recordIds.toArray(Long[]::new), task.name())
                    .update();
        }
    }

    /** Queues whom cases name together with these people, and who called about theirs: what is known of one is evidence of the other. */
    public void addPeopleOfSameCases(Collection<Long> recordIds) {
        if (!recordIds.isEmpty()) {
            hub.sql().sql("""
                            INSERT INTO resolution_queue (record_id, task)
                            SELECT reporter_id, 'RESOLVE' FROM case_file
                             WHERE subject_id = ANY (:ids) AND reporter_id IS NOT NULL
                            UNION
                            SELECT subject_id, 'RESOLVE' FROM case_file WHERE reporter_id = ANY (:ids)
                            UNION
                            SELECT caller_id, 'RESOLVE'
                              FROM contact JOIN case_file ON contact.case_id = case_file.record_id
                             WHERE subject_id = ANY (:ids) AND caller_id IS NOT NULL
                            """).param("ids", recordIds.toArray(Long[]::new)).update();
        }
    }

    /** Queues everybody who has been weighed, once, to be weighed again. */
    public void redoEverybody() {
        hub.sql().sql("DELETE FROM resolution_queue WHERE (task = 'REDO')").update();
        hub.sql().sql("""
                        INSERT INTO resolution_queue (record_id, task)
                        SELECT record_id, 'REDO' FROM match_state ORDER BY record_id
                        """).update();
    }

    /**
     * The oldest entries. What changed goes before what is only to be weighed again, of which one goes along for every ten
     * changes, and a small portion where nothing changed: however much of it waits, a change waits no longer.
     *
     * @param changes at most so many of what changed
     * @param redos at most so many of what is to be weighed again where nothing changed
     */
    public List<Entry> next(int changes, int redos) {
        return hub.sql()
                .sql("""
                        WITH changed AS MATERIALIZED (
                          SELECT queue_id, record_id, task FROM resolution_queue
                           WHERE (task = 'REDO') = false ORDER BY queue_id LIMIT ?)
                        SELECT * FROM changed
                        UNION ALL
                        (SELECT queue_id, record_id, task FROM resolution_queue
                          WHERE (task = 'REDO') = true ORDER BY queue_id
                          LIMIT (SELECT CASE count(*) WHEN 0 THEN ? ELSE count(*) / 10 END FROM changed))
                        """)
                .params(changes, redos)
                .query((row, number) -> entry(row))
                .list();
    }

    /** All entries. */
    public List<Entry> all() {
        return hub.sql()
                .sql("SELECT queue_id, record_id, task FROM resolution_queue")
                .query((row, number) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(row.getLong("queue_id"), row.getLong("record_id"), Task.valueOf(row.getString("task")));
    }

    /** Whether more changes than this wait. */
    public boolean hasMoreChangesThan(long most) {
        return hub.sql().sql("""
                        SELECT count(*) > ? FROM (SELECT 1 FROM resolution_queue
                                                   WHERE (task = 'REDO') = false LIMIT ?) AS held
                        """).params(most, most + 1).query(Boolean.class).single();
    }

    /** Whether anybody waits to be weighed again. */
    public boolean hasRedos() {
        return hub.sql()
                .sql("SELECT EXISTS (SELECT 1 FROM resolution_queue WHERE (task = 'REDO') = true)")
                .query(Boolean.class)
                .single();
    }

    /** These entries are worked off. */
    public void done(Collection<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        hub.sql()
                .sql("DELETE FROM resolution_queue WHERE queue_id = ANY (?)")
                .param(entries.stream().map(Entry::queueId).toArray(Long[]::new))
                .update();
    }

    /** Nothing is to be done with these records any more. */
    public void doneWith(Collection<Long> recordIds) {
        hub.sql()
                .sql("DELETE FROM resolution_queue WHERE record_id = ANY (?)")
                .param(recordIds.toArray(Long[]::new))
                .update();
    }
}
