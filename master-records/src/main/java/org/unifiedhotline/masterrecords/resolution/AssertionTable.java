package org.unifiedhotline.masterrecords.resolution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.matching.record.Assertion.Verdict;

/**
 * The read side of the table {@code assertion}: what stewards said and did not take back. Of several on one pair the
 * latest counts, so that who splits what another merged is heeded, and the other again when that is taken back.
 */
final class AssertionTable {
    private final HubDatabase hub;

    AssertionTable(HubDatabase hub) {
        this.hub = hub;
    }

    /** What was said of two records. */
    record Said(long recordA, long recordB, Verdict verdict) {}

    List<Said> among(Collection<Long> recordIds) {
        return hub.sql()
                .sql("""
                        SELECT DISTINCT ON (record_a, record_b) record_a, record_b, verdict FROM assertion
                         WHERE withdrawn_at IS NULL AND record_a = ANY (:ids) AND record_b = ANY (:ids)
                         ORDER BY record_a, record_b, assertion_id DESC
                        """)
                .param("ids", recordIds.toArray(Long[]::new))
                .query((row, number) -> read(row))
                .list();
    }

    /** What was said once. */
    record Word(long assertionId, Said said) {}

    /** All that was said of these records and any others, and not taken back, the earliest first. */
    List<Word> about(Collection<Long> recordIds) {
        return hub.sql()
                .sql("""
                        SELECT assertion_id, record_a, record_b, verdict FROM assertion
                         WHERE withdrawn_at IS NULL AND record_a = ANY (:ids)
                        UNION ALL
                        SELECT assertion_id, record_a, record_b, verdict FROM assertion
                         WHERE withdrawn_at IS NULL AND record_b = ANY (:ids) AND record_a <> ALL (:ids)
                         ORDER BY assertion_id
                        """)
                .param("ids", recordIds.toArray(Long[]::new))
                .query((row, number) -> new Word(row.getLong("assertion_id"), read(row)))
                .list();
    }

    /** What counts of these words about two of these records. */
    static List<Said> among(List<Word> words, Set<Long> records) {
        Map<List<Long>, Said> latest = new LinkedHashMap<>();
        words.stream()
                .map(Word::said)
                .filter(said -> records.contains(said.recordA()) && records.contains(said.recordB()))
                .forEach(said -> latest.put(List.of(said.recordA(), said.recordB()), said));
        return List.copyOf(latest.values());
    }

    /** Those of whom it was said that they are one person with one of these. */
    List<Long> saidSameAs(Collection<Long> recordIds) {
        return hub.sql()
                .sql("""
                        SELECT record_b FROM assertion
                         WHERE record_a = ANY (:ids) AND withdrawn_at IS NULL AND verdict = 'SAME_PERSON'
                        UNION ALL
                        SELECT record_a FROM assertion
                         WHERE record_b = ANY (:ids) AND withdrawn_at IS NULL AND verdict = 'SAME_PERSON'
                        """)
                .param("ids", recordIds.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    List<Said> all() {
        return hub.sql().sql("""
                        SELECT DISTINCT ON (record_a, record_b) record_a, record_b, verdict FROM assertion
                         WHERE withdrawn_at IS NULL
                         ORDER BY record_a, record_b, assertion_id DESC
                        """).query((row, number) -> read(row)).list();
    }

    private static Said read(ResultSet row) throws SQLException {
        return new Said(row.getLong("record_a"), row.getLong("record_b"), Verdict.valueOf(row.getString("verdict")));
    }
}
