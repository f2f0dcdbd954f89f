package org.unifiedhotline.searchindex.indexing;

import org.unifiedhotline.searchindex.SearchUnavailableException;

/** Carries changed master records from the hub's outbox to the index. */
@SuppressWarnings("DoNotCallSuggester") // the body follows in the next commits
public final class Indexer {

    Indexer() {}

    /**
     * Indexes what waits next and marks it done; to be called again at once while it answers more than 0.
     *
     * @return how many waiting changes were dealt with; 0 if none waited
     * @throws SearchUnavailableException if Elasticsearch cannot take them now; nothing is lost, try again later
     */
    public int indexNext() {
        throw new UnsupportedOperationException("follows in the next commits");
    }
}
