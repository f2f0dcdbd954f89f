package org.unifiedhotline.console.access;

import java.util.Collection;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.assignment.Clearance;
import org.unifiedhotline.searchindex.queries.ReaderScope;

/** What a caller may know of, asked by controllers before they ask the hub. */
@Component
public final class CallerScope {
    private final RolesTable roles;
    private final Clearance clearance;

    CallerScope(RolesTable roles, Clearance clearance) {
        this.roles = roles;
        this.clearance = clearance;
    }

    /** The source systems whose records the caller may see; none for a caller without such a role. */
    public Set<SourceSystem> sourcesOf(Authentication login) {
        return roles.sourcesOf(Caller.of(login));
    }

    /** Which source records the caller may find: the one place where search, suggestions and exports ask. */
    public ReaderScope readerScope(Authentication login) {
        return ReaderScope.of(sourcesOf(login))
                .clearedFor(clearance.of(Caller.of(login).name()));
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

    /** Whether the caller is cleared for whoever these records are of. */
    public boolean isClearedFor(Authentication login, Collection<SourceRecordKey> records) {
        return clearance.coversKeys(Caller.of(login).name(), records);
    }

    /** Whether the caller is cleared for everybody. */
    public boolean isClearedForAll(Authentication login) {
        return clearance.isWhole(Caller.of(login).name());
    }

    /**
     * Lets only those pass who may see the records of every source system: what is made of all of them is not taken
     * apart for a reader of some.
     *
     * @throws ProblemException 403 for others
     */
    public void requireEverySource(Authentication login) {
        if (sourcesOf(login).size() < SourceSystem.values().length) {
            throw ProblemException.outOfScope("A master record holds records of sources outside your scope.");
        }
    }
}
