package org.unifiedhotline.masterrecords.rights;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.Place;
import org.unifiedhotline.masterrecords.keys.ReasonsOfWork;
import org.unifiedhotline.masterrecords.keys.SealedTexts;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * What people typed or were shown about somebody, beside what the legacy systems hold: reasons and notes, frozen evidence, searches kept,
 * people opened lately, what was revealed, correction notes, reasons of exports. Decisions themselves stay: who, when, which records.
 */
final class TypedTraces {
    private static final String ABOUT = """
            WITH RECURSIVE ever AS (
              SELECT unnest(:ids::bigint[]) AS record_id%s),
            speaking AS (
              SELECT decision_id FROM decision
               WHERE same_pairs && ARRAY(SELECT record_id FROM ever) OR different_pairs && ARRAY(SELECT record_id FROM ever)
                  OR about && ARRAY(SELECT record_id FROM ever) OR pin_record IN (SELECT record_id FROM ever)
              UNION
              SELECT decision.decision_id FROM decision JOIN speaking ON undoes = speaking.decision_id),
            asked AS (
              SELECT task_id FROM review_task
               WHERE record_a IN (SELECT record_id FROM ever) OR record_b IN (SELECT record_id FROM ever))
            """;

    /** Everybody who ever was one person with these records: what was decided and shown then was about them too. */
    private static final String EVER = ABOUT.formatted(
            " UNION SELECT DISTINCT unnest(members) FROM master_record_history WHERE members && :ids::bigint[]");

    private static final String NOW = ABOUT.formatted("");

    private static final String REASONS = EVER + """
            SELECT decision_id FROM speaking JOIN decision USING (decision_id)
             WHERE kind <> 'ERASE' AND decision_id <> ALL (:decisions::bigint[])
            """;

    private static final String EVIDENCE =
            "SELECT task_id FROM review_evidence JOIN asked USING (task_id) WHERE task_id <> ALL (:tasks::bigint[])";

    private static final String SHOWN = EVER + EVIDENCE;
    private static final String SHOWN_NOW = NOW + EVIDENCE;
    private static final String FORGET_SHOWN = "DELETE FROM review_evidence WHERE task_id IN (%s) RETURNING shown";

    private static final String NOTES = EVER + """
            SELECT note_id FROM review_note JOIN asked USING (task_id) WHERE task_id <> ALL (:tasks::bigint[])
            """;

    private static final String CORRECTIONS = " WHERE records && :ids::bigint[] AND NOT records && :held::bigint[]";

    private static final Traces NOBODY = Traces.of(form -> false);

    private final HubDatabase hub;
    private final SealedTexts texts;
    private final ReasonsOfWork reasonsOfWork;

    TypedTraces(HubDatabase hub) {
        this.hub = hub;
        this.reasonsOfWork = new ReasonsOfWork(hub);
        this.texts = new SealedTexts(hub);
    }

    /** What speaks of somebody of whom something is kept, and so stays. */
    private record Kept(List<Long> records, List<Long> decisions, List<Long> tasks) {}

    private Kept kept(Collection<Long> held) {
        Long[] records = held.toArray(Long[]::new);
        return held.isEmpty()
                ? new Kept(List.of(), List.of(), List.of())
                : new Kept(
                        List.of(records),
                        ids(NOW + "SELECT decision_id FROM speaking", records),
                        ids(NOW + "SELECT task_id FROM asked", records));
    }

    /** Everybody else who ever was one person with these records. */
    Set<Long> formerFellows(Collection<Long> records) {
        Set<Long> ever = new LinkedHashSet<>(ids(EVER + "SELECT record_id FROM ever", records.toArray(Long[]::new)));
        ever.removeAll(new HashSet<>(records));
        return ever;
    }

    /**
     * How many of each there are that {@link #erase} takes away.
     *
     * @param held former fellows of whom something is kept
     */
    Map<String, Long> count(Collection<Long> records, Collection<Long> held, Traces traces) {
        Long[] ids = records.toArray(Long[]::new);
        Kept kept = kept(held);
        return Map.of(
                "decisionReasons", number("SELECT count(*) FROM (" + REASONS + ")", ids, kept),
                "evidenceShown", number("SELECT count(*) FROM (" + SHOWN + ")", ids, kept),
                "taskNotes", number("SELECT count(*) FROM (" + NOTES + ")", ids, kept),
                "correctionNotes", number("SELECT count(*) FROM correction_note" + CORRECTIONS, ids, kept),
                "savedSearches", (long) savedSearches(traces).size());
    }

