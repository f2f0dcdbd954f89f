package org.unifiedhotline.masterrecords.crosswalk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.CrosswalkEntry;
import org.unifiedhotline.masterrecords.records.LinkKind;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/** Which master record each live row of the four person tables belongs to. */
public final class Crosswalk {
    private static final int FETCH = 5_000;

    private final HubDatabase hub;
    private final HubDatabase lookups;

    public Crosswalk(HubDatabase hub) {
        this(hub, hub);
    }

    /** A crosswalk that looks up single records and portions of changes by another way to the same hub than it reads all by. */
    public Crosswalk(HubDatabase hub, HubDatabase lookups) {
        this.hub = hub;
        this.lookups = lookups;
    }

    /**
     * Hands over every entry of these source systems, ordered by source code, table and local id (as bytes), without
     * holding more than a few thousand in memory. The kinds of links are those among their records.
     */
    public void stream(Set<SourceSystem> systems, Consumer<CrosswalkEntry> consumer) {
        String kind = isWhole(systems) ? "own.link_kind" : KindAmong.SQL;
        hub.read(() -> hub.template()
                .query(
                        connection -> {
                            var statement = connection.prepareStatement("""
                            SELECT source_system, source_table, local_id, master_id, %s AS link_kind
                              FROM link own CROSS JOIN %s
                             WHERE source_system = ANY (reader.systems)
                             ORDER BY source_system COLLATE "C", source_table COLLATE "C", local_id
                            """.formatted(kind, KindAmong.READER));
                            statement.setFetchSize(FETCH);
                            statement.setArray(1, connection.createArrayOf("text", codes(systems)));
                            return statement;
                        },
                        (ResultSet row) -> consumer.accept(entry(row))));
    }

    /** What is known of one source record. */
    public CrosswalkLookup find(SourceRecordKey key) {
        return lookups.read(() -> lookUp(key));
    }

    private CrosswalkLookup lookUp(SourceRecordKey key) {
        long id = SourceRecordId.of(key);
        List<CrosswalkEntry> members = lookups.sql()
                .sql("""
                        SELECT member.source_system, member.source_table, member.local_id, member.master_id,
                               member.link_kind
                          FROM link asked JOIN link member ON member.master_id = asked.master_id
                         WHERE asked.record_id = ?
                           AND NOT EXISTS (SELECT FROM erased_record gone WHERE gone.record_id = asked.record_id)
                         ORDER BY member.source_system COLLATE "C", member.source_table COLLATE "C", member.local_id
                        """)
                .param(id)
                .query((row, number) -> entry(row))
                .list();
        @Nullable
        CrosswalkEntry asked = members.stream()
                .filter(member -> member.key().equals(key))
                .findFirst()
                .orElse(null);
        return asked != null ? new CrosswalkLookup.Live(asked, members) : withoutLink(id);
    }

    /** What is told of a record and its person to who is told of these systems' records only. */
    public CrosswalkLookup.Live among(CrosswalkLookup.Live whole, Set<SourceSystem> told) {
        List<CrosswalkEntry> members = whole.members().stream()
                .filter(member -> told.contains(member.key().system()))
                .toList();
        if (members.size() == whole.members().size()) {
            return whole;
        }
        Map<SourceRecordKey, LinkKind> kinds =
                kindsAmong(members.stream().map(CrosswalkEntry::key).toList(), told);
        return new CrosswalkLookup.Live(
                among(whole.entry(), kinds),
                members.stream().map(member -> among(member, kinds)).toList());
    }

    private static CrosswalkEntry among(CrosswalkEntry entry, Map<SourceRecordKey, LinkKind> kinds) {
        return new CrosswalkEntry(entry.key(), entry.masterId(), kinds.getOrDefault(entry.key(), LinkKind.SINGLE));
    }

