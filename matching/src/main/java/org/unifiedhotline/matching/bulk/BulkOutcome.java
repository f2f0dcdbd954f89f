package org.unifiedhotline.matching.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.record.Edge;
import org.unifiedhotline.matching.record.Suggestion;

/** What a bulk run found: records in the order of their keys, the edges kept, the cluster of each record, and questions. */
public final class BulkOutcome {
    private final List<EncodedRecord> records;
    private final Edges edges;
    private final int[] clusterOf;
    private final List<Suggestion> suggestions;
    private final long candidates;

    BulkOutcome(
            List<EncodedRecord> records, Edges edges, int[] clusterOf, List<Suggestion> suggestions, long candidates) {
        this.records = List.copyOf(records);
        this.edges = edges;
        this.clusterOf = clusterOf.clone();
        this.suggestions = List.copyOf(suggestions);
        this.candidates = candidates;
    }

    /** The records, in the order of their keys. */
    public List<EncodedRecord> records() {
        return records;
    }

    /** All pairs at or above the possible threshold, by the places of their records. */
    public Edges edges() {
        return edges;
    }

    /** An edge by the keys of its records. */
    public Edge edge(int which) {
        return new Edge(
                records.get(edges.a(which)).key(), records.get(edges.b(which)).key(), edges.bits(which), false);
    }

    /** The place of the first member of a record's cluster. */
    public int clusterOf(int record) {
        return clusterOf[record];
    }

    /** The keys of each cluster's members. */
    public List<List<String>> clusters() {
        Map<Integer, List<String>> clusters = new TreeMap<>();
        for (int i = 0; i < clusterOf.length; i++) {
            clusters.computeIfAbsent(clusterOf[i], _ -> new ArrayList<>())
                    .add(records.get(i).key());
        }
        return List.copyOf(clusters.values());
    }

    /** Questions for stewards: those of the components, and possible links between them. */
    public List<Suggestion> suggestions() {
        return suggestions;
    }

    /** How many pairs were compared. */
    public long candidates() {
        return candidates;
    }
}