    private long number(String sql, Long[] ids, Kept kept) {
        return of(sql, ids, kept).query(Long.class).single();
    }

    private JdbcClient.StatementSpec of(String sql, Long[] ids, Kept kept) {
        return hub.sql()
                .sql(sql)
                .param("ids", ids)
                .param("held", kept.records().toArray(Long[]::new))
                .param("decisions", kept.decisions().toArray(Long[]::new))
                .param("tasks", kept.tasks().toArray(Long[]::new));
    }

    /** How much there is that is about others too, or may be: for who is told all that is about them alone. */
    Map<String, Long> besides(Collection<Long> records, Traces traces) {
        Long[] ids = records.toArray(Long[]::new);
        return Map.of(
                "decisionsOfFormerFellows",
                more("SELECT count(*) FROM speaking", ids),
                "questionsOfFormerFellows",
                more("SELECT count(*) FROM asked", ids),
                "savedSearches",
                (long) savedSearches(traces).size(),
                "reasonsOfWork",
                reasonsOfWork.count(traces::isIn) + purposes(traces).size());
    }

    private long more(String what, Long[] ids) {
        return number(EVER + what, ids) - number(NOW + what, ids);
    }

    private long number(String sql, Long[] ids) {
        return hub.sql().sql(sql).param("ids", ids).query(Long.class).single();
    }

    /**
     * Takes it all away, also in backups: keys of their own are destroyed, and those of these records with them.
     *
     * @param held former fellows of whom something is kept: what speaks of them too stays, readable though those keys go
     */
    void erase(Collection<Long> records, Collection<Long> held, Collection<MasterId> masters, Traces traces) {
        Long[] ids = records.toArray(Long[]::new);
        Kept kept = kept(held);
        if (!held.isEmpty()) {
            keep(NOW, held.toArray(Long[]::new));
        }
        of(REASONS, ids, kept).query(Long.class).list().forEach(id -> empty("decision", "reason", "decision_id", id));
        forget(of(FORGET_SHOWN.formatted(SHOWN), ids, kept));
        of(NOTES, ids, kept).query(Long.class).list().forEach(id -> empty("review_note", "words", "note_id", id));
        forget(of("DELETE FROM correction_note" + CORRECTIONS + " RETURNING words", ids, kept));
        forget(hub.sql()
                .sql(
                        "WITH gone AS (DELETE FROM saved_search WHERE saved_search_id = ANY (:ids::bigint[]) RETURNING name, parameters)"
                                + " SELECT name FROM gone UNION ALL SELECT parameters FROM gone")
                .param("ids", savedSearches(traces).toArray(Long[]::new)));
        ofMasters("DELETE FROM recent_person WHERE master_id = ANY (?::uuid[])", masters);
        ofMasters("DELETE FROM reveal WHERE master_id = ANY (?::uuid[])", masters);
        reasons(traces);
        reasonsOfWork.empty(traces::isIn);
    }

    /**
     * Takes away what was shown in asking about these records themselves.
     *
     * @param held others of whom something is kept: what was shown of them too stays
     */
    void forgetShown(Collection<Long> erased, Collection<Long> held) {
        forget(of(FORGET_SHOWN.formatted(SHOWN_NOW), erased.toArray(Long[]::new), kept(held)));
    }

    private List<Long> ids(String sql, Long[] records) {
        return hub.sql().sql(sql).param("ids", records).query(Long.class).list();
    }

    /** Nothing stands there any more, sealed like what stood there. */
    private void empty(String table, String column, String key, long id) {
        byte[] before = stored(table, column, key, id);
        put(table, column, key, id, "");
        texts.forget(List.of(before));
    }

    private void put(String table, String column, String key, long id, String text) {
        hub.sql()
                .sql("UPDATE " + table + " SET " + column + " = ? WHERE " + key + " = ?")
                .params(texts.seal(Place.of(table + "." + column, id), text), id)
                .update();
    }

    private byte[] stored(String table, String column, String key, long id) {
        return hub.sql()
                .sql("SELECT " + column + " FROM " + table + " WHERE " + key + " = ?")
                .param(id)
                .query((row, number) -> row.getBytes(column))
                .single();
    }

