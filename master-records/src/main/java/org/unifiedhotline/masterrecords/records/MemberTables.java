package org.unifiedhotline.masterrecords.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.WrappedKey;
import org.unifiedhotline.masterrecords.records.SurvivorshipRules.Attribute;
import org.unifiedhotline.masterrecords.sourcerecords.CanonicalJson;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.PersonTables;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;
import org.unifiedhotline.masterrecords.sourcerecords.SourceKeys;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/** The read side of master records: who their members are, where old ids lead, what happened to them. */
final class MemberTables {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final HubDatabase hub;

    MemberTables(HubDatabase hub) {
        this.hub = hub;
    }

    /** Where an id leads. */
    sealed interface Fate {
        /** To this master record. */
        record Stands(MasterId id) implements Fate {}

        /** To nobody any more. */
        record IsGone() implements Fate {}

        /** It never was. */
        record NeverWas() implements Fate {}
    }

    /** A master record that stands, with its live members. */
    record StandingMembers(MasterId id, long version, Instant changedAt, List<Member> members) {
        List<Long> recordIds() {
            return members.stream()
                    .map(member -> SourceRecordId.of(member.key()))
                    .toList();
        }

        /** The same, made of these records alone; nothing of it tells that there are others. */
        StandingMembers onlyOf(Set<Long> records, LinkKinds linkKinds) {
            List<Member> some = members.stream()
                    .filter(member -> records.contains(SourceRecordId.of(member.key())))
                    .toList();
            return some.size() == members.size()
                    ? this
                    : new StandingMembers(id, version, changedAt, linkKinds.among(some, null));
        }
    }

    Fate fate(MasterId id) {
        Optional<Fate> fate = hub.sql()
                .sql("""
                        WITH RECURSIVE chain AS (
                          SELECT master_id, state, merged_into FROM master_record WHERE master_id = ?
                          UNION ALL
                          SELECT next.master_id, next.state, next.merged_into
                            FROM chain JOIN master_record next ON next.master_id = chain.merged_into)
                        SELECT master_id, state FROM chain WHERE state <> 'MERGED'
                        """)
                .param(id.value())
                .query((row, number) -> row.getString("state").equals("STANDING")
                        ? new Fate.Stands(Columns.masterId(row, "master_id"))
                        : (Fate) new Fate.IsGone())
                .optional();
        return fate.orElseGet(Fate.NeverWas::new);
    }

    /** The ids that were merged away and lead to this one, in their order. */
    List<MasterId> mergedInto(MasterId id) {
        return hub.sql()
                .sql("""
                        WITH RECURSIVE chain AS (
                          SELECT master_id FROM master_record WHERE merged_into = ?
                          UNION
                          SELECT before.master_id
                            FROM chain JOIN master_record before ON before.merged_into = chain.master_id)
                        SELECT master_id FROM chain ORDER BY master_id
                        """)
                .param(id.value())
                .query((row, number) -> Columns.masterId(row, "master_id"))
                .list();
    }

    List<StandingMembers> load(Collection<MasterId> ids) {
        Map<MasterId, StandingMembers> standing = new LinkedHashMap<>();
        hub.sql()
                .sql("""
                        SELECT master.master_id, master.version, master.changed_at AS master_changed_at,
                               link.link_kind, record.source_system, record.source_table, record.local_id,
                               record.canonical, record.changed_at,\s""" + WrappedKey.COLUMNS + """
                          FROM master_record master
                          JOIN link ON link.master_id = master.master_id
                          JOIN source_record record ON record.record_id = link.record_id AND record.live
                               AND NOT EXISTS (SELECT FROM erased_record gone WHERE gone.record_id = record.record_id)
                          LEFT JOIN record_key ON record_key.record_id = record.record_id
                         WHERE master.master_id = ANY (?::text[]::uuid[]) AND master.state = 'STANDING'
                        """)
                .param(ids.stream().map(MasterId::toString).toArray(String[]::new))
                .query(row -> {
                    StandingMembers master = standingOf(row);
                    standing.computeIfAbsent(master.id(), unseen -> master)
                            .members()
                            .add(member(row));
                });
        return List.copyOf(standing.values());
    }

    /** What is pinned of these people; of several decisions on one attribute the latest counts. */
    Map<MasterId, Pins> pins(Collection<MasterId> ids) {
        Map<MasterId, Map<Attribute, SourceRecordKey>> pinned = new HashMap<>();
        hub.sql()
                .sql("""
                        SELECT link.master_id, pin_attribute, source_system, source_table, local_id
                          FROM decision JOIN link ON link.record_id = pin_record
                         WHERE kind = 'PIN' AND state = 'IN_FORCE' AND link.master_id = ANY (?::text[]::uuid[])
                         ORDER BY decision_id
                        """)
                .param(ids.stream().map(MasterId::toString).toArray(String[]::new))
                .query(row -> {
                    pinned.computeIfAbsent(Columns.masterId(row, "master_id"), unseen -> new HashMap<>(2))
                            .put(Attribute.valueOf(row.getString("pin_attribute")), Columns.key(row));
                });
        Map<MasterId, Pins> pins = new HashMap<>();
        pinned.forEach((id, records) -> pins.put(id, new Pins(records)));
        return pins;
    }

