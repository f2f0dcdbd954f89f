package org.unifiedhotline.masterrecords.resolution;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.queue.ResolutionQueue;
import org.unifiedhotline.masterrecords.resolution.MatchStateTable.MatchState;

/**
 * The schema {@code candidate}, which has the tables of evidence once more by the same names. The statements that read and
 * write them are the same for both: within {@link #within} the names mean those of the candidate.
 */
final class CandidateTables {
    private static final List<String> TABLES = List.of("match_state", "blocking_key", "counted_value", "edge");
    /** Readers that take longer are waited for another time, for meanwhile nobody else can read. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final HubDatabase hub;
    private final MatchStateTable states;

    CandidateTables(HubDatabase hub) {
        this.hub = hub;
        this.states = new MatchStateTable(hub);
    }

    /** Does something to the candidate's tables, within a transaction. */
    void within(Runnable work) {
        String path = setting("search_path");
        set("search_path", "candidate, " + path);
        work.run();
        set("search_path", path);
    }

    private String setting(String name) {
        return hub.sql()
                .sql("SELECT current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    private void set(String name, String value) {
        hub.sql()
                .sql("SELECT set_config(?, ?, true)")
                .params(name, value)
                .query(String.class)
                .single();
    }

    /** Empties all of them. */
    void clear() {
        hub.template()
                .execute("TRUNCATE candidate.match_state, candidate.blocking_key, candidate.counted_value,"
                        + " candidate.edge, candidate.resolution_queue");
    }

    /** Fresh statistics: plans made for empty tables would be ruinous. */
    void analyze() {
        hub.template()
                .execute("ANALYZE candidate.match_state, candidate.blocking_key, candidate.counted_value,"
                        + " candidate.edge");
    }

    /**
     * The records of which the two sets of tables were told something else, and those whose edges are to be weighed again
     * because a key or value became common or rare.
     */
    List<Long> lagging() {
        return hub.sql().sql("""
                        SELECT record_id FROM match_state present FULL JOIN candidate.match_state made USING (record_id)
                         WHERE present.fingerprint IS DISTINCT FROM made.fingerprint
                         UNION
                        SELECT record_id FROM candidate.resolution_queue
                         ORDER BY record_id
                        """).query(Long.class).list();
    }

    /** Which of these the tables in force know. */
    Set<Long> resolvedAmong(Collection<Long> recordIds) {
        return states.find(recordIds).keySet();
    }

    /**
     * These records will not pass for unchanged when their turn comes: each is resolved again. One that is no more live but
     * still linked must be known, or its turn would find nothing to take away.
     */
    void distrust(Collection<Long> recordIds, Collection<Long> resolved) {
        states.distrust(recordIds);
        Set<Long> known = states.find(resolved).keySet();
        states.write(resolved.stream()
                .filter(id -> !known.contains(id))
                .map(id -> new MatchState(id, 0, List.of(), List.of()))
                .toList());
    }

    /** The candidate's tables become those in force, and the former ones empty. */
    void changePlaces() {
        String home = hub.sql()
                .sql("SELECT quote_ident(current_schema())")
                .query(String.class)
                .single();
        set("lock_timeout", LONGEST_WAIT.toMillis() + "ms");
        for (String table : TABLES) {
            hub.template().execute("ALTER TABLE " + home + "." + table + " SET SCHEMA parting");
            hub.template().execute("ALTER TABLE candidate." + table + " SET SCHEMA " + home);
            hub.template().execute("ALTER TABLE parting." + table + " SET SCHEMA candidate");
        }
        set("lock_timeout", "0");
        clear();
    }

    /**
     * These records are resolved again once the candidate is in force, and what waited to be weighed again by it is; whatever
     * waited for the former evidence need not.
     */
    void queueAgain(Collection<Long> recordIds) {
        hub.sql()
                .sql("DELETE FROM resolution_queue WHERE (task = 'REDO') = true")
                .update();
        hub.sql().sql("""
                        INSERT INTO resolution_queue (record_id, task)
                        SELECT record_id, task FROM candidate.resolution_queue ORDER BY queue_id
                        """).update();
        new ResolutionQueue(hub).add(recordIds, ResolutionQueue.Task.RESOLVE);
    }
}
