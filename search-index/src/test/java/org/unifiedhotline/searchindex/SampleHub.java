package org.unifiedhotline.searchindex;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.assignment.Sensitivity;
import org.unifiedhotline.masterrecords.records.CaseFellow;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.records.StandingVersion;
import org.unifiedhotline.searchindex.documents.IdentityHash;
import org.unifiedhotline.searchindex.indexing.HubRecords;

/** A hub that holds what a test gives it. */
public final class SampleHub implements HubRecords {
    private final Set<MasterId> everHeld = new HashSet<>();
    private final Map<MasterId, PersonFile> files = new TreeMap<>(Comparator.comparing((MasterId id) -> id.toString()));
    private Set<SourceRecordKey> hidden = Set.of();
    private Runnable whileRead = () -> {};

    public SampleHub hold(PersonFile file) {
        files.put(file.master().id(), file);
        everHeld.add(file.master().id());
        return this;
    }

    /** Nobody may find whom these records are of; what was hidden before may be found again. */
    public void hide(SourceRecordKey... records) {
        hidden = Set.of(records);
    }

    @Override
    public Set<SourceRecordKey> hidden() {
        return hidden;
    }

    /** As if it had never been: the hub is set back. */
    public void neverHeld(MasterId id) {
        files.remove(id);
        everHeld.remove(id);
    }

    @Override
    public Set<MasterId> unknown(Collection<MasterId> ids) {
        Set<MasterId> unknown = new HashSet<>(ids);
        unknown.removeAll(everHeld);
        return unknown;
    }

    /** What happens while all people are read for an index. */
    public void whileRead(Runnable what) {
        whileRead = what;
    }

    public void forget(MasterId id) {
        files.remove(id);
    }

    @Override
    public Map<MasterId, PersonFile> load(Collection<MasterId> ids) {
        Map<MasterId, PersonFile> loaded = new HashMap<>();
        for (MasterId id : ids) {
            PersonFile file = files.get(id);
            if (file != null) {
                loaded.put(id, file);
            }
        }
        return loaded;
    }

    @Override
    public IdentityHash identityHash() {
        return number -> "hash of " + new StringBuilder(number).reverse();
    }

    @Override
    public Map<SourceRecordKey, CaseFellow> fellows(Collection<PersonFile> of) {
        Map<SourceRecordKey, CaseFellow> fellows = new HashMap<>();
        files.values()
                .forEach(file -> file.master().members().forEach(member -> {
                    boolean named = of.stream()
                            .flatMap(one -> one.cases().stream())
                            .anyMatch(one -> one.subject().equals(member.key())
                                    || member.key().equals(one.reporter()));
                    if (named) {
                        fellows.put(
                                member.key(),
                                new CaseFellow(
                                        member.person(),
                                        centresOf(member.key(), file),
                                        caseCentres(file),
                                        Sensitivity.of(List.of(member.key()))));
                    }
                }));
        return fellows;
    }

    private static Set<Centre> centresOf(SourceRecordKey record, PersonFile file) {
        Set<SourceRecordKey> about = file.cases().stream()
                .filter(one -> one.subject().equals(record))
                .map(CaseRecord::key)
                .collect(Collectors.toSet());
        return file.contacts().stream()
                .filter(contact -> record.equals(contact.caller())
                        || (contact.caseKey() != null && about.contains(contact.caseKey())))
                .map(ContactRecord::centre)
                .collect(Collectors.toSet());
    }

    private static Map<SourceRecordKey, Set<Centre>> caseCentres(PersonFile file) {
        return file.contacts().stream()
                .filter(contact -> contact.caseKey() != null)
                .collect(Collectors.groupingBy(
                        ContactRecord::caseKey, Collectors.mapping(ContactRecord::centre, Collectors.toSet())));
    }

    @Override
    public List<StandingVersion> standing(@Nullable MasterId after, int limit) {
        List<StandingVersion> page = files.values().stream()
                .filter(file -> after == null || file.master().id().toString().compareTo(after.toString()) > 0)
                .limit(limit)
                .map(file ->
                        new StandingVersion(file.master().id(), file.master().version()))
                .toList();
        whileRead.run();
        return page;
    }
}
