package org.unifiedhotline.masterrecords.resolution;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.database.Rows;

/** The table {@code edge}: every weighed pair at or above the possible threshold. */
final class EdgeTable {
    private final HubDatabase hub;

    EdgeTable(HubDatabase hub) {
        this.hub = hub;
    }

    /** A weighed pair, the smaller number first. */
    record StoredEdge(long recordA, long recordB, double bits) {
        static StoredEdge of(long one, long other, double bits) {
            return new StoredEdge(Math.min(one, other), Math.max(one, other), bits);
        }
    }

    /** These records and all that links and "same person" assertions connect them to, step by step. */
    Set<Long> reach(Collection<Long> from, double linkBits) {
        return new TreeSet<>(hub.sql()
                .sql("""
                        WITH RECURSIVE reach (id) AS (
                          SELECT unnest(:from::bigint[])
                          UNION
                          SELECT next.id
                            FROM reach,
                                 LATERAL (SELECT record_b AS id FROM edge
                                           WHERE record_a = reach.id AND bits >= :link
                                          UNION ALL
                                          SELECT record_a FROM edge
                                           WHERE record_b = reach.id AND bits >= :link
                                          UNION ALL
                                          SELECT record_b FROM assertion
                                           WHERE record_a = reach.id AND withdrawn_at IS NULL
                                             AND verdict = 'SAME_PERSON'
                                          UNION ALL
                                          SELECT record_a FROM assertion
                                           WHERE record_b = reach.id AND withdrawn_at IS NULL
                                             AND verdict = 'SAME_PERSON') AS next)
                        SELECT id FROM reach
                        """)
                .param("from", from.toArray(Long[]::new))
                .param("link", linkBits)
                .query(Long.class)
                .list());
    }

    /** The links among these records. */
    List<StoredEdge> links(Collection<Long> among, double linkBits) {
        Long[] ids = among.toArray(Long[]::new);
        return hub.sql()
                .sql("""
                        SELECT record_a, record_b, bits FROM edge
                         WHERE record_a = ANY (:ids) AND record_b = ANY (:ids) AND bits >= :link
                        """)
                .param("ids", ids)
                .param("link", linkBits)
                .query((row, number) ->
                        new StoredEdge(row.getLong("record_a"), row.getLong("record_b"), row.getDouble("bits")))
                .list();
    }

    /** The links of these records to any others. */
    List<StoredEdge> linksOf(Collection<Long> records, double linkBits) {
        return hub.sql()
                .sql("""
                        SELECT record_a, record_b, bits FROM edge WHERE record_a = ANY (:ids) AND bits >= :link
                        UNION ALL
                        SELECT record_a, record_b, bits FROM edge
                         WHERE record_b = ANY (:ids) AND bits >= :link AND record_a <> ALL (:ids)
                        """)
                .param("ids", records.toArray(Long[]::new))
                .param("link", linkBits)
                .query((row, number) ->
                        new StoredEdge(row.getLong("record_a"), row.getLong("record_b"), row.getDouble("bits")))
                .list();
    }

    /** Takes all edges of these records away. */
    void removeOf(Collection<Long> recordIds) {
        if (!recordIds.isEmpty()) {
            hub.sql().sql("""
                            DELETE FROM edge
                             WHERE (record_a, record_b) IN
                                   (SELECT record_a, record_b FROM edge WHERE record_a = ANY (:ids)
                                    UNION
                                    SELECT record_a, record_b FROM edge WHERE record_b = ANY (:ids))
                            """).param("ids", recordIds.toArray(Long[]::new)).update();
        }
    }

    void add(Collection<StoredEdge> edges) {
        if (!edges.isEmpty()) {
            hub.sql()
                    .sql("""
                            INSERT INTO edge (record_a, record_b, bits)
                            SELECT record_a, record_b, bits::float8
                              FROM unnest(?::bigint[], ?::bigint[], ?::text[]) AS given (record_a, record_b, bits)
                            ON CONFLICT (record_a, record_b) DO UPDATE SET bits = excluded.bits
                            """)
                    .params(Rows.of(edges)
                            .longs(StoredEdge::recordA)
                            .longs(StoredEdge::recordB)
                            .texts(StoredEdge::bits)
                            .parameters())
                    .update();
        }
    }
}
