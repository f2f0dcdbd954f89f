package org.unifiedhotline.masterrecords.resolution;

import java.util.TreeMap;
import org.unifiedhotline.masterrecords.keys.KeyedHashes;
import org.unifiedhotline.matching.record.MatchRecord;

/** Tells whether what the engine is told of a record changed. */
final class Fingerprint {
    private Fingerprint() {}

    /** A keyed hash: it is stored. */
    static long of(MatchRecord record, KeyedHashes hashes) {
        StringBuilder text = new StringBuilder(256).append(record.kind());
        new TreeMap<>(record.values())
                .forEach((attribute, values) ->
                        text.append('\u0001').append(attribute).append('\u0002').append(String.join("\u0003", values)));
        record.relations().stream()
                .map(relation -> relation.otherKey() + "\u0004" + relation.kind())
                .sorted()
                .forEach(relation -> text.append('\u0005').append(relation));
        return hashes.of(text.toString());
    }
}
