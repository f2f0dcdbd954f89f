package org.unifiedhotline.bench.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unifiedhotline.mappings.canonical.CanonicalRecord;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.resolution.MatchRecords;
import org.unifiedhotline.masterrecords.resolution.PersonContext;
import org.unifiedhotline.masterrecords.resolution.PersonContext.NamingCase;
import org.unifiedhotline.masterrecords.resolution.PersonContext.OtherPerson;
import org.unifiedhotline.matching.record.MatchRecord;

/** Canonical records of both systems, made into records for the engine with what cases and contacts say. */
final class People {
    private final Map<SourceRecordKey, PersonRecord> persons = new HashMap<>();
    private final Map<SourceRecordKey, List<CaseRecord>> cases = new HashMap<>();
    private final Map<SourceRecordKey, Set<String>> numbers = new HashMap<>();

    void add(CanonicalRecord record) {
        switch (record) {
            case PersonRecord person -> persons.put(person.key(), person);
            case CaseRecord about -> {
                cases.computeIfAbsent(about.subject(), _ -> new ArrayList<>()).add(about);
                if (about.reporter() != null) {
                    cases.computeIfAbsent(about.reporter(), _ -> new ArrayList<>())
                            .add(about);
                }
            }
            case ContactRecord contact -> {
                if (contact.caller() != null && contact.presentedNumber() != null) {
                    numbers.computeIfAbsent(contact.caller(), _ -> new HashSet<>())
                            .addAll(contact.presentedNumber().numbers());
                }
            }
            default -> {}
        }
    }

    List<MatchRecord> records() {
        List<MatchRecord> records = new ArrayList<>();
        for (PersonRecord person : persons.values()) {
            List<CaseRecord> about = cases.getOrDefault(person.key(), List.of());
            Map<SourceRecordKey, OtherPerson> others = new HashMap<>();
            for (CaseRecord one : about) {
                for (SourceRecordKey key :
                        one.reporter() == null ? List.of(one.subject()) : List.of(one.subject(), one.reporter())) {
                    PersonRecord other = persons.get(key);
                    if (other != null) {
                        others.put(key, OtherPerson.of(other));
                    }
                }
            }
            records.add(MatchRecords.of(
                    records.size(),
                    person,
                    new PersonContext(
                            about.stream().map(NamingCase::of).toList(),
                            numbers.getOrDefault(person.key(), Set.of()),
                            others)));
        }
        return records;
    }
}
