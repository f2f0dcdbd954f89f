package org.unifiedhotline.masterrecords.resolution;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.database.Rows;
import org.unifiedhotline.masterrecords.records.MasterChange.Kind;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** The tables {@code master_record}, {@code master_record_history} and, on the write side, {@code outbox}. */
final class MasterRecordTable {
    private final HubDatabase hub;

    MasterRecordTable(HubDatabase hub) {
        this.hub = hub;
    }

    /** A master record that stands. */
    record Standing(MasterId id, long version, Instant createdAt) {}

    /**
     * A change of a master record.
     *
     * @param version the one that the change makes
     * @param other the master record that it was split off from, merged into or restored from
     * @param members of whom it is made since
     */
    record Change(
            MasterId id, long version, Kind kind, @Nullable MasterId other, List<Long> members) {
        String state() {
            return switch (kind) {
                case CREATED, SPLIT_OFF, MEMBERS_CHANGED, VALUES_CHANGED, RESTORED -> "STANDING";
                case MERGED_AWAY -> "MERGED";
                case GONE -> "GONE";
            };
        }

        @Nullable
        MasterId mergedInto() {
            return kind == Kind.MERGED_AWAY ? other : null;
        }

        String outboxKind() {
            return state().equals("STANDING") ? "CHANGED" : "REMOVED";
        }
    }

    Map<MasterId, Standing> find(Collection<MasterId> ids) {
        Map<MasterId, Standing> found = new HashMap<>();
        hub.sql()
                .sql(
                        "SELECT master_id, version, created_at FROM master_record WHERE master_id = ANY (?::text[]::uuid[])")
                .param(texts(ids))
                .query(row -> {
                    MasterId id = Columns.masterId(row, "master_id");
                    found.put(id, new Standing(id, row.getLong("version"), Columns.instant(row, "created_at")));
                });
        return found;
    }

    /**
     * A master record that was merged away.
     *
     * @param into the one that it redirects to, which may redirect further
     * @param root the one that stands at the end
     * @param members of whom it was last made
     */
    record Departed(Standing was, MasterId into, MasterId root, List<Long> members) {
        MasterId id() {
            return was.id();
        }
    }

    /** Those that redirect, by however many steps, to one of these; the more steps the later in the list. */
    List<Departed> departedInto(Collection<MasterId> ids) {
        return hub.sql()
                .sql("""
                        WITH RECURSIVE departed AS (
                          SELECT master_id, version, created_at, merged_into, merged_into AS root, 1 AS steps
                            FROM master_record
                           WHERE merged_into = ANY (?::text[]::uuid[])
                          UNION ALL
                          SELECT next.master_id, next.version, next.created_at, next.merged_into, root, steps + 1
                            FROM departed JOIN master_record next ON next.merged_into = departed.master_id)
                        SELECT departed.*, last.members
                          FROM departed,
                               LATERAL (SELECT members FROM master_record_history history
                                         WHERE history.master_id = departed.master_id AND cardinality(members) > 0
                                         ORDER BY version DESC LIMIT 1) AS last
                         ORDER BY steps, master_id
                        """)
                .param(texts(ids))
                .query((row, number) -> {
                    MasterId id = Columns.masterId(row, "master_id");
                    return new Departed(
                            new Standing(id, row.getLong("version"), Columns.instant(row, "created_at")),
                            Columns.masterId(row, "merged_into"),
                            Columns.masterId(row, "root"),
                            List.of((Long[]) row.getArray("members").getArray()));
                })
                .list();
    }

    /** Writes master records, their history and what is to be published of them. */
    void write(List<Change> changes, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        hub.sql()
                .sql("""
                        WITH given AS (
                          SELECT master_id::uuid, version, state, merged_into::uuid, change, other::uuid,
                                 members::bigint[], outbox_kind, ?::timestamptz AS now
                            FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                        ?::text[])
                              AS row (master_id, version, state, merged_into, change, other, members, outbox_kind)
                        ), told AS (
                          INSERT INTO master_record_history
                                 (master_id, version, changed_at, change, other_master_id, members)
                          SELECT master_id, version, now, change, other, members FROM given
                        ), published AS (
                          INSERT INTO outbox (master_id, version, kind)
                          SELECT master_id, version, outbox_kind FROM given ORDER BY master_id
                          ON CONFLICT (master_id) DO UPDATE SET version = excluded.version, kind = excluded.kind
                        )
                        INSERT INTO master_record (master_id, version, state, merged_into, created_at, changed_at)
                        SELECT master_id, version, state, merged_into, now, now FROM given
                        ON CONFLICT (master_id) DO UPDATE
                           SET version = excluded.version, state = excluded.state,
                               merged_into = excluded.merged_into, changed_at = excluded.changed_at
                        """)
                .param(Columns.parameter(now))
                .params(Rows.of(changes)
                        .texts(Change::id)
                        .longs(Change::version)
                        .texts(Change::state)
                        .texts(Change::mergedInto)
                        .texts(Change::kind)
                        .texts(Change::other)
                        .texts(change -> change.members().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(",", "{", "}")))
                        .texts(Change::outboxKind)
                        .parameters())
                .update();
    }

    /** These master records show something new of the same members. */
    void renew(Collection<MasterId> ids, Instant now) {
        renew(ids, 1, now);
    }

    /** As {@link #renew(Collection, Instant)}, in a version that is so much greater. */
    void renew(Collection<MasterId> ids, int greater, Instant now) {
        if (ids.isEmpty()) {
            return;
        }
        hub.sql()
                .sql("""
                        WITH renewed AS (
                          UPDATE master_record SET version = version + :greater, changed_at = :now
                           WHERE master_id = ANY (:ids::text[]::uuid[]) AND state = 'STANDING'
                          RETURNING master_id, version
                        ), told AS (
                          INSERT INTO master_record_history (master_id, version, changed_at, change, members)
                          SELECT master_id, version, :now, 'VALUES_CHANGED',
                                 (SELECT array_agg(record_id ORDER BY record_id) FROM link
                                   WHERE link.master_id = renewed.master_id)
                            FROM renewed
                        )
                        INSERT INTO outbox (master_id, version, kind)
                        SELECT master_id, version, 'CHANGED' FROM renewed ORDER BY master_id
                        ON CONFLICT (master_id) DO UPDATE SET version = excluded.version, kind = excluded.kind
                        """)
                .param("ids", texts(ids))
                .param("greater", greater)
                .param("now", Columns.parameter(now))
                .update();
    }

    private static String[] texts(Collection<MasterId> ids) {
        return ids.stream().map(MasterId::toString).toArray(String[]::new);
    }
}
