package org.unifiedhotline.bench.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.bench.linkage.DumpReader;
import org.unifiedhotline.bench.linkage.TruthFile;
import org.unifiedhotline.mappings.CanonicalMapper;
import org.unifiedhotline.mappings.canonical.CanonicalRecord;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.records.CaseFellow;
import org.unifiedhotline.masterrecords.records.LinkKind;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecord;
import org.unifiedhotline.masterrecords.records.Member;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.records.Sourced;
import org.unifiedhotline.masterrecords.records.StandingVersion;
import org.unifiedhotline.matching.evaluation.Truth;
import org.unifiedhotline.searchindex.documents.IdentityHash;
import org.unifiedhotline.searchindex.indexing.HubRecords;

/** The people of two dumps, joined as the truth says. */
final class PeopleOfDumps implements HubRecords {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<SourceRecordKey, CanonicalRecord> records = new HashMap<>();
    private final Map<String, List<PersonRecord>> people = new TreeMap<>();
    private final Map<MasterId, PersonFile> files = new HashMap<>();
    private final List<StandingVersion> standing;

    PeopleOfDumps(Path switchboard, Path hotline, Path truth) throws IOException {
        read(SourceSystem.SWITCHBOARD, switchboard);
        read(SourceSystem.HOTLINE, hotline);
        Truth known = TruthFile.read(truth);
        for (CanonicalRecord record : records.values()) {
            String person = known.persons().get(record.key().toString());
            if (record instanceof PersonRecord told && person != null) {
                people.computeIfAbsent(person, unseen -> new ArrayList<>()).add(told);
            }
        }
        Map<SourceRecordKey, List<CaseRecord>> cases = new HashMap<>();
        Map<SourceRecordKey, List<ContactRecord>> contacts = new HashMap<>();
        gather(cases, contacts);
        people.forEach((person, members) -> {
            PersonFile file = file(person, members, cases, contacts);
            files.put(file.master().id(), file);
        });
        standing = files.keySet().stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .map(id -> new StandingVersion(id, 1))
                .toList();
    }

    private void read(SourceSystem system, Path dump) throws IOException {
        CanonicalMapper mapper = new CanonicalMapper();
        Map<SourceRecordKey, SourceRow> rows = DumpReader.read(system, dump);
        rows.forEach((key, row) -> records.put(key, mapper.map(key, row)));
    }

    private void gather(
            Map<SourceRecordKey, List<CaseRecord>> cases, Map<SourceRecordKey, List<ContactRecord>> contacts) {
        for (CanonicalRecord record : records.values()) {
            if (record instanceof CaseRecord one) {
                add(cases, one.subject(), one);
                add(cases, one.reporter(), one);
            } else if (record instanceof ContactRecord contact) {
                add(contacts, contact.caller(), contact);
            }
        }
    }

    private static <T> void add(Map<SourceRecordKey, List<T>> to, @Nullable SourceRecordKey key, T record) {
        if (key != null) {
            to.computeIfAbsent(key, unseen -> new ArrayList<>()).add(record);
        }
    }

    private static PersonFile file(
            String person,
            List<PersonRecord> members,
            Map<SourceRecordKey, List<CaseRecord>> cases,
            Map<SourceRecordKey, List<ContactRecord>> contacts) {
        List<Sourced<PersonName>> names = members.stream()
                .flatMap(member ->
                        member.names().stream().map(name -> new Sourced<>(name, List.of(member.key()), "any")))
                .toList();
        MasterRecord master = new MasterRecord(
                idOf(person),
                1,
                NOW,
                names.isEmpty() ? null : names.getFirst(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                members.stream().map(PersonRecord::role).distinct().toList(),
                members.stream()
                        .map(member -> new Member(LinkKind.AUTOMATIC, member))
                        .toList());
        return new PersonFile(
                master,
                members.stream()
                        .flatMap(member -> contacts.getOrDefault(member.key(), List.of()).stream())
                        .distinct()
                        .toList(),
                members.stream()
                        .flatMap(member -> cases.getOrDefault(member.key(), List.of()).stream())
                        .distinct()
                        .toList(),
                List.of(),
                List.of());
    }

    static MasterId idOf(String person) {
        return new MasterId(UUID.nameUUIDFromBytes(person.getBytes(StandardCharsets.UTF_8)));
    }

    /** The records of each person, by the truth's own id. */
    Map<String, List<PersonRecord>> people() {
        return people;
    }

    @Override
    public Map<MasterId, PersonFile> load(Collection<MasterId> ids) {
        Map<MasterId, PersonFile> loaded = new HashMap<>();
        ids.forEach(id -> loaded.put(id, Objects.requireNonNull(files.get(id))));
        return loaded;
    }

    @Override
    public Map<SourceRecordKey, CaseFellow> fellows(Collection<PersonFile> of) {
        Map<SourceRecordKey, CaseFellow> fellows = new HashMap<>();
        of.stream().flatMap(file -> file.cases().stream()).forEach(one -> {
            for (SourceRecordKey key :
                    one.reporter() == null ? List.of(one.subject()) : List.of(one.subject(), one.reporter())) {
                if (records.get(key) instanceof PersonRecord person) {
                    fellows.put(key, new CaseFellow(person, Set.of(), Map.of(), Set.of()));
                }
            }
        });
        return fellows;
    }

    @Override
    public Set<SourceRecordKey> hidden() {
        return Set.of();
    }

    @Override
    public IdentityHash identityHash() {
        return number -> "hash of " + new StringBuilder(number).reverse();
    }

    @Override
    public Set<MasterId> unknown(Collection<MasterId> ids) {
        return Set.of();
    }

    @Override
    public List<StandingVersion> standing(@Nullable MasterId after, int limit) {
        return standing.stream()
                .filter(one -> after == null || one.id().toString().compareTo(after.toString()) > 0)
                .limit(limit)
                .toList();
    }
}
