package org.unifiedhotline.masterrecords.figures;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.CanonicalRecord;
import org.unifiedhotline.mappings.canonical.ReferralRecord;
import org.unifiedhotline.mappings.canonical.ReturnRecord;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.AgencyHash;
import org.unifiedhotline.masterrecords.keys.WrappedKey;
import org.unifiedhotline.masterrecords.sourcerecords.CanonicalJson;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/**
 * What was written freely of referrals and returns, which the hub holds sealed with the rows alone: names of agencies, for figures that are
 * counted by their keyed hashes, and services and border gates, for lists.
 */
final class WrittenFacts {
    private static final String HASH = ":#";
    private static final String BY_AGENCY = "agency";
    private static final Set<String> REFERRALS = Set.of("chuyen_tuyen", "referral");
    private static final Set<String> RETURNS = Set.of("return_record");

    private final HubDatabase hub;

    WrittenFacts(HubDatabase hub) {
        this.hub = hub;
    }

    /** What a figure's list is filtered by, for an agency as a figure names it. */
    String hashed(String agency) {
        int colon = agency.indexOf(':');
        return agency.startsWith("switchboard:") && !agency.endsWith(":?")
                ? agency.substring(0, colon)
                        + HASH
                        + AgencyHash.of(agency.substring(colon + 1), hub.keys().hashes())
                : agency;
    }

    /** Counts with agencies by name; those whose name only erased rows held are one, {@code ?}. */
    List<Cell> named(List<Cell> cells) {
        List<String> hashes =
                cells.stream().flatMap(cell -> hash(cell).stream()).distinct().toList();
        if (hashes.isEmpty()) {
            return cells;
        }
        Map<String, String> names = names(hashes);
        Map<List<String>, Cell> told = new LinkedHashMap<>();
        for (Cell cell : cells) {
            Cell named = hash(cell).map(hash -> called(cell, names.get(hash))).orElse(cell);
            told.merge(
                    List.of(
                            named.by(),
                            named.value(),
                            Objects.requireNonNullElse(named.split(), ""),
                            Objects.requireNonNullElse(named.part(), "")),
                    named,
                    WrittenFacts::together);
        }
        return new ArrayList<>(told.values());
    }

    private static Optional<String> hash(Cell cell) {
        int at = cell.by().equals(BY_AGENCY) ? cell.value().indexOf(HASH) : -1;
        return at < 0 ? Optional.empty() : Optional.of(cell.value().substring(at + HASH.length()));
    }

    private static Cell called(Cell cell, @Nullable String name) {
        String line = cell.value().substring(0, cell.value().indexOf(HASH) + 1);
        return new Cell(
                cell.by(),
                line + (name == null ? "?" : name),
                name,
                cell.split(),
                cell.part(),
                cell.count(),
                cell.mean());
    }

    private static Cell together(Cell one, Cell other) {
        long count = Objects.requireNonNullElse(one.count(), 0L) + Objects.requireNonNullElse(other.count(), 0L);
        return new Cell(one.by(), one.value(), one.label(), one.split(), one.part(), count, one.mean());
    }

    /** The names of agencies by their hashes, as one referral of each that nobody erased writes it. */
    private Map<String, String> names(Collection<String> hashes) {
        Map<String, String> names = new HashMap<>();
        read("""
                SELECT max(record_id) FROM referral
                 WHERE agency_hash = ANY (:wanted) AND record_id NOT IN (SELECT record_id FROM erased_record)
                 GROUP BY agency_hash
                """, hashes.toArray(String[]::new), ReferralRecord.class).values().forEach(referral -> {
            String name = referral.agencyName();
            if (name != null && !AgencyHash.isWritten(name)) {
                names.put(AgencyHash.of(name, hub.keys().hashes()), AgencyHash.trimmed(name));
            }
        });
        return names;
    }

    /** Entries with what was written of them. */
    List<Entry> added(List<Entry> entries) {
        Map<Long, ReferralRecord> referrals = of(entries, REFERRALS, ReferralRecord.class);
        Map<Long, ReturnRecord> returns = of(entries, RETURNS, ReturnRecord.class);
        return referrals.isEmpty() && returns.isEmpty()
                ? entries
                : entries.stream()
                        .map(entry -> added(entry, referrals, returns))
                        .toList();
    }

    private <T extends CanonicalRecord> Map<Long, T> of(List<Entry> entries, Set<String> tables, Class<T> type) {
        Long[] ids = entries.stream()
                .flatMap(entry -> Stream.ofNullable(entry.key()))
                .filter(key -> tables.contains(key.table().name()))
                .map(SourceRecordId::of)
                .toArray(Long[]::new);
        return ids.length == 0 ? Map.of() : read("SELECT unnest(:wanted::bigint[])", ids, type);
    }

    private static Entry added(Entry entry, Map<Long, ReferralRecord> referrals, Map<Long, ReturnRecord> returns) {
        long id = entry.key() == null ? 0 : SourceRecordId.of(entry.key());
        ObjectNode facts = CanonicalJson.value(entry.facts(), ObjectNode.class);
        ReferralRecord referral = referrals.get(id);
        if (referral != null) {
            String name = referral.agencyName();
            if (name != null && !AgencyHash.isWritten(name)) {
                facts.put("agencyName", AgencyHash.trimmed(name));
            }
            facts.put("service", referral.service());
        }
        ReturnRecord back = returns.get(id);
        if (back != null) {
            facts.put("gate", back.borderGate());
        }
        return new Entry(entry.key(), entry.at(), facts.toString(), entry.people());
    }

    private <T extends CanonicalRecord> Map<Long, T> read(String which, Object wanted, Class<T> type) {
        Map<Long, T> records = new HashMap<>();
        hub.sql()
                .sql("SELECT canonical, " + WrappedKey.COLUMNS
                        + " FROM source_record JOIN record_key USING (record_id) WHERE canonical IS NOT NULL AND record_id IN ("
                        + which + ")")
                .param("wanted", wanted)
                .query(row -> {
                    String canonical = SealedRows.canonicalOrLost(hub, row);
                    if (canonical != null) {
                        records.put(row.getLong("key_record"), CanonicalJson.read(canonical, type));
                    }
                });
        return records;
    }
}
