package org.unifiedhotline.masterrecords.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.ReferralRecord;
import org.unifiedhotline.mappings.canonical.ReturnRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.KeyedHashes;
import org.unifiedhotline.masterrecords.records.MemberTables.StandingMembers;
import org.unifiedhotline.masterrecords.scope.ReaderScope;
import org.unifiedhotline.masterrecords.scope.ScopedRecords;
import org.unifiedhotline.masterrecords.scope.ScopedRecords.Recorded;

/** Master records as they stand now, each rebuilt from its present members, and their history. */
public final class MasterRecords {
    private final HubDatabase hub;
    private final Survivorship survivorship;
    private final MemberTables members;
    private final RelatedTables related;
    private final CaseFellows fellows;
    private final ScopedRecords scoped;
    private final LinkKinds linkKinds;

    public MasterRecords(HubDatabase hub, SurvivorshipRules rules) {
        this.hub = hub;
        this.survivorship = new Survivorship(rules);
        this.members = new MemberTables(hub);
        this.related = new RelatedTables(hub);
        this.fellows = new CaseFellows(hub);
        this.scoped = new ScopedRecords(hub);
        this.linkKinds = new LinkKinds(hub);
    }

    /** The hub's keyed hashes, of what others keep of master records and compare for equality only. */
    public KeyedHashes hashes() {
        return hub.keys().hashes();
    }

    /** What an id leads to; redirects are followed to the master record that stands. */
    public MasterLookup find(MasterId id) {
        return hub.read(() -> switch (members.fate(id)) {
            case MemberTables.Fate.NeverWas ignored -> new MasterLookup.Unknown();
            case MemberTables.Fate.IsGone ignored -> new MasterLookup.Gone();
            case MemberTables.Fate.Stands stands ->
                stands.id().equals(id) ? found(id) : new MasterLookup.MergedInto(stands.id());
        });
    }

    /** What the codes in a file are called at their sources. */
    public CodeNames codeNames(PersonFile file) {
        return hub.read(() -> CodeNames.of(hub, file));
    }

    /** Whether somebody stands behind an id, directly or redirected; not for readers' eyes. */
    public boolean stands(MasterId id) {
        return hub.read(() -> members.fate(id) instanceof MemberTables.Fate.Stands);
    }

    /**
     * What an id leads to, as far as a reader may know: a master record made of the members within their scope. Of whom none is, the
     * id is unknown to them, and so is one whose redirect leads to such a person, or to nobody any more.
     */
    public MasterLookup find(MasterId id, ReaderScope scope) {
        if (scope.isWhole()) {
            return find(id);
        }
        return hub.read(() -> switch (members.fate(id)) {
            case MemberTables.Fate.NeverWas ignored -> new MasterLookup.Unknown();
            case MemberTables.Fate.IsGone ignored -> new MasterLookup.Unknown();
            case MemberTables.Fate.Stands stands -> {
                PersonFile file = load(List.of(stands.id()), scope).get(stands.id());
                if (file == null) {
                    yield new MasterLookup.Unknown();
                }
                yield stands.id().equals(id) ? new MasterLookup.Found(file) : new MasterLookup.MergedInto(stands.id());
            }
        });
    }

    private MasterLookup found(MasterId id) {
        PersonFile file = load(List.of(id)).get(id);
        return file == null ? new MasterLookup.Gone() : new MasterLookup.Found(file);
    }

    /**
     * The person files of those ids that stand, by id; made for hundreds at a time in a few queries. A master record all
     * of whose source records were deleted a moment ago, and which is to be resolved yet, is left out.
     */
    public Map<MasterId, PersonFile> load(Collection<MasterId> ids) {
        return load(ids, ReaderScope.ALL);
    }

    /** The same, each of the members within a reader's scope; of whom none is, is left out. */
    public Map<MasterId, PersonFile> load(Collection<MasterId> ids, ReaderScope scope) {
        return hub.read(() -> files(within(scope, members.load(ids)), scope));
    }