    /** Why records belong to their people among the records of these systems, of those that are linked. */
    public Map<SourceRecordKey, LinkKind> kindsAmong(Collection<SourceRecordKey> records, Set<SourceSystem> told) {
        Map<SourceRecordKey, LinkKind> kinds = new HashMap<>();
        lookups.sql()
                .sql("""
                        SELECT source_system, source_table, local_id, %s AS link_kind
                          FROM link own CROSS JOIN %s WHERE record_id = ANY (?)
                        """.formatted(KindAmong.SQL, KindAmong.READER))
                .param(codes(told))
                .param(records.stream().map(SourceRecordId::of).toArray(Long[]::new))
                .query(row -> {
                    kinds.put(Columns.key(row), LinkKind.valueOf(row.getString("link_kind")));
                });
        return kinds;
    }

    private static String[] codes(Set<SourceSystem> systems) {
        return systems.stream().map(SourceSystem::code).toArray(String[]::new);
    }

    private static boolean isWhole(Set<SourceSystem> systems) {
        return systems.size() == SourceSystem.values().length;
    }

    /**
     * The changes after a position, oldest first, at most {@code limit}. To a reader of some systems a change of the kind of a link alone
     * is none, since it may come of records that they are not told of; the kinds are those of now, among these systems' records.
     *
     * @param since the position of the last change already known; 0 for all
     */
    public List<CrosswalkChange> changesSince(long since, Set<SourceSystem> systems, int limit) {
        return lookups.sql()
                .sql(isWhole(systems) ? """
                        SELECT * FROM crosswalk_change
                         WHERE source_system = ANY (?) AND change_id > ?
                         ORDER BY change_id LIMIT ?
                        """ : """
                        SELECT change_id, change.source_system, change.source_table, change.local_id, change.master_id,
                               former_id, changed_at,
                               CASE WHEN change.link_kind IS NULL THEN NULL WHEN own.record_id IS NULL THEN 'SINGLE'
                                    ELSE %s END AS link_kind
                          FROM %s CROSS JOIN crosswalk_change change LEFT JOIN link own ON own.record_id = change.record_id
                         WHERE change.source_system = ANY (reader.systems)
                           AND change.master_id IS DISTINCT FROM former_id AND change_id > ?
                         ORDER BY change_id LIMIT ?
                        """.formatted(KindAmong.SQL, KindAmong.READER))
                .param(codes(systems))
                .param(since)
                .param(limit)
                .query((row, number) -> change(row))
                .list();
    }

    private CrosswalkLookup withoutLink(long id) {
        return lookups.sql()
                .sql("""
                        SELECT live AND NOT EXISTS (SELECT FROM erased_record gone
                                                     WHERE gone.record_id = record.record_id) AS live,
                               changed_at,
                               (SELECT former_id FROM crosswalk_change change
                                 WHERE change.record_id = record.record_id AND change.master_id IS NULL
                                 ORDER BY change_id DESC LIMIT 1) AS former_id
                          FROM source_record record
                         WHERE record_id = ? AND source_table IN ('nguoi_goi', 'tre_em', 'caller', 'victim')
                        """)
                .param(id)
                .query((row, number) -> row.getBoolean("live")
                        ? new CrosswalkLookup.Unresolved()
                        : new CrosswalkLookup.Deleted(
                                Columns.instant(row, "changed_at"), Columns.masterIdOrNull(row, "former_id")))
                .optional()
                .map(CrosswalkLookup.class::cast)
                .orElseGet(CrosswalkLookup.NeverCaptured::new);
    }

    private static CrosswalkEntry entry(ResultSet row) throws SQLException {
        return new CrosswalkEntry(
                Columns.key(row), Columns.masterId(row, "master_id"), LinkKind.valueOf(row.getString("link_kind")));
    }

    private static CrosswalkChange change(ResultSet row) throws SQLException {
        String kind = row.getString("link_kind");
        return new CrosswalkChange(
                row.getLong("change_id"),
                Columns.key(row),
                Columns.masterIdOrNull(row, "master_id"),
                Columns.masterIdOrNull(row, "former_id"),
                kind == null ? null : LinkKind.valueOf(kind),
                Columns.instant(row, "changed_at"));
    }
}
