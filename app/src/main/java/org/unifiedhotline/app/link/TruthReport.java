package org.unifiedhotline.app.link;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.matching.bulk.BulkOutcome;
import org.unifiedhotline.matching.bulk.Candidates;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.evaluation.ClusterScore;

/** Prints how what was found compares with the truth: pairs and clusters, and which true pairs blocking keeps. */
final class TruthReport {
    private final Map<String, String> truth;
    private final BulkOutcome outcome;
    private final int[] clusterOf;
    private final PrintStream out;

    /**
     * @param truth the person of each record, by the record's key
     * @param clusterOf the cluster of each record, by its place in the outcome
     */
    TruthReport(Map<String, String> truth, BulkOutcome outcome, int[] clusterOf, PrintStream out) {
        this.truth = truth;
        this.outcome = outcome;
        this.clusterOf = clusterOf;
        this.out = out;
    }

    void print(Candidates candidates) {
        printClusters();
        Map<String, List<Integer>> people = new HashMap<>();
        for (int i = 0; i < outcome.records().size(); i++) {
            String person = person(i);
            if (person != null) {
                people.computeIfAbsent(person, _ -> new ArrayList<>()).add(i);
            }
        }
        printBlocking(people, candidates);
        long edges = 0;
        for (int i = 0; i < outcome.edges().size(); i++) {
            String person = person(outcome.edges().a(i));
            edges += person != null && person.equals(person(outcome.edges().b(i))) ? 1 : 0;
        }
        out.println("true pairs at or above the possible threshold: " + edges);
    }

    private @Nullable String person(int record) {
        return truth.get(outcome.records().get(record).key());
    }

    private void printClusters() {
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < clusterOf.length; i++) {
            found.put(outcome.records().get(i).key(), clusterOf[i]);
        }
        List<String> persons = new ArrayList<>();
        List<String> clusters = new ArrayList<>();
        truth.forEach((key, person) -> {
            persons.add(person);
            Integer cluster = found.get(key);
            clusters.add(cluster == null ? "missing " + key : cluster.toString());
        });
        out.println("clusters: " + ClusterScore.of(persons, clusters).line());
    }

    /** Pairs of one source are not counted where two tables are linked to each other: they are never compared. */
    private void printBlocking(Map<String, List<Integer>> people, Candidates candidates) {
        long all = 0;
        long kept = 0;
        for (List<Integer> records : people.values()) {
            for (int i = 0; i < records.size(); i++) {
                for (int j = i + 1; j < records.size(); j++) {
                    if (isComparable(records.get(i), records.get(j))) {
                        all++;
                        kept += candidates.areCandidates(records.get(i), records.get(j)) ? 1 : 0;
                    }
                }
            }
        }
        out.printf(
                Locale.ROOT,
                "blocking: keeps %d of %d true pairs (pair completeness %.4f)%n",
                kept,
                all,
                all == 0 ? 1 : kept / (double) all);
    }

    private boolean isComparable(int a, int b) {
        EncodedRecord left = outcome.records().get(a);
        return left.source().isEmpty()
                || !left.source().equals(outcome.records().get(b).source());
    }
}
