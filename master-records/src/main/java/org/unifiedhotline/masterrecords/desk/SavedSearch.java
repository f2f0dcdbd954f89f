package org.unifiedhotline.masterrecords.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A search that somebody keeps under a name.
 *
 * @param parameters of the search, by name, each with its values
 */
public record SavedSearch(long id, String name, Map<String, List<String>> parameters, Instant savedAt) {
    public SavedSearch {
        parameters = Map.copyOf(parameters);
    }

    /** Names nothing that was typed: safe in a log. */
    @Override
    public String toString() {
        return "SavedSearch[" + id + "]";
    }
}
