package org.unifiedhotline.matching.record;

import java.util.List;

/**
 * What clustering makes of a set of records.
 *
 * @param clusters the stable keys of each cluster's members, in order; clusters ordered by their first member; a record
 *     alone is a cluster of one
 * @param suggestions questions for stewards
 */
public record ClusterOutcome(List<List<String>> clusters, List<Suggestion> suggestions) {
    public ClusterOutcome {
        clusters = clusters.stream().map(List::copyOf).toList();
        suggestions = List.copyOf(suggestions);
    }
}
