package org.unifiedhotline.masterrecords.records;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.assignment.Sensitivity;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.WrappedKey;
import org.unifiedhotline.masterrecords.sourcerecords.CanonicalJson;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/** Whom cases name beside the people that they were read for, for many people in few queries; nobody whose processing is restricted. */
final class CaseFellows {
    private final HubDatabase hub;

    CaseFellows(HubDatabase hub) {
        this.hub = hub;
    }

    /** The source records named in these people's cases that are no members of the same person, by key. */
    Map<SourceRecordKey, CaseFellow> of(Collection<PersonFile> files) {
        Set<SourceRecordKey> named = new HashSet<>();
        files.forEach(file -> named.addAll(others(file)));
        if (named.isEmpty()) {
            return Map.of();
        }
        Long[] ids = named.stream().map(SourceRecordId::of).toArray(Long[]::new);
        Map<Long, Set<Centre>> centres = centres(ids);
        Map<SourceRecordKey, Map<SourceRecordKey, Set<Centre>>> caseCentres = caseCentres(files);
        Map<Long, Set<Sensitivity>> sensitivity = sensitivity(ids);
        Map<SourceRecordKey, CaseFellow> fellows = new HashMap<>();
        hub.sql()
                .sql("SELECT canonical, " + WrappedKey.COLUMNS
                        + " FROM source_record JOIN record_key USING (record_id)"
                        + " WHERE record_id = ANY (?) AND live AND canonical IS NOT NULL"
                        + " AND NOT EXISTS (SELECT FROM erased_record gone WHERE gone.record_id = source_record.record_id)"
                        + " AND record_id NOT IN (SELECT record_id FROM restricted_record)")
                .param(ids)
                .query(row -> {
                    String canonical = SealedRows.canonicalOrLost(hub, row);
                    if (canonical == null) {
                        return;
                    }
                    PersonRecord person = CanonicalJson.read(canonical, PersonRecord.class);
                    long id = row.getLong("key_record");
                    fellows.put(
                            person.key(),
                            new CaseFellow(
                                    person,
                                    centres.getOrDefault(id, Set.of()),
                                    caseCentres.getOrDefault(person.key(), Map.of()),
                                    sensitivity.getOrDefault(id, Set.of())));
                });
        return fellows;
    }

    private static Set<SourceRecordKey> others(PersonFile file) {
        Set<SourceRecordKey> others = new HashSet<>();
        for (CaseRecord one : file.cases()) {
            others.add(one.subject());
            if (one.reporter() != null) {
                others.add(one.reporter());
            }
        }
        file.master().members().forEach(member -> others.remove(member.key()));
        return others;
    }

    private Map<Long, Set<Centre>> centres(Long[] ids) {
        Map<Long, Set<Centre>> centres = new HashMap<>();
        hub.sql().sql("""
                        SELECT caller_id AS person_id, centre FROM contact WHERE caller_id = ANY (:ids)
                        UNION
                        SELECT subject_id, centre
                          FROM case_file JOIN contact ON contact.case_id = case_file.record_id
                         WHERE subject_id = ANY (:ids)
                        """).param("ids", ids).query(row -> {
            centres.computeIfAbsent(row.getLong("person_id"), unseen -> EnumSet.noneOf(Centre.class))
                    .add(Centre.valueOf(row.getString("centre")));
        });
        return centres;
    }

    /** The centres of each case that names somebody, by whom it names. */
    private Map<SourceRecordKey, Map<SourceRecordKey, Set<Centre>>> caseCentres(Collection<PersonFile> files) {
        Map<Long, CaseRecord> cases = new HashMap<>();
        files.forEach(file -> file.cases().forEach(one -> cases.put(SourceRecordId.of(one.key()), one)));
        Map<SourceRecordKey, Map<SourceRecordKey, Set<Centre>>> centres = new HashMap<>();
        hub.sql()
                .sql("SELECT DISTINCT case_id, centre FROM contact WHERE case_id = ANY (?)")
                .param(cases.keySet().toArray(Long[]::new))
                .query(row -> {
                    CaseRecord one = Objects.requireNonNull(cases.get(row.getLong("case_id")));
                    Centre centre = Centre.valueOf(row.getString("centre"));
                    Stream.of(one.subject(), one.reporter())
                            .filter(Objects::nonNull)
                            .forEach(named -> centres.computeIfAbsent(named, unseen -> new HashMap<>())
                                    .computeIfAbsent(one.key(), unseen -> EnumSet.noneOf(Centre.class))
                                    .add(centre));
                });
        return centres;
    }

    private Map<Long, Set<Sensitivity>> sensitivity(Long[] ids) {
        Map<Long, Set<Sensitivity>> sensitivity = new HashMap<>();
        hub.sql()
                .sql("SELECT DISTINCT record_id, sensitivity FROM record_sensitivity WHERE record_id = ANY (?)")
                .param(ids)
                .query(row -> {
                    sensitivity
                            .computeIfAbsent(row.getLong("record_id"), unseen -> EnumSet.noneOf(Sensitivity.class))
                            .add(Sensitivity.valueOf(row.getString("sensitivity")));
                });
        return sensitivity;
    }
}
