package org.unifiedhotline.masterrecords.quality;

import java.sql.Array;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.assignment.Sensitivity;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.Place;
import org.unifiedhotline.masterrecords.keys.SealedTexts;
import org.unifiedhotline.masterrecords.quality.ClericalSamples.Judged;
import org.unifiedhotline.masterrecords.quality.ClericalSamples.Verdict;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.RecordPair;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** The tables {@code clerical_sample} and {@code clerical_pair}. */
final class ClericalTable {
    private final HubDatabase hub;
    private final SealedTexts texts;

    ClericalTable(HubDatabase hub) {
        this.hub = hub;
        this.texts = new SealedTexts(hub);
    }

    /** What was judged of one stratum, which has {@code pairs} pairs of links, of which so many were drawn. */
    record Tally(long pairs, long drawn, long same, long different, long unsure, long open) {}

    record Drawn(
            int number,
            RecordPair pair,
            List<String> records,
            @Nullable MasterId masterId,
            String band,
            @Nullable Verdict verdict,
            @Nullable String judgedBy) {}

    private static Place reasonOf(long sample) {
        return Place.of("clerical_sample.reason", sample);
    }

    /** Why a sample was drawn. */
    String reason(long sample, byte[] sealed) {
        return texts.text(reasonOf(sample), sealed);
    }