    /**
     * Searches by the person's name, telephone or number, and those named after them; and what was forgotten, and came back with a
     * backup.
     */
    private List<Long> savedSearches(Traces traces) {
        List<Long> found = new ArrayList<>();
        hub.sql()
                .sql("SELECT saved_search_id, name, parameters FROM saved_search")
                .query(row -> {
                    long id = row.getLong("saved_search_id");
                    Optional<String> name = texts.open(Place.of("saved_search.name", id), row.getBytes("name"));
                    Optional<String> parameters =
                            texts.open(Place.of("saved_search.parameters", id), row.getBytes("parameters"));
                    if (name.map(traces::isIn).orElse(true)
                            || parameters.map(traces::isIn).orElse(true)) {
                        found.add(id);
                    }
                });
        return found;
    }

    /** A legal basis stays, unless it names the person, sealed by a key of its own: those of the records go. */
    private void reasons(Traces traces) {
        ids("SELECT decision_id FROM decision WHERE kind = 'ERASE'", new Long[0])
                .forEach(id -> again("decision", "reason", "decision_id", id, traces));
    }

    /** What was decided, noted, shown and corrected of these records stays readable though their keys go. */
    void keep(Collection<Long> records) {
        keep(EVER, records.toArray(Long[]::new));
    }

    private void keep(String about, Long[] ids) {
        ids(about + "SELECT decision_id FROM speaking", ids)
                .forEach(id -> again("decision", "reason", "decision_id", id, NOBODY));
        ids(about + "SELECT note_id FROM review_note JOIN asked USING (task_id)", ids)
                .forEach(id -> again("review_note", "words", "note_id", id, NOBODY));
        ids("SELECT note_id FROM correction_note WHERE records && :ids::bigint[]", ids)
                .forEach(id -> again("correction_note", "words", "note_id", id, NOBODY));
        hub
                .sql()
                .sql(about + "SELECT task_id, task_version, shown FROM review_evidence JOIN asked USING (task_id)")
                .param("ids", ids)
                .query((row, number) ->
                        new Shown(row.getLong("task_id"), row.getLong("task_version"), row.getBytes("shown")))
                .list()
                .stream()
                .filter(shown -> !SealedTexts.isOfItself(shown.sealed()))
                .forEach(shown -> texts.open(shown.place(), shown.sealed())
                        .ifPresent(text -> hub.sql()
                                .sql("UPDATE review_evidence SET shown = ? WHERE task_id = ? AND task_version = ?")
                                .params(texts.seal(shown.place(), text), shown.task(), shown.version())
                                .update()));
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Shown(long task, long version, byte[] sealed) {
        Place place() {
            return Place.of("review_evidence.shown", task, version);
        }
    }

    /** Seals a text that can be read by a key of its own, if it is not; empty if it tells of somebody. */
    private void again(String table, String column, String key, long id, Traces traces) {
        byte[] before = stored(table, column, key, id);
        texts.open(Place.of(table + "." + column, id), before).ifPresent(text -> {
            if (traces.isIn(text)) {
                empty(table, column, key, id);
            } else if (!SealedTexts.isOfItself(before)) {
                put(table, column, key, id, text);
            }
        });
    }

    /** Takes away reasons of exports that tell of the person, once their files are given up: whoever writes one waits for neither. */
    void forgetPurposes(Traces traces) {
        Map<UUID, byte[]> purposes = purposes(traces);
        purposes.keySet()
                .forEach(id -> hub.sql()
                        .sql("UPDATE export_job SET purpose = ? WHERE export_id = ?")
                        .params(texts.seal(purposeOf(id), ""), id)
                        .update());
        texts.forget(purposes.values());
    }

    /** Reasons of exports that tell of the person. */
    private Map<UUID, byte[]> purposes(Traces traces) {
        Map<UUID, byte[]> purposes = new HashMap<>();
        hub.sql().sql("SELECT export_id, purpose FROM export_job").query(row -> {
            UUID id = row.getObject("export_id", UUID.class);
            byte[] purpose = row.getBytes("purpose");
            if (traces.isIn(texts.text(purposeOf(id), purpose))) {
                purposes.put(id, purpose);
            }
        });
        return purposes;
    }

    private static Place purposeOf(UUID id) {
        return Place.of("export_job.purpose", id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    /** Deletes, and forgets what this gives back. */
    private void forget(JdbcClient.StatementSpec deleting) {
        texts.forget(deleting.query((row, number) -> row.getBytes(1)).list());
    }

    private void ofMasters(String sql, Collection<MasterId> masters) {
        hub.sql()
                .sql(sql)
                .param(masters.stream().map(MasterId::toString).toArray(String[]::new))
                .update();
    }
}
