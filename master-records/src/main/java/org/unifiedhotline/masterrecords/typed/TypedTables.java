package org.unifiedhotline.masterrecords.typed;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unifiedhotline.mappings.canonical.CanonicalRecord;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/** All typed tables: which one holds what, written and emptied many rows at a time. */
public final class TypedTables {
    private static final List<TypedTable<?>> ALL = List.of(
            new Contacts(),
            new Cases(),
            new Referrals(),
            new Returns(),
            new QualityReviews(),
            new SiteStates(),
            new Agencies(),
            new Counsellors(),
            new CodeEntries());
    private static final Map<Class<?>, TypedTable<?>> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(TypedTable::type, table -> table));
    private static final Map<String, TypedTable<?>> BY_SOURCE_TABLE = Map.ofEntries(
            Map.entry("switchboard/cuoc_goi", ALL.get(0)),
            Map.entry("hotline/call", ALL.get(0)),
            Map.entry("switchboard/ca_can_thiep", ALL.get(1)),
            Map.entry("hotline/case_file", ALL.get(1)),
            Map.entry("switchboard/chuyen_tuyen", ALL.get(2)),
            Map.entry("hotline/referral", ALL.get(2)),
            Map.entry("hotline/return_record", ALL.get(3)),
            Map.entry("switchboard/qms_danh_gia", ALL.get(4)),
            Map.entry("hotline/call_review", ALL.get(4)),
            Map.entry("switchboard/giam_sat", ALL.get(5)),
            Map.entry("hotline/site_status", ALL.get(5)),
            Map.entry("hotline/agency", ALL.get(6)),
            Map.entry("switchboard/tong_dai_vien", ALL.get(7)),
            Map.entry("switchboard/dm_tinh", ALL.get(8)),
            Map.entry("switchboard/dm_linh_vuc", ALL.get(8)));

    private final HubDatabase hub;

    public TypedTables(HubDatabase hub) {
        this.hub = hub;
    }

    /** Writes these records, each to the table of its kind; records of people have none. */
    public void write(Collection<CanonicalRecord> records) {
        records.stream()
                .filter(record -> BY_TYPE.containsKey(record.getClass()))
                .collect(Collectors.groupingBy(CanonicalRecord::getClass))
                .forEach((type, rows) -> table(type).write(hub, rows));
    }

    /** Takes the rows of these records of one legacy table away. */
    public void delete(SourceTable source, Long[] recordIds) {
        of(source).forEach(table -> table.delete(hub, recordIds));
    }

    /** Queues everybody whom the stored rows of these records name. */
    public void queueNamed(SourceTable source, Long[] recordIds) {
        of(source).forEach(table -> table.queueNamed(hub, recordIds));
    }

    /** Takes away a typed row that belongs to no record. */
    public void delete(String name, long recordId) {
        ALL.stream()
                .filter(table -> table.name().equals(name))
                .forEach(table -> table.delete(hub, new Long[] {recordId}));
    }

    static List<String> names() {
        return ALL.stream().map(TypedTable::name).toList();
    }

    /** The tables that hold records of these kinds. */
    static List<String> namesFor(Collection<CanonicalRecord> records) {
        return records.stream()
                .map(CanonicalRecord::getClass)
                .distinct()
                .flatMap(type -> Stream.ofNullable(BY_TYPE.get(type)))
                .map(TypedTable::name)
                .toList();
    }

    private static Stream<TypedTable<?>> of(SourceTable source) {
        return Stream.ofNullable(BY_SOURCE_TABLE.get(source.toString()));
    }

    private static TypedTable<?> table(Class<?> type) {
        TypedTable<?> table = BY_TYPE.get(type);
        if (table == null) {
            throw new IllegalArgumentException("no table holds a " + type.getSimpleName());
        }
        return table;
    }
}
