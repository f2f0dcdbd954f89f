package org.unifiedhotline.console.access;

import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.mappings.source.SourceSystem;

/** What a caller may know of, asked by controllers before they ask the hub. */
@Component
public final class CallerScope {
    private final RolesTable roles;

    CallerScope(RolesTable roles) {
        this.roles = roles;
    }

    /** The source systems whose records the caller may see; none for a caller without such a role. */
    public Set<SourceSystem> sourcesOf(Authentication login) {
        return roles.sourcesOf(Caller.of(login));
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