    /** Whose these records are now. */
    Set<MasterId> peopleOf(Collection<Long> records) {
        return Set.copyOf(ownersOf(records).values());
    }

    /** Whose each of these records is now; one that is nobody's is absent. */
    Map<Long, MasterId> ownersOf(Collection<Long> records) {
        Map<Long, MasterId> owners = new HashMap<>();
        hub.sql()
                .sql("SELECT record_id, master_id FROM link WHERE record_id = ANY (?)")
                .param(records.toArray(Long[]::new))
                .query(row -> {
                    owners.put(row.getLong("record_id"), Columns.masterId(row, "master_id"));
                });
        return owners;
    }

    /** Those of these people whose processing is restricted. */
    Set<MasterId> restricted(Collection<MasterId> ids) {
        return Set.copyOf(hub.sql()
                .sql("SELECT master_id FROM restricted_person WHERE master_id = ANY (?::text[]::uuid[])")
                .param(ids.stream().map(MasterId::toString).toArray(String[]::new))
                .query((row, number) -> Columns.masterId(row, "master_id"))
                .list());
    }

    /** The records of all people whose processing is restricted, and the cases about them. */
    Set<SourceRecordKey> restrictedRecords() {
        return Set.copyOf(
                hub.sql().sql("""
                        SELECT source_system, source_table, local_id
                          FROM (SELECT record_id FROM restricted_record
                                UNION
                                SELECT case_file.record_id
                                  FROM case_file JOIN restricted_record ON subject_id = restricted_record.record_id) AS hidden
                          JOIN source_record USING (record_id)
                        """).query((row, number) -> Columns.key(row)).list());
    }

    /** The records of people whose processing is restricted, and those erased of whom the search index may still hold something. */
    Set<SourceRecordKey> hiddenRecords() {
        return Set.copyOf(
                hub.sql().sql("""
                        SELECT source_system, source_table, local_id
                          FROM (SELECT record_id FROM restricted_record
                                UNION
                                SELECT record_id FROM erased_record JOIN erasure USING (erasure_id)
                                 WHERE index_emptied_at IS NULL) AS hidden
                          JOIN source_record USING (record_id)
                        """).query((row, number) -> Columns.key(row)).list());
    }

    List<StandingVersion> standing(@Nullable MasterId after, int limit) {
        return hub.sql()
                .sql("""
                        SELECT master_id, version FROM master_record
                         WHERE state = 'STANDING' AND master_id > ?
                           AND master_id NOT IN (SELECT master_id FROM restricted_person)
                         ORDER BY master_id LIMIT ?
                        """)
                .params(after == null ? BEFORE_ALL : after.value(), limit)
                .query((row, number) -> new StandingVersion(Columns.masterId(row, "master_id"), row.getLong("version")))
                .list();
    }

    Set<MasterId> unknown(Collection<MasterId> ids) {
        return Set.copyOf(hub.sql()
                .sql("SELECT master_id FROM unnest(?::text[]::uuid[]) AS asked (master_id)"
                        + " WHERE NOT EXISTS (SELECT FROM master_record known WHERE known.master_id = asked.master_id)")
                .param(ids.stream().map(MasterId::toString).toArray(String[]::new))
                .query((row, number) -> Columns.masterId(row, "master_id"))
                .list());
    }

    long count() {
        return hub.sql()
                .sql("SELECT count(*) FROM master_record WHERE state = 'STANDING'")
                .query(Long.class)
                .single();
    }

    List<MasterChange> history(MasterId id) {
        return hub.sql()
                .sql("""
                        SELECT version, changed_at, change, other_master_id,
                               ARRAY (SELECT source_system || '/' || source_table || '/' || local_id
                                        FROM source_record WHERE record_id = ANY (members)) AS member_keys
                          FROM master_record_history WHERE master_id = ? ORDER BY version
                        """)
                .param(id.value())
                .query((row, number) -> new MasterChange(
                        id,
                        row.getLong("version"),
                        Columns.instant(row, "changed_at"),
                        MasterChange.Kind.valueOf(row.getString("change")),
                        Columns.masterIdOrNull(row, "other_master_id"),
                        keys((String[]) row.getArray("member_keys").getArray())))
                .list();
    }

    private static StandingMembers standingOf(ResultSet row) throws SQLException {
        return new StandingMembers(
                Columns.masterId(row, "master_id"),
                row.getLong("version"),
                Columns.instant(row, "master_changed_at"),
                new ArrayList<>(2));
    }

    private Member member(ResultSet row) throws SQLException {
        String canonical = SealedRows.canonicalOrLost(hub, row);
        PersonRecord person = canonical == null
                ? PersonTables.notUnderstood(Columns.key(row), Columns.instant(row, "changed_at"))
                : CanonicalJson.read(canonical, PersonRecord.class);
        return new Member(LinkKind.valueOf(Objects.requireNonNull(row.getString("link_kind"))), person);
    }

    private static List<SourceRecordKey> keys(String[] texts) {
        return Arrays.stream(texts).map(SourceKeys::parse).sorted().toList();
    }
}
