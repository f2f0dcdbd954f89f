package org.unifiedhotline.masterrecords.resolution;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.database.Rows;
import org.unifiedhotline.masterrecords.keys.KeyedHashes;
import org.unifiedhotline.matching.record.MatchRecord;

/** The table {@code match_state}: what stands of each record in the tables of keys and counted values; like these it holds keyed hashes. */
final class MatchStateTable {
    private final HubDatabase hub;

    MatchStateTable(HubDatabase hub) {
        this.hub = hub;
    }

    /**
     * What the engine was last told of a record, and what was made of it.
     *
     * @param keys the blocking keys stored
     * @param counted the counted values stored
     */
    record MatchState(long recordId, long fingerprint, List<Long> keys, List<CountedHolder> counted) {}

    /** A value whose commonness is counted, and the name of one who holds it. */
    record CountedHolder(long valueHash, long nameHash) {}

    Map<Long, MatchState> find(Collection<Long> recordIds) {
        Map<Long, MatchState> states = new HashMap<>();
        hub.sql()
                .sql("SELECT record_id, fingerprint, keys, counted FROM match_state WHERE record_id = ANY (?)")
                .param(recordIds.toArray(Long[]::new))
                .query((row, number) -> read(row, hub.keys().hashes()))
                .list()
                .forEach(state -> states.put(state.recordId(), state));
        return states;
    }

    /** What tells whether the engine is told something else of a record. */
    long fingerprintOf(MatchRecord record) {
        return Fingerprint.of(record, hub.keys().hashes());
    }

    /** What the engine was last told of these records; those that are not there were never resolved. */
    Map<Long, Long> fingerprints(Collection<Long> recordIds) {
        Map<Long, Long> fingerprints = HashMap.newHashMap(recordIds.size());
        hub.sql()
                .sql("SELECT record_id, fingerprint FROM match_state WHERE record_id = ANY (?)")
                .param(recordIds.toArray(Long[]::new))
                .query(row -> {
                    fingerprints.put(row.getLong("record_id"), row.getLong("fingerprint"));
                });
        return fingerprints;
    }

    /** The next records by number after one. */
    List<Long> after(long recordId, int most) {
        return hub.sql()
                .sql("SELECT record_id FROM match_state WHERE record_id > ? ORDER BY record_id LIMIT ?")
                .params(recordId, most)
                .query(Long.class)
                .list();
    }

    void write(Collection<MatchState> states) {
        if (!states.isEmpty()) {
            hub.sql()
                    .sql("""
                            INSERT INTO match_state (record_id, fingerprint, keys, counted)
                            SELECT record_id, fingerprint, keys::bigint[], counted::bigint[]
                              FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[])
                                AS given (record_id, fingerprint, keys, counted)
                            ON CONFLICT (record_id) DO UPDATE
                               SET fingerprint = excluded.fingerprint, keys = excluded.keys,
                                   counted = excluded.counted
                            """)
                    .params(Rows.of(states)
                            .longs(MatchState::recordId)
                            .longs(MatchState::fingerprint)
                            .texts(state -> arrayText(state.keys(), hub.keys().hashes()))
                            .texts(state ->
                                    arrayText(flat(state.counted()), hub.keys().hashes()))
                            .parameters())
                    .update();
        }
    }

    /** These records will not pass for unchanged when their turn comes. */
    void distrust(Collection<Long> recordIds) {
        if (!recordIds.isEmpty()) {
            hub.sql()
                    .sql("UPDATE match_state SET fingerprint = 0 WHERE record_id = ANY (?)")
                    .param(recordIds.toArray(Long[]::new))
                    .update();
        }
    }

    void delete(Collection<Long> recordIds) {
        if (!recordIds.isEmpty()) {
            hub.sql()
                    .sql("DELETE FROM match_state WHERE record_id = ANY (?)")
                    .param(recordIds.toArray(Long[]::new))
                    .update();
        }
    }

    /** An array of keyed hashes of these as PostgreSQL reads it. */
    static String arrayText(Collection<Long> values, KeyedHashes hashes) {
        return values.stream()
                .map(value -> String.valueOf(hashes.of(value.longValue())))
                .collect(Collectors.joining(",", "{", "}"));
    }

    static List<Long> flat(Collection<CountedHolder> counted) {
        List<Long> flat = new ArrayList<>(counted.size() * 2);
        counted.forEach(holder -> {
            flat.add(holder.valueHash());
            flat.add(holder.nameHash());
        });
        return flat;
    }

    static MatchState read(ResultSet row, KeyedHashes hashes) throws SQLException {
        List<Long> flat = longs(row.getArray("counted"), hashes);
        List<CountedHolder> counted = new ArrayList<>(flat.size() / 2);
        for (int at = 0; at < flat.size(); at += 2) {
            counted.add(new CountedHolder(flat.get(at), flat.get(at + 1)));
        }
        return new MatchState(
                row.getLong("record_id"), row.getLong("fingerprint"), longs(row.getArray("keys"), hashes), counted);
    }

    private static List<Long> longs(Array array, KeyedHashes hashes) throws SQLException {
        return Arrays.stream((Long[]) array.getArray())
                .map(keyed -> hashes.back(keyed.longValue()))
                .toList();
    }
}