    /**
     * Draws as many pairs from each band of weight above the threshold. A pair without an edge is held together by other records.
     */
    long draw(int size, long seed, String author, String reason, String model, double linkBits, Instant now) {
        long id = texts.next("clerical_sample", "sample_id");
        hub.sql()
                .sql("""
                        INSERT INTO clerical_sample (sample_id, author, reason, drawn_at, model, seed)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(id, author, texts.seal(reasonOf(id), reason), Columns.parameter(now), model, seed)
                .update();
        hub.sql()
                .sql("""
                        WITH linked AS (
                          SELECT one.record_id AS record_a, other.record_id AS record_b,
                                 coalesce(edge.bits, '-Infinity') - :link AS above
                            FROM link one
                            JOIN link other ON other.master_id = one.master_id AND one.record_id < other.record_id
                            LEFT JOIN edge ON edge.record_a = one.record_id AND edge.record_b = other.record_id
                           WHERE one.link_kind = 'AUTOMATIC' AND other.link_kind = 'AUTOMATIC'),
                        banded AS (
                          SELECT record_a, record_b,
                                 CASE WHEN above < 0 THEN 'below' WHEN above < 2 THEN 'up-to-2'
                                      WHEN above < 4 THEN 'up-to-4' WHEN above < 8 THEN 'up-to-8'
                                      WHEN above < 16 THEN 'up-to-16' ELSE 'above-16' END AS band
                            FROM linked),
                        lots AS (
                          SELECT record_a, record_b, band, count(*) OVER (PARTITION BY band) AS band_pairs,
                                 row_number() OVER (PARTITION BY band
                                   ORDER BY md5(record_a || ' ' || record_b || ' ' || :seed), record_a, record_b) AS lot
                            FROM banded)
                        INSERT INTO clerical_pair (sample_id, pair_no, record_a, record_b, band, band_pairs)
                        SELECT :id, row_number() OVER (ORDER BY md5(record_b || ' ' || record_a || ' ' || :seed)),
                               record_a, record_b, band, band_pairs
                          FROM (SELECT * FROM lots ORDER BY lot, band LIMIT :size) AS drawn
                        """)
                .param("link", linkBits)
                .param("seed", seed)
                .param("id", id)
                .param("size", size)
                .update();
        return id;
    }

    List<Tally> tallies(long sampleId) {
        return hub.sql()
                .sql("""
                        SELECT max(band_pairs) AS pairs, count(*) AS drawn,
                               count(*) FILTER (WHERE verdict = 'SAME') AS same,
                               count(*) FILTER (WHERE verdict = 'DIFFERENT') AS different,
                               count(*) FILTER (WHERE verdict = 'UNSURE') AS unsure,
                               count(*) FILTER (WHERE verdict IS NULL) AS open
                          FROM clerical_pair WHERE sample_id = ? GROUP BY band ORDER BY band
                        """)
                .param(sampleId)
                .query((row, number) -> new Tally(
                        row.getLong("pairs"),
                        row.getLong("drawn"),
                        row.getLong("same"),
                        row.getLong("different"),
                        row.getLong("unsure"),
                        row.getLong("open")))
                .list();
    }

    List<Drawn> pairs(long sampleId, boolean all, int most, Set<Sensitivity> clearance, boolean restricted) {
        return hub.sql()
                .sql("""
                        SELECT pair.*, (SELECT master_id FROM link WHERE record_id = record_a) AS master_id,
                               ARRAY(SELECT source_system || '/' || source_table || '/' || local_id FROM source_record
                                      WHERE record_id IN (record_a, record_b) AND live ORDER BY 1) AS records
                          FROM clerical_pair pair
                         WHERE sample_id = :id AND (:all OR verdict IS NULL)
                           AND NOT EXISTS (SELECT FROM record_sensitivity
                                            WHERE record_id IN (record_a, record_b) AND NOT sensitivity = ANY (:clearance))
                           AND (:restricted OR NOT EXISTS (SELECT FROM restricted_record WHERE record_id IN (record_a, record_b)))
                         ORDER BY pair_no LIMIT :most
                        """)
                .param("id", sampleId)
                .param("all", all)
                .param("clearance", clearance.stream().map(Enum::name).toArray(String[]::new))
                .param("restricted", restricted)
                .param("most", most)
                .query((row, number) -> {
                    Array records = row.getArray("records");
                    String verdict = row.getString("verdict");
                    return new Drawn(
                            row.getInt("pair_no"),
                            RecordPair.of(row.getLong("record_a"), row.getLong("record_b")),
                            List.of((String[]) records.getArray()),
                            Columns.masterIdOrNull(row, "master_id"),
                            row.getString("band"),
                            verdict == null ? null : Verdict.valueOf(verdict),
                            row.getString("judged_by"));
                })
                .list();
    }

    /** The records of a pair; empty if there is no such pair. */
    Optional<RecordPair> find(long sampleId, int number) {
        return hub.sql()
                .sql("SELECT record_a, record_b FROM clerical_pair WHERE sample_id = ? AND pair_no = ?")
                .params(sampleId, number)
                .query((row, at) -> RecordPair.of(row.getLong("record_a"), row.getLong("record_b")))
                .optional();
    }

    List<Long> records(long sampleId, Collection<Integer> pairs) {
        return hub.sql()
                .sql("SELECT DISTINCT unnest(ARRAY[record_a, record_b]) FROM clerical_pair"
                        + " WHERE sample_id = ? AND pair_no = ANY (?)")
                .params(sampleId, pairs.toArray(Integer[]::new))
                .query(Long.class)
                .list();
    }

    Judged judge(long sampleId, int number, Verdict verdict, String author, Instant now) {
        Optional<String> before = hub.sql()
                .sql("SELECT coalesce(judged_by, '') FROM clerical_pair WHERE sample_id = ? AND pair_no = ? FOR UPDATE")
                .params(sampleId, number)
                .query(String.class)
                .optional();
        if (before.isEmpty()) {
            return Judged.UNKNOWN;
        }
        if (!before.get().isEmpty() && !before.get().equals(author)) {
            return Judged.TAKEN;
        }
        hub.sql()
                .sql("""
                        UPDATE clerical_pair SET verdict = ?, judged_by = ?, judged_at = ?
                         WHERE sample_id = ? AND pair_no = ?
                        """)
                .params(verdict.name(), author, Columns.parameter(now), sampleId, number)
                .update();
        return Judged.NOTED;
    }
}
