package org.unifiedhotline.console.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.rights.Consent;
import org.unifiedhotline.masterrecords.scope.ReaderScope;

/**
 * What a client outside the office is told that was granted other systems' rows than its own: of people who did not consent, its own
 * alone. Of everybody else this is what {@link CallerScope} says.
 */
@Component
public final class ConsentedScope {
    private final CallerScope scope;
    private final Consent consent;

    ConsentedScope(CallerScope scope, Consent consent) {
        this.scope = scope;
        this.consent = consent;
    }

    /** Whether consent decides anything for this caller. */
    public boolean decidesFor(Authentication login) {
        return scope.isOutside(login)
                && !scope.ownSystems(login).containsAll(scope.of(login).sources());
    }

    /** What the caller may search in: what nobody needs to consent to. */
    public ReaderScope searched(Authentication login) {
        return decidesFor(login) ? only(scope.of(login), scope.ownSystems(login)) : scope.of(login);
    }

    /** What the caller may know of a person. */
    public ReaderScope of(Authentication login, MasterId person) {
        return decidesFor(login) && !consenting(List.of(person)).contains(person)
                ? only(scope.of(login), scope.ownSystems(login))
                : scope.of(login, person);
    }

    /**
     * The systems whose records of a person are told to whoever asked by a record of that person.
     *
     * @param asked the system of the record that was asked by: it is told in any case
     */
    public Set<SourceSystem> sources(Authentication login, MasterId person, SourceSystem asked) {
        Set<SourceSystem> all = scope.sourcesOf(login);
        return decidesFor(login) && !consenting(List.of(person)).contains(person)
                ? all.contains(asked) ? Set.of(asked) : Set.of()
                : all;
    }

    /** Those of these people of whom other systems' records may be told too. */
    public Set<MasterId> consenting(Collection<MasterId> people) {
        Set<MasterId> consenting = new HashSet<>();
        consent.of(people).forEach((id, state) -> {
            if (state.lets()) {
                consenting.add(id);
            }
        });
        return consenting;
    }

    private static ReaderScope only(ReaderScope whole, Set<SourceSystem> sources) {
        Set<SourceSystem> some = EnumSet.noneOf(SourceSystem.class);
        some.addAll(whole.sources());
        some.retainAll(sources);
        return new ReaderScope(some, whole.centres(), whole.provinces(), whole.labels());
    }
}