    /** The records that those of these people are made of who stand, without what else their files hold. */
    public Map<MasterId, List<Member>> membersOf(Collection<MasterId> ids) {
        return members.load(ids).stream().collect(Collectors.toMap(StandingMembers::id, StandingMembers::members));
    }

    private Collection<StandingMembers> within(ReaderScope scope, Collection<StandingMembers> standing) {
        Set<Long> within = scoped.within(
                scope,
                standing.stream().flatMap(one -> one.recordIds().stream()).toList());
        return standing.stream()
                .map(one -> one.onlyOf(within, linkKinds))
                .filter(one -> !one.members().isEmpty())
                .toList();
    }

    /** Whose these records are now, by number; those that lead to nobody are left out. */
    public Set<MasterId> peopleOf(Collection<Long> records) {
        return records.isEmpty() ? Set.of() : members.peopleOf(records);
    }

    /** Whose each of these source records is now, by record; one that is nobody's is absent. */
    public Map<Long, MasterId> ownersOf(Collection<Long> records) {
        return records.isEmpty() ? Map.of() : members.ownersOf(records);
    }

    /** Those of these people whose processing is restricted: they are in no index and shown to named roles only. */
    public Set<MasterId> restricted(Collection<MasterId> ids) {
        return ids.isEmpty() ? Set.of() : members.restricted(ids);
    }

    /** The records of all people whose processing is restricted, and the cases about them: few, for each restriction is a decision. */
    public Set<SourceRecordKey> restrictedRecords() {
        return members.restrictedRecords();
    }

    /**
     * The records of people whom nobody may find, whatever the search index still holds: of the restricted all that is and was theirs, and
     * those erased until the index let go of them. By record and not by id: a document may stand under an id that was merged away since.
     */
    public Set<SourceRecordKey> hiddenRecords() {
        return members.hiddenRecords();
    }

    /** The person files of those ids that stand and may be found, without the cases about others who may not be. */
    public Map<MasterId, PersonFile> loadFindable(Collection<MasterId> ids) {
        return hub.read(() -> {
            Set<MasterId> restricted = restricted(ids);
            Map<MasterId, PersonFile> files =
                    load(ids.stream().filter(id -> !restricted.contains(id)).toList());
            Set<SourceRecordKey> hidden = restrictedRecords();
            if (!hidden.isEmpty()) {
                files.replaceAll((id, file) -> file.without(hidden));
            }
            return files;
        });
    }

    /**
     * Master records that stand and may be found, in the order of their ids as text: all of them, read page by page.
     *
     * @param after the id to begin behind; null for the beginning
     * @param limit how many at most
     */
    public List<StandingVersion> standing(@Nullable MasterId after, int limit) {
        return members.standing(after, limit);
    }

    /** Those of the ids that were never given to anybody. */
    public Set<MasterId> unknown(Collection<MasterId> ids) {
        return members.unknown(ids);
    }

    /** The ids that were merged away and now lead to this one; for readers who may know everything. */
    public List<MasterId> mergedInto(MasterId id) {
        return members.mergedInto(id);
    }

    /** How many stand. */
    public long count() {
        return members.count();
    }

    /** The source records that cases name together with these people and that are others', by key. */
    public Map<SourceRecordKey, CaseFellow> fellows(Collection<PersonFile> files) {
        return fellows.of(files);
    }

    /** What happened to this id, oldest first; empty if it never existed. */
    public List<MasterChange> history(MasterId id) {
        return hub.read(() -> members.history(id));
    }

    /**
     * The same as far as a reader may know: without members outside their scope, without changes that nothing is left of, and without
     * other people's ids.
     */
    public List<MasterChange> history(MasterId id, ReaderScope scope) {
        List<MasterChange> whole = history(id);
        if (scope.isWhole()) {
            return whole;
        }
        List<SourceRecordKey> all = whole.stream()
                .flatMap(change -> change.members().stream())
                .distinct()
                .toList();
        Set<SourceRecordKey> within = hub.read(() -> Set.copyOf(scoped.keysWithin(scope, all)));
        return whole.stream()
                .map(change -> change.withoutOther(
                        change.members().stream().filter(within::contains).toList()))
                .filter(change -> !change.members().isEmpty())
                .toList();
    }

