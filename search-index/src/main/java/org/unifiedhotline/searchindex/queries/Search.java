package org.unifiedhotline.searchindex.queries;

import org.unifiedhotline.searchindex.SearchUnavailableException;

/** The search of the one box. */
@SuppressWarnings("DoNotCallSuggester") // the body follows in the next commits
public final class Search {

    Search() {}

    /**
     * Finds people.
     *
     * @throws SearchUnavailableException if Elasticsearch cannot be reached or cannot answer
     * @throws IllegalArgumentException if the cursor does not belong to this request
     */
    public SearchResult search(SearchRequest request) {
        throw new UnsupportedOperationException("follows in the next commits");
    }
}
