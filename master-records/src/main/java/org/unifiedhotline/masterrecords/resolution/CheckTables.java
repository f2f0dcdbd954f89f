package org.unifiedhotline.masterrecords.resolution;

import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.KeyedHashes;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.MatchStateTable.MatchState;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** Reads whole tables, row by row, for {@link ResolutionCheck}. */
final class CheckTables {
    private static final int FETCH = 10_000;

    private final HubDatabase hub;

    CheckTables(HubDatabase hub) {
        this.hub = hub;
    }

    private KeyedHashes hashes() {
        return hub.keys().hashes();
    }

    private void everyRow(String sql, RowCallbackHandler handler) {
        hub.template()
                .query(
                        connection -> {
                            PreparedStatement statement = connection.prepareStatement(sql);
                            statement.setFetchSize(FETCH);
                            return statement;
                        },
                        handler);
    }

    /** While this transaction runs, no other model's evidence takes the place of what is read. */
    void keepInPlace() {
        hub.template().execute("LOCK TABLE match_state, blocking_key, counted_value, edge IN ACCESS SHARE MODE");
    }

    Map<Long, MatchState> states() {
        Map<Long, MatchState> states = new HashMap<>();
        everyRow("SELECT record_id, fingerprint, keys, counted FROM match_state", row -> {
            MatchState state = MatchStateTable.read(row, hashes());
            states.put(state.recordId(), state);
        });
        return states;
    }

    /** The blocking keys by record. */
    Map<Long, Set<Long>> keys() {
        Map<Long, Set<Long>> keys = new HashMap<>();
        everyRow(
                "SELECT record_id, hash FROM blocking_key",
                row -> keys.computeIfAbsent(row.getLong("record_id"), unseen -> new HashSet<>())
                        .add(hashes().back(row.getLong("hash"))));
        return keys;
    }

    /** Values and names together, by record, as {@link MatchStateTable#flat} has them. */
    Map<Long, Set<Long>> countedValues() {
        Map<Long, Set<Long>> values = new HashMap<>();
        everyRow(
                "SELECT record_id, value_hash, name_hash FROM counted_value",
                row -> values.computeIfAbsent(row.getLong("record_id"), unseen -> new HashSet<>())
                        .addAll(List.of(
                                hashes().back(row.getLong("value_hash")), hashes().back(row.getLong("name_hash")))));
        return values;
    }

    Map<RecordPair, Double> edges() {
        Map<RecordPair, Double> edges = new HashMap<>();
        everyRow(
                "SELECT record_a, record_b, bits FROM edge",
                row -> edges.put(
                        new RecordPair(row.getLong("record_a"), row.getLong("record_b")), row.getDouble("bits")));
        return edges;
    }

    /** Whom each record belongs to by the latest entry of the history of each master record that stands. */
    Map<Long, MasterId> lastMembers() {
        Map<Long, MasterId> members = new HashMap<>();
        everyRow("""
                SELECT master.master_id, unnest(history.members) AS record_id
                  FROM master_record master
                  JOIN master_record_history history
                    ON history.master_id = master.master_id AND history.version = master.version
                 WHERE master.state = 'STANDING'
                """, row -> members.put(row.getLong("record_id"), Columns.masterId(row, "master_id")));
        return members;
    }

    List<MasterId> mastersWithoutLinks(Collection<MasterId> linked) {
        return hub.sql()
                .sql("""
                        SELECT master_id FROM master_record
                         WHERE state = 'STANDING' AND NOT master_id = ANY (?::text[]::uuid[]) ORDER BY master_id
                        """)
                .param(texts(linked))
                .query((row, number) -> Columns.masterId(row, "master_id"))
                .list();
    }

    /** Those of these ids that are no standing master record. */
    List<MasterId> notStanding(Collection<MasterId> linked) {
        return hub.sql()
                .sql("""
                        SELECT given.master_id
                          FROM unnest(?::text[]::uuid[]) AS given (master_id)
                          LEFT JOIN master_record master ON master.master_id = given.master_id
                         WHERE master.state IS DISTINCT FROM 'STANDING' ORDER BY given.master_id
                        """)
                .param(texts(linked))
                .query((row, number) -> Columns.masterId(row, "master_id"))
                .list();
    }

    private static String[] texts(Collection<MasterId> ids) {
        return ids.stream().map(MasterId::toString).toArray(String[]::new);
    }
}
