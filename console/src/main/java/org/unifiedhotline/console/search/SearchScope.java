package org.unifiedhotline.console.search;

import java.util.Set;
import org.unifiedhotline.masterrecords.scope.Label;
import org.unifiedhotline.masterrecords.scope.ReaderScope;

/** A reader's scope in the words of the search index, which does not tell labels apart: a reader of some finds nobody. */
final class SearchScope {
    private SearchScope() {}

    static org.unifiedhotline.searchindex.queries.ReaderScope of(ReaderScope scope) {
        boolean knowsEveryLabel = scope.labels().size() == Label.values().length;
        return new org.unifiedhotline.searchindex.queries.ReaderScope(
                knowsEveryLabel ? scope.sources() : Set.of(),
                switch (scope.centres()) {
                    case ReaderScope.EveryCentre ignored ->
                        new org.unifiedhotline.searchindex.queries.ReaderScope.EveryCentre();
                    case ReaderScope.OnlyCentres only ->
                        new org.unifiedhotline.searchindex.queries.ReaderScope.OnlyCentres(only.centres());
                });
    }
}
