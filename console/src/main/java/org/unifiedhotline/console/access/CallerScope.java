package org.unifiedhotline.console.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.assignment.Clearance;
import org.unifiedhotline.masterrecords.desk.Reveals;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.scope.FieldKind;
import org.unifiedhotline.masterrecords.scope.Label;
import org.unifiedhotline.masterrecords.scope.PlainFields;
import org.unifiedhotline.masterrecords.scope.ReaderScope;

/** What a caller may know of, asked by controllers before they ask the hub. */
@Component
public final class CallerScope {
    private final RolesTable roles;
    private final Clearance clearance;
    private final Reveals reveals;
    private final MasterRecords masterRecords;

    CallerScope(RolesTable roles, Clearance clearance, Reveals reveals, MasterRecords masterRecords) {
        this.roles = roles;
        this.clearance = clearance;
        this.reveals = reveals;
        this.masterRecords = masterRecords;
    }

    /** The source systems whose records the caller may see; none for a caller without such a role. */
    public Set<SourceSystem> sourcesOf(Authentication login) {
        return roles.sourcesOf(Caller.of(login));
    }

    /** What the caller may know of people, record by record: handed to whatever reads people for them. */
    public ReaderScope of(Authentication login) {
        return roles.scopeOf(Caller.of(login));
    }

    /** The same for one person: everything for whoever broke the glass, while that holds. */
    public ReaderScope of(Authentication login, MasterId person) {
        ReaderScope scope = of(login);
        return !scope.isWhole() && hasBrokenGlass(login, person) ? ReaderScope.ALL : scope;
    }

    /** Whether the caller broke the glass over this person, and it still holds. */
    public boolean hasBrokenGlass(Authentication login, MasterId person) {
        return revealed(login, person).map(Reveals.Reveal::breakGlass).orElse(false);
    }

    /** What was revealed of a person to the caller, and still is; of several all fields, until the first ends. */
    public Optional<Reveals.Reveal> revealed(Authentication login, MasterId person) {
        return reveals.of(Caller.of(login).name()).stream()
                .filter(one -> one.masterId().equals(person))
                .reduce(CallerScope::together);
    }

    private static Reveals.Reveal together(Reveals.Reveal one, Reveals.Reveal other) {
        Set<FieldKind> fields = new HashSet<>(one.fields());
        fields.addAll(other.fields());
        return new Reveals.Reveal(
                one.masterId(),
                fields,
                one.breakGlass() || other.breakGlass(),
                one.until().isBefore(other.until()) ? one.until() : other.until());
    }

    /** Whether the caller may ask to see people outside their scope and clearance. */
    public boolean mayBreakGlass(Authentication login) {
        return roles.mayBreakGlass(Caller.of(login));
    }

    /**
     * Lets only those pass who are shown people whose processing is restricted.
     *
     * @throws ProblemException 403 for others, if this person is one
     */
    public void requireUnrestricted(Authentication login, MasterId person) {
        if (!readsRestricted(login)
                && !masterRecords.restricted(List.of(person)).isEmpty()) {
            throw ProblemException.restricted(
                    "Processing of this person's data is restricted: only named roles are shown them until that is lifted.");
        }
    }

    /** Whether the caller is shown people whose processing is restricted. */
    public boolean readsRestricted(Authentication login) {
        return roles.readsRestricted(Caller.of(login));
    }

    /** The records of people whom the caller is not told of because their processing is restricted, and the cases about them. */
    public Set<SourceRecordKey> restrictedFrom(Authentication login) {
        return readsRestricted(login) ? Set.of() : masterRecords.restrictedRecords();
    }

    /** Those of these people whom the caller is not told of because their processing is restricted. */
    public Set<MasterId> restrictedFrom(Authentication login, Collection<MasterId> people) {
        return readsRestricted(login) ? Set.of() : masterRecords.restricted(people);
    }

    /** Whether the caller is a system outside the office: what it is told has left the service. */
    public boolean isOutside(Authentication login) {
        return roles.isOutside(Caller.of(login));
    }

    /** The systems that a client outside the office is itself, by its roles: their records are its own. None for the office. */
    public Set<SourceSystem> ownSystems(Authentication login) {
        return isOutside(login) ? roles.ownSystemsOf(Caller.of(login)) : Set.of();
    }

