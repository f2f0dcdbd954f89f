package org.unifiedhotline.masterrecords.events;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterChange.Kind;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.rights.Consent;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/**
 * What happened to master records, in the order in which it was committed. The numbers of changes are handed out while the
 * resolver's lock is held, which is let go of after the commit: whoever sees a number sees all smaller ones.
 */
public final class EventFeed {
    private final HubDatabase hub;
    private final @Nullable Outward outward;

    /** As told inside the office, where each reader's scope, clearance and role decide who is told what. */
    public EventFeed(HubDatabase hub) {
        this.hub = hub;
        this.outward = null;
    }

    /** As told to whoever is outside: as far as consent and restrictions let it. */
    EventFeed(HubDatabase hub, Consent consent) {
        this.hub = hub;
        this.outward = new Outward(hub, consent);
    }

    /**
     * A stretch of the feed.
     *
     * @param events those of its changes that the receiver is told of, in their order
     * @param changes how many changes it spans; 0 at the end of the feed
     * @param last the position of the last of these changes
     */
    public record Page(List<MasterEvent> events, int changes, long last) {
        public Page {
            events = List.copyOf(events);
        }
    }

    /** The position of the last change; 0 before the first. */
    public long end() {
        return hub.sql()
                .sql("SELECT coalesce(max(change_id), 0) FROM master_record_history")
                .query(Long.class)
                .single();
    }

    /**
     * The changes after a position, as one receiver may know them.
     *
     * @param limit how many changes it may span
     */
    public Page after(long position, Knowledge knowledge, int limit) {
        return hub.read(() -> read(position, knowledge, limit));
    }

    private Page read(long position, Knowledge knowledge, int limit) {
        List<Row> rows = rows(position, limit);
        if (rows.isEmpty()) {
            return new Page(List.of(), 0, position);
        }
        Map<Long, SourceRecordKey> keys = keys(rows);
        Map<Move, Set<Long>> moves = knowledge.isWhole() ? Map.of() : moves(rows);
        List<MasterEvent> events = rows.stream()
                .flatMap(row -> row.withKeys(keys, moves).as(knowledge).stream())
                .toList();
        return new Page(
                outward == null ? events : outward.of(events, knowledge),
                rows.size(),
                rows.getLast().position());
    }

    private List<Row> rows(long position, int limit) {
        return hub.sql()
                .sql("""
                        SELECT changed.*, coalesce(former.members, '{}') AS members_before
                          FROM master_record_history changed
                          LEFT JOIN master_record_history former
                            ON former.master_id = changed.master_id AND former.version = changed.version - 1
                         WHERE changed.change_id > ?
                         ORDER BY changed.change_id LIMIT ?
                        """)
                .params(position, limit)
                .query((row, number) -> new Row(
                        row.getLong("change_id"),
                        Columns.masterId(row, "master_id"),
                        row.getLong("version"),
                        Columns.instant(row, "changed_at"),
                        Kind.valueOf(row.getString("change")),
                        Columns.masterIdOrNull(row, "other_master_id"),
                        row.getObject("decision_id", Long.class),
                        List.of((Long[]) row.getArray("members_before").getArray()),
                        List.of((Long[]) row.getArray("members").getArray())))
                .list();
    }

    private Map<Long, SourceRecordKey> keys(List<Row> rows) {
        Map<Long, SourceRecordKey> keys = new HashMap<>();
        hub.sql()
                .sql("SELECT record_id, source_system, source_table, local_id FROM source_record"
                        + " WHERE record_id = ANY (?)")
                .param(records(rows))
                .query(row -> {
                    keys.put(row.getLong("record_id"), Columns.key(row));
                });
        return keys;
    }

    private static Long[] records(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> Stream.of(row.before(), row.after()))
                .flatMap(List::stream)
                .distinct()
                .toArray(Long[]::new);
    }

    /** Records that went from one master record to another at a time. */
    private record Move(MasterId from, MasterId to, Instant at) {}

    private Map<Move, Set<Long>> moves(List<Row> rows) {
        Map<Move, Set<Long>> moves = new HashMap<>();
        hub.sql()
                .sql("""
                        SELECT record_id, former_id, master_id, changed_at FROM crosswalk_change
                         WHERE record_id = ANY (?) AND changed_at = ANY (?::text[]::timestamptz[])
                           AND former_id IS NOT NULL AND master_id IS NOT NULL
                        """)
                .param(records(rows))
                .param(rows.stream()
                        .map(row -> row.changedAt().toString())
                        .distinct()
                        .toArray(String[]::new))
                .query(row -> {
                    Move move = new Move(
                            Columns.masterId(row, "former_id"),
                            Columns.masterId(row, "master_id"),
                            Columns.instant(row, "changed_at"));
                    moves.computeIfAbsent(move, unseen -> new HashSet<>()).add(row.getLong("record_id"));
                });
        return moves;
    }

    /** A row of the history, its records by number. */
    private record Row(
            long position,
            MasterId masterId,
            long version,
            Instant changedAt,
            Kind change,
            @Nullable MasterId other,
            @Nullable Long decisionId,
            List<Long> before,
            List<Long> after) {

        RecordedChange withKeys(Map<Long, SourceRecordKey> keys, Map<Move, Set<Long>> moves) {
            Function<Collection<Long>, Set<SourceRecordKey>> named = records ->
                    records.stream().map(keys::get).filter(Objects::nonNull).collect(Collectors.toSet());
            return new RecordedChange(
                    position,
                    masterId,
                    version,
                    changedAt,
                    change,
                    other,
                    decisionId,
                    named.apply(before),
                    named.apply(after),
                    named.apply(moves.getOrDefault(move(), Set.of())));
        }

        private Move move() {
            MasterId elsewhere = other == null ? masterId : other;
            return change == Kind.MERGED_AWAY
                    ? new Move(masterId, elsewhere, changedAt)
                    : new Move(elsewhere, masterId, changedAt);
        }
    }
}
