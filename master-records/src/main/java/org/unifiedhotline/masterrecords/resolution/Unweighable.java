package org.unifiedhotline.masterrecords.resolution;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.MatchRecord;

/** Finds the records that the engine fails at: takes each apart by itself, makes its keys and compares it with itself. */
final class Unweighable {
    private static final Commonness ALL_RARE = value -> 1;

    private Unweighable() {}

    /** What happened, by the number of the record; empty if none fails by itself. */
    static Map<Long, RuntimeException> among(MatchEngine engine, Collection<MatchRecord> records) {
        Map<Long, RuntimeException> failures = new TreeMap<>();
        for (MatchRecord record : records) {
            try {
                EncodedRecord encoded = engine.encode(record);
                engine.blockingKeys(encoded).forEach(key -> {});
                engine.countedValues(encoded).forEach(value -> {});
                engine.compare(encoded, encoded, ALL_RARE);
            } catch (RuntimeException e) {
                failures.put(record.id(), e);
            }
        }
        return failures;
    }
}