    /**
     * Lets only those pass whose purpose opens these fields to them.
     *
     * @param typed what it is for, as typed
     * @return the name of the purpose
     * @throws ProblemException 403 for others, which names the purpose and what it opens
     */
    public String requirePurpose(Authentication login, String typed, Set<FieldKind> fields) {
        String purpose = roles.purposes().named(typed);
        Set<FieldKind> opened = roles.purposes().opens(purpose, Caller.of(login));
        if (!opened.containsAll(fields)) {
            throw ProblemException.outOfScope("The purpose '" + purpose + "' opens "
                    + (opened.isEmpty() ? "nothing" : new TreeSet<>(opened)) + " to your role.");
        }
        return purpose;
    }

    /** How long what is revealed is read plainly. */
    public RevealRules revealRules() {
        return roles.reveal();
    }

    /** Which source records the caller may find: the one place where search, suggestions and exports ask. */
    public org.unifiedhotline.searchindex.queries.ReaderScope readerScope(Authentication login) {
        return SearchScope.of(of(login))
                .clearedFor(clearance.of(Caller.of(login).name()))
                .reading(plainOf(login));
    }

    /** Which fields the caller reads plainly, whoever they are of. */
    public PlainFields plainOf(Authentication login) {
        return roles.plainOf(Caller.of(login));
    }

    /**
     * Lets only those pass who may see the records of every centre, province and label: what is told of both systems' rows without a
     * person in between is not narrowed by these.
     *
     * @throws ProblemException 403 for others
     */
    public void requireEveryCentreAndLabel(Authentication login) {
        ReaderScope scope = of(login);
        if (!new ReaderScope(
                        scope.sources(),
                        new ReaderScope.EveryCentre(),
                        new ReaderScope.EveryProvince(),
                        EnumSet.allOf(Label.class))
                .equals(scope)) {
            throw ProblemException.outOfScope("This is not told to readers of some centres or provinces only.");
        }
    }

    /**
     * Lets only those pass who may see the records of this source system.
     *
     * @throws ProblemException 403 for others, whether or not the record exists
     */
    public void requireSource(Authentication login, SourceSystem system) {
        if (!sourcesOf(login).contains(system)) {
            throw ProblemException.outOfScope("Records of " + system.code() + " are outside your scope.");
        }
    }

    /**
     * Lets only those pass who are cleared for the person whom these records make ({@code config/stewards.yaml}).
     *
     * @throws ProblemException 403 for others
     */
    public void requireCleared(Authentication login, Collection<SourceRecordKey> records) {
        if (!isClearedFor(login, records)) {
            throw ProblemException.outOfScope("This is about somebody whom you are not cleared for.");
        }
    }

    /**
     * Lets only those pass who are cleared for these records, by number, and for whom they belong to now.
     *
     * @throws ProblemException 403 for others
     */
    public void requireClearedForRecords(Authentication login, Collection<Long> records) {
        if (!clearance.covers(Caller.of(login).name(), records)) {
            throw ProblemException.outOfScope("This is about somebody whom you are not cleared for.");
        }
    }

    /** Whether the caller is cleared for these records and for whom they belong to now, by all that these people's records are, in scope or not. */
    public boolean isClearedFor(Authentication login, Collection<SourceRecordKey> records) {
        return cleared(login, records).containsAll(records);
    }

    /** Those of these records for whose people, as they are now, the caller is cleared. */
    public Set<SourceRecordKey> cleared(Authentication login, Collection<SourceRecordKey> records) {
        return clearance.ofPeople(Caller.of(login).name(), records);
    }

    /**
     * Lets only those pass who are cleared for everybody.
     *
     * @throws ProblemException 403 for others
     */
    public void requireClearedForAll(Authentication login) {
        if (!isClearedForAll(login)) {
            throw ProblemException.outOfScope("This is about somebody whom you are not cleared for.");
        }
    }

    /** Whether the caller is cleared for everybody. */
    public boolean isClearedForAll(Authentication login) {
        return clearance.isWhole(Caller.of(login).name());
    }

    /**
     * Lets only those pass who may know everything: what is made of all records of a person is not taken apart for a reader
     * of some.
     *
     * @throws ProblemException 403 for others
     */
    public void requireEverySource(Authentication login) {
        if (!of(login).isWhole()) {
            throw ProblemException.outOfScope(
                    "A master record holds records of sources or centres outside your scope.");
        }
    }
}
