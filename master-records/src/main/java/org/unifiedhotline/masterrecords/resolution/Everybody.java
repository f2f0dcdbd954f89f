package org.unifiedhotline.masterrecords.resolution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.matching.bulk.EncodedTable;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.RecordEncoder;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.record.MatchRecord;

/**
 * Everybody of the hub, taken apart for one model.
 *
 * @param table the records, by the order of their keys
 * @param fingerprints of what the engine was told, by number
 */
record Everybody(EncodedTable table, Map<Long, Long> fingerprints) {

    private record Read(EncodedRecord record, long fingerprint) {}

    /** Reads everybody; within a transaction. */
    static Everybody read(HubDatabase hub, MatchModel model) {
        return read(hub, model, () -> {});
    }

    /**
     * Reads everybody; within a transaction.
     *
     * @param one is told of each that was read, by several threads
     */
    static Everybody read(HubDatabase hub, MatchModel model, Runnable one) {
        RecordEncoder encoder = RecordEncoder.sharing(model);
        // So that kinds are numbered the same whichever thread comes first.
        List.of(MatchRecords.CALLER, MatchRecords.SUBJECT)
                .forEach(kind -> encoder.encode(MatchRecord.of(0, "kind", kind, Map.of())));
        List<Read> all = new PersonLoader(hub).readAll(record -> {
            one.run();
            return new Read(
                    encoder.encode(record), Fingerprint.of(record, hub.keys().hashes()));
        });
        Map<Long, Long> fingerprints = HashMap.newHashMap(all.size());
        all.forEach(read -> fingerprints.put(read.record().id(), read.fingerprint()));
        return new Everybody(
                new EncodedTable(encoder, all.stream().map(Read::record).toList()), fingerprints);
    }

    /** How many there are. */
    int size() {
        return table.size();
    }

    /** The key of each, by number. */
    Map<Long, String> keys() {
        Map<Long, String> keys = HashMap.newHashMap(size());
        table.records().forEach(record -> keys.put(record.id(), record.key()));
        return keys;
    }
}
