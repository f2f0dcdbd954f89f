package org.unifiedhotline.console.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.scope.Label;
import org.unifiedhotline.masterrecords.scope.ReaderScope;

/**
 * What a role may know of people, by its line in {@code roles.yaml}.
 *
 * @param centres those that the line names; none if it says {@link #OWN}
 * @param ownCentres whether the account's own centres are meant
 * @param provinces those that the line names; none if it says {@link #OWN}
 * @param ownProvinces whether the account's own provinces are meant
 * @param outside whether whoever has it is a system outside the office: what it is told has left the service
 * @param own whose rows are its own, of a role outside
 * @param standingPurpose what a role reads for in its ordinary work; null if it has to say so with each call
 */
record RoleScope(
        Set<SourceSystem> sources,
        ReaderScope.Centres centres,
        boolean ownCentres,
        ReaderScope.Provinces provinces,
        boolean ownProvinces,
        Set<Label> labels,
        boolean outside,
        Set<SourceSystem> own,
        @Nullable String standingPurpose) {
    static final String ALL = "all";
    static final String OWN = "own";

    RoleScope {
        sources = Set.copyOf(sources);
        labels = Set.copyOf(labels);
        own = Set.copyOf(own);
        if (!outside && !own.isEmpty()) {
            throw new IllegalArgumentException("'own' is for roles of which 'outside' is true");
        }
    }

    /** The scope of an account of this role. */
    ReaderScope of(OwnScope own) {
        return new ReaderScope(
                sources,
                ownCentres ? new ReaderScope.OnlyCentres(own.centres()) : centres,
                ownProvinces ? new ReaderScope.OnlyProvinces(own.provinces()) : provinces,
                labels);
    }
}
