package org.unifiedhotline.masterrecords.assignment;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/**
 * Whom an account may see and decide about: asked by everything that shows people to stewards or changes who is who, and
 * by nothing else, so that it can become finer here. A record is as sensitive as the person it belongs to.
 */
public final class Clearance {
    private final HubDatabase hub;
    private final Stewards stewards;

    public Clearance(HubDatabase hub, Stewards stewards) {
        this.hub = hub;
        this.stewards = stewards;
    }

    /** What an account is cleared for. */
    public Set<Sensitivity> of(String account) {
        return stewards.of(account).clearance();
    }

    /** Whether an account is cleared for everybody. */
    public boolean isWhole(String account) {
        return of(account).size() == Sensitivity.values().length;
    }

    /** Whether an account is cleared for whoever these records are of; by their keys alone. */
    public boolean coversKeys(String account, Collection<SourceRecordKey> records) {
        return of(account).containsAll(Sensitivity.of(records));
    }

    /** Whether an account is cleared for these records, by number, and for the people that they belong to now. */
    public boolean covers(String account, Collection<Long> records) {
        return isWhole(account)
                || hub
                        .sql()
                        .sql("SELECT DISTINCT sensitivity FROM record_sensitivity WHERE record_id = ANY (?)")
                        .param(records.toArray(Long[]::new))
                        .query((row, number) -> Sensitivity.valueOf(row.getString("sensitivity")))
                        .list()
                        .stream()
                        .allMatch(of(account)::contains);
    }

    /** Those of these records, by their keys, for whose people as they are now an account is cleared. */
    public Set<SourceRecordKey> ofPeople(String account, Collection<SourceRecordKey> records) {
        Set<SourceRecordKey> covered = new HashSet<>(records);
        if (isWhole(account) || covered.isEmpty()) {
            return covered;
        }
        covered.removeIf(record -> !coversKeys(account, List.of(record)));
        Map<Long, SourceRecordKey> byNumber = new HashMap<>();
        covered.forEach(record -> byNumber.put(SourceRecordId.of(record), record));
        Set<Sensitivity> clearance = of(account);
        hub.sql()
                .sql("SELECT DISTINCT record_id, sensitivity FROM record_sensitivity WHERE record_id = ANY (?)")
                .param(byNumber.keySet().toArray(Long[]::new))
                .query(row -> {
                    if (!clearance.contains(Sensitivity.valueOf(row.getString("sensitivity")))) {
                        covered.remove(byNumber.get(row.getLong("record_id")));
                    }
                });
        return covered;
    }

    /** Those of these records, by their keys, that an account is cleared for. */
    public List<SourceRecordKey> covered(String account, List<SourceRecordKey> records) {
        return isWhole(account)
                ? records
                : records.stream()
                        .filter(record -> coversKeys(account, List.of(record)))
                        .toList();
    }
}
