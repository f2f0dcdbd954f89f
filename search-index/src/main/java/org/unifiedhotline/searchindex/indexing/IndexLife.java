package org.unifiedhotline.searchindex.indexing;

import java.util.List;
import java.util.function.LongConsumer;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.searchindex.SearchUnavailableException;

/** Makes, rebuilds and checks the versioned indices behind the alias. */
@SuppressWarnings("DoNotCallSuggester") // the bodies follow in the next commits
public final class IndexLife {

    IndexLife() {}

    /**
     * Makes the index if there is none and fills it with what the hub holds; does nothing if it stands.
     *
     * @throws SearchUnavailableException if Elasticsearch cannot be reached
     */
    public void prepare() {
        throw new UnsupportedOperationException("follows in the next commits");
    }

    /**
     * Builds a new index from the hub while the old one answers and takes changes, then switches the alias.
     *
     * @param progress told the number of documents written so far, now and then
     * @return how many documents were written
     * @throws SearchUnavailableException if Elasticsearch cannot be reached; the old index stays
     */
    public long rebuild(LongConsumer progress) {
        throw new UnsupportedOperationException("follows in the next commits");
    }

    /**
     * Compares the index with the hub, id by id. Changes on their way may show up: ask again for those found.
     *
     * @throws SearchUnavailableException if Elasticsearch cannot be reached
     */
    public Drift drift() {
        throw new UnsupportedOperationException("follows in the next commits");
    }

    /**
     * Writes again, or deletes, the documents of these people by what the hub holds now.
     *
     * @throws SearchUnavailableException if Elasticsearch cannot be reached
     */
    public void repair(List<MasterId> ids) {
        throw new UnsupportedOperationException("follows in the next commits");
    }

    /**
     * Where index and hub differ.
     *
     * @param missing in the hub, not in the index
     * @param outdated in both, the index with another version
     * @param surplus in the index, not in the hub
     */
    public record Drift(List<MasterId> missing, List<MasterId> outdated, List<MasterId> surplus) {
        public Drift {
            missing = List.copyOf(missing);
            outdated = List.copyOf(outdated);
            surplus = List.copyOf(surplus);
        }

        /** Whether index and hub hold the same. */
        public boolean none() {
            return missing.isEmpty() && outdated.isEmpty() && surplus.isEmpty();
        }
    }
}
