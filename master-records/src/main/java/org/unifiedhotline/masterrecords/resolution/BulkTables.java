package org.unifiedhotline.masterrecords.resolution;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.unifiedhotline.masterrecords.database.CopyIn;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.KeyedHashes;
import org.unifiedhotline.masterrecords.resolution.EdgeTable.StoredEdge;
import org.unifiedhotline.masterrecords.resolution.MatchStateTable.CountedHolder;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.bulk.BulkOutcome;
import org.unifiedhotline.matching.bulk.Edges;
import org.unifiedhotline.matching.comparison.EncodedRecord;

/** Writes the keys, counted values and edges of everybody anew, by {@code COPY}. */
final class BulkTables {
    private final HubDatabase hub;
    private final CopyIn copyIn;

    BulkTables(HubDatabase hub) {
        this.hub = hub;
        this.copyIn = new CopyIn(hub);
    }

    void write(MatchEngine engine, BulkOutcome outcome, Map<Long, Long> fingerprints) {
        hub.template().execute("TRUNCATE match_state, blocking_key, counted_value, edge");
        List<EncodedRecord> encoded = outcome.records();
        long[][] keys = storedKeys(engine, encoded);
        List<List<CountedHolder>> counted = encoded.parallelStream()
                .map(record -> CountedUpdate.held(engine, record))
                .toList();
        writeStates(encoded, keys, counted, fingerprints);
        writeKeys(encoded, keys);
        copyIn.copy(
                "COPY counted_value (value_hash, name_hash, record_id) FROM STDIN",
                IntStream.range(0, encoded.size())
                        .boxed()
                        .flatMap(at -> counted.get(at).stream()
                                .map(value -> hashes().of(value.valueHash()) + "\t"
                                        + hashes().of(value.nameHash()) + "\t"
                                        + encoded.get(at).id())));
        writeEdges(outcome);
    }

    private KeyedHashes hashes() {
        return hub.keys().hashes();
    }

    /** Fresh statistics: plans made for empty tables would be ruinous now. */
    void analyze() {
        hub.template()
                .execute("ANALYZE match_state, blocking_key, counted_value, edge, link, master_record, outbox,"
                        + " source_record, contact, case_file, referral, return_record");
    }

    /** The index is made after the rows: sorting once is quicker than finding each its place. */
    private void writeKeys(List<EncodedRecord> encoded, long[][] keys) {
        hub.template().execute("ALTER TABLE blocking_key DROP CONSTRAINT blocking_key_pkey");
        copyIn.copy(
                "COPY blocking_key (hash, record_id) FROM STDIN",
                IntStream.range(0, encoded.size())
                        .boxed()
                        .flatMap(at -> Arrays.stream(keys[at])
                                .mapToObj(key -> hashes().of(key) + "\t"
                                        + encoded.get(at).id())));
        hub.template().execute("ALTER TABLE blocking_key ADD PRIMARY KEY (hash, record_id)");
    }

    private void writeStates(
            List<EncodedRecord> encoded,
            long[][] keys,
            List<List<CountedHolder>> counted,
            Map<Long, Long> fingerprints) {
        Stream<String> rows = IntStream.range(0, encoded.size()).mapToObj(at -> {
            long id = encoded.get(at).id();
            return id + "\t" + Objects.requireNonNull(fingerprints.get(id)) + "\t"
                    + MatchStateTable.arrayText(Arrays.stream(keys[at]).boxed().toList(), hashes())
                    + "\t" + MatchStateTable.arrayText(MatchStateTable.flat(counted.get(at)), hashes());
        });
        copyIn.copy("COPY match_state (record_id, fingerprint, keys, counted) FROM STDIN", rows);
    }

    private void writeEdges(BulkOutcome outcome) {
        Edges edges = outcome.edges();
        copyIn.copy(
                "COPY edge (record_a, record_b, bits) FROM STDIN",
                IntStream.range(0, edges.size()).mapToObj(at -> {
                    StoredEdge edge = StoredEdge.of(
                            outcome.records().get(edges.a(at)).id(),
                            outcome.records().get(edges.b(at)).id(),
                            edges.bits(at));
                    return edge.recordA() + "\t" + edge.recordB() + "\t" + edge.bits();
                }));
    }

    /**
     * As {@link KeyUpdate} does it record by record: a key that refines another only where that other is common. Keys are
     * made again for each level that is needed, for all levels of everybody would not fit in memory.
     */
    static long[][] storedKeys(MatchEngine engine, List<EncodedRecord> records) {
        BulkKeys maker = new BulkKeys(engine.keyMaker());
        long[][] ofLevel = maker.first(records);
        long[][] stored = ofLevel.clone();
        Set<Long> common = commonOf(engine, ofLevel);
        for (int level = 1; !common.isEmpty(); level++) {
            ofLevel = maker.refined(records, ofLevel, level, common);
            for (int at = 0; at < stored.length; at++) {
                stored[at] = concatenated(stored[at], ofLevel[at]);
            }
            common = commonOf(engine, ofLevel);
        }
        return stored;
    }

    private static Set<Long> commonOf(MatchEngine engine, long[][] keys) {
        long[] sorted = Arrays.stream(keys).flatMapToLong(Arrays::stream).toArray();
        Arrays.parallelSort(sorted);
        Set<Long> refined = new HashSet<>();
        int from = 0;
        for (int at = 1; at <= sorted.length; at++) {
            if (at == sorted.length || sorted[at] != sorted[from]) {
                if (KeyUpdate.isRefined(engine, at - from)) {
                    refined.add(sorted[from]);
                }
                from = at;
            }
        }
        return refined;
    }

    private static long[] concatenated(long[] some, long[] more) {
        if (more.length == 0) {
            return some;
        }
        long[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
