package org.unifiedhotline.console.access;

import java.util.Set;
import java.util.stream.Collectors;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.masterrecords.scope.Label;
import org.unifiedhotline.masterrecords.scope.ReaderScope;

/** A reader's scope in the words of the search index, which tells a record's label by the role of the person in it. */
final class SearchScope {
    private SearchScope() {}

    static org.unifiedhotline.searchindex.queries.ReaderScope of(ReaderScope scope) {
        Set<PersonRole> roles = scope.labels().stream().map(SearchScope::role).collect(Collectors.toUnmodifiableSet());
        return org.unifiedhotline.searchindex.queries.ReaderScope.of(scope.sources())
                .ofRoles(roles)
                .of(
                        switch (scope.centres()) {
                            case ReaderScope.EveryCentre ignored ->
                                new org.unifiedhotline.searchindex.queries.ReaderScope.EveryCentre();
                            case ReaderScope.OnlyCentres only ->
                                new org.unifiedhotline.searchindex.queries.ReaderScope.OnlyCentres(only.centres());
                        })
                .of(
                        switch (scope.provinces()) {
                            case ReaderScope.EveryProvince ignored ->
                                new org.unifiedhotline.searchindex.queries.ReaderScope.EveryProvince();
                            case ReaderScope.OnlyProvinces only ->
                                new org.unifiedhotline.searchindex.queries.ReaderScope.OnlyProvinces(only.codes());
                        });
    }

    private static PersonRole role(Label label) {
        return switch (label) {
            case ORDINARY -> PersonRole.CALLER;
            case CHILD -> PersonRole.CHILD;
            case TRAFFICKING_VICTIM -> PersonRole.VICTIM;
        };
    }
}