    private Map<MasterId, PersonFile> files(Collection<StandingMembers> standing, ReaderScope scope) {
        Map<Long, MasterId> owners = new HashMap<>();
        standing.forEach(one -> one.recordIds().forEach(record -> owners.put(record, one.id())));
        Map<MasterId, Files> files = new LinkedHashMap<>();
        standing.forEach(one -> files.put(one.id(), new Files()));
        related.contacts(
                owners.keySet(),
                (person, record) -> of(files, owners, person).contacts.add(record));
        related.cases(
                owners.keySet(),
                (person, record) -> of(files, owners, person).cases.add(record));
        related.referrals(
                owners.keySet(),
                (person, record) -> of(files, owners, person).referrals.add(record));
        related.returns(
                owners.keySet(),
                (person, record) -> of(files, owners, person).returns.add(record));
        Map<MasterId, Pins> pins = members.pins(files.keySet());
        Recorded recorded = scoped.recorded(
                scope,
                files.values().stream().flatMap(one -> one.contacts.stream()).toList(),
                files.values().stream().flatMap(one -> one.cases.stream()).toList());
        files.values().forEach(one -> one.keep(recorded));
        Map<MasterId, PersonFile> made = new LinkedHashMap<>();
        standing.forEach(one -> made.put(
                one.id(),
                Objects.requireNonNull(files.get(one.id()))
                        .of(survivorship.masterRecord(
                                one.id(),
                                one.version(),
                                one.changedAt(),
                                one.members(),
                                pins.getOrDefault(one.id(), Pins.NONE)))));
        nameWithin(scope, made);
        return made;
    }

    /** Who called or reported and lies outside is no more than that somebody did. */
    private void nameWithin(ReaderScope scope, Map<MasterId, PersonFile> files) {
        if (scope.isWhole()) {
            return;
        }
        Set<SourceRecordKey> within = Set.copyOf(scoped.keysWithin(
                scope,
                files.values().stream()
                        .flatMap(file -> file.callersAndReporters().stream())
                        .distinct()
                        .toList()));
        files.replaceAll((id, file) -> file.naming(within::contains));
    }

    private static Files of(Map<MasterId, Files> files, Map<Long, MasterId> owners, Long person) {
        return Objects.requireNonNull(files.get(Objects.requireNonNull(owners.get(person))));
    }

    /** What both systems recorded of one person, gathered; a record may come by two ways. */
    private static final class Files {
        private final List<ContactRecord> contacts = new ArrayList<>();
        private final List<CaseRecord> cases = new ArrayList<>();
        private final List<ReferralRecord> referrals = new ArrayList<>();
        private final List<ReturnRecord> returns = new ArrayList<>();

        void keep(Recorded within) {
            contacts.removeIf(contact -> !within.admits(contact));
            cases.removeIf(one -> !within.admits(one));
            referrals.removeIf(referral -> !within.admits(referral));
        }

        PersonFile of(MasterRecord master) {
            return new PersonFile(
                    master,
                    newestFirst(
                            contacts,
                            Comparator.comparing(ContactRecord::receivedAt)
                                    .reversed()
                                    .thenComparing(ContactRecord::key)),
                    newestFirst(
                            cases,
                            Comparator.comparing(CaseRecord::openedOn)
                                    .reversed()
                                    .thenComparing(CaseRecord::key)),
                    newestFirst(
                            referrals,
                            Comparator.comparing(ReferralRecord::referredOn)
                                    .reversed()
                                    .thenComparing(ReferralRecord::key)),
                    newestFirst(
                            returns,
                            Comparator.comparing(ReturnRecord::returnedOn)
                                    .reversed()
                                    .thenComparing(ReturnRecord::key)));
        }

        private static <T> List<T> newestFirst(List<T> records, Comparator<T> order) {
            return records.stream().distinct().sorted(order).toList();
        }
    }
}
