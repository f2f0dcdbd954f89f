package org.unifiedhotline.masterrecords.scope;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.ReferralRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.scope.ReaderScope.EveryCentre;
import org.unifiedhotline.masterrecords.scope.ReaderScope.EveryProvince;
import org.unifiedhotline.masterrecords.scope.ReaderScope.OnlyCentres;
import org.unifiedhotline.masterrecords.scope.ReaderScope.OnlyProvinces;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/**
 * Asks the hub which records lie within a reader's scope. Of what was recorded about people: a contact lies within if its own
 * centre does, a case if a contact of it does, a referral if its case does; none if the person whom the case is about
 * has a label or a home that does not.
 */
public final class ScopedRecords {
    private final HubDatabase hub;
    private final Homes homes;

    public ScopedRecords(HubDatabase hub) {
        this.hub = hub;
        this.homes = new Homes(hub);
    }

    /** Those of these records of people, by number, that lie within. */
    public Set<Long> within(ReaderScope scope, Collection<Long> records) {
        if (scope.isWhole()) {
            return Set.copyOf(records);
        }
        if (scope.isNone() || records.isEmpty()) {
            return Set.of();
        }
        return homesWithin(scope, bound(scope, records, """
                        SELECT record_id FROM source_record AS record
                         WHERE record_id = ANY (:records)
                           AND source_system = ANY (:sources)
                           AND label_of(source_table) = ANY (:labels)
                           AND (:everyCentre OR EXISTS (
                                 SELECT FROM record_centre AS touched
                                  WHERE touched.record_id = record.record_id AND touched.centre = ANY (:centres)))
                        """).query(Long.class).list());
    }

    /** Those of these records whose people are at home in a province of the scope, which the hub holds sealed. */
    private Set<Long> homesWithin(ReaderScope scope, Collection<Long> records) {
        return switch (scope.provinces()) {
            case EveryProvince ignored -> Set.copyOf(records);
            case OnlyProvinces only -> {
                Set<Long> within = new HashSet<>();
                homes.of(records).forEach((record, home) -> {
                    if (only.admit(home)) {
                        within.add(record);
                    }
                });
                yield within;
            }
        };
    }

    /** Those of these records of people, by key, that lie within; in their order. */
    public List<SourceRecordKey> keysWithin(ReaderScope scope, List<SourceRecordKey> records) {
        if (scope.isWhole()) {
            return records;
        }
        Set<Long> within =
                within(scope, records.stream().map(SourceRecordId::of).toList());
        return records.stream()
                .filter(record -> within.contains(SourceRecordId.of(record)))
                .toList();
    }

    /** Which of what was recorded of somebody lies within. */
    public Recorded recorded(ReaderScope scope, Collection<ContactRecord> contacts, Collection<CaseRecord> cases) {
        if (scope.isWhole()) {
            return new Recorded(scope, Map.of());
        }
        Set<Long> asked = new HashSet<>();
        contacts.forEach(contact -> {
            if (contact.caseKey() != null) {
                asked.add(SourceRecordId.of(contact.caseKey()));
            }
        });
        cases.forEach(one -> asked.add(SourceRecordId.of(one.key())));
        return new Recorded(scope, touched(scope, asked));
    }

    /** Those of these cases, by number, that lie within. */
    public Set<Long> casesWithin(ReaderScope scope, Collection<Long> cases) {
        if (scope.isWhole()) {
            return Set.copyOf(cases);
        }
        return touched(scope, cases).entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of the cases whose subject lies within by label and home, whether a centre of the scope touched them. */
    private Map<Long, Boolean> touched(ReaderScope scope, Collection<Long> cases) {
        Map<Long, Boolean> touched = new HashMap<>();
        Map<Long, Long> subjects = new HashMap<>();
        bound(scope, cases, """
                        SELECT case_file.record_id, subject_id,
                               :everyCentre OR EXISTS (
                                 SELECT FROM contact
                                  WHERE contact.case_id = case_file.record_id AND contact.centre = ANY (:centres)) AS touched
                          FROM case_file JOIN source_record AS subject ON subject.record_id = subject_id
                         WHERE case_file.record_id = ANY (:records)
                           AND case_file.source_system = ANY (:sources)
                           AND label_of(subject.source_table) = ANY (:labels)
                        """).query(row -> {
            touched.put(row.getLong("record_id"), row.getBoolean("touched"));
            subjects.put(row.getLong("record_id"), row.getLong("subject_id"));
        });
        touched.keySet().retainAll(ofSubjects(subjects, homesWithin(scope, new HashSet<>(subjects.values()))));
        return touched;
    }

    private static Set<Long> ofSubjects(Map<Long, Long> subjects, Set<Long> within) {
        return subjects.entrySet().stream()
                .filter(entry -> within.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The answer for one person, or many. */
    public static final class Recorded {
        private final ReaderScope scope;
        private final boolean whole;
        private final Map<Long, Boolean> touchedCases;

        private Recorded(ReaderScope scope, Map<Long, Boolean> touchedCases) {
            this.scope = scope;
            this.whole = scope.isWhole();
            this.touchedCases = touchedCases;
        }

        public boolean admits(ContactRecord contact) {
            return whole
                    || (scope.sources().contains(contact.key().system())
                            && scope.centres().admit(contact.centre())
                            && (contact.caseKey() == null
                                    || touchedCases.containsKey(SourceRecordId.of(contact.caseKey()))));
        }

        public boolean admits(CaseRecord one) {
            return whole || touchedCases.getOrDefault(SourceRecordId.of(one.key()), false);
        }

        public boolean admits(ReferralRecord referral) {
            return whole || touchedCases.getOrDefault(SourceRecordId.of(referral.caseKey()), false);
        }
    }

    private JdbcClient.StatementSpec bound(ReaderScope scope, Collection<Long> records, String sql) {
        String[] centres = switch (scope.centres()) {
            case EveryCentre ignored -> new String[0];
            case OnlyCentres only -> only.centres().stream().map(Enum::name).toArray(String[]::new);
        };
        return hub.sql()
                .sql(sql)
                .param("records", records.toArray(Long[]::new))
                .param(
                        "sources",
                        scope.sources().stream().map(SourceSystem::code).toArray(String[]::new))
                .param("labels", scope.labels().stream().map(Enum::name).toArray(String[]::new))
                .param("everyCentre", scope.centres() instanceof EveryCentre)
                .param("centres", centres);
    }
}
