package org.unifiedhotline.matching.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.bulk.BulkCommonness;
import org.unifiedhotline.matching.bulk.BulkOutcome;
import org.unifiedhotline.matching.cluster.DisjointSets;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.RecordComparator;
import org.unifiedhotline.matching.record.Assertion;
import org.unifiedhotline.matching.record.ClusterHistory;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.Edge;
import org.unifiedhotline.matching.record.MatchWeight;

/**
 * Clusters the weighed edges of one run again, at any link threshold that is not below the least weight kept. At the engine's own
 * threshold the clusters are those of the run.
 */
public final class Reclustering {
    private final MatchEngine engine;
    private final List<EncodedRecord> records;
    private final BulkOutcome outcome;
    private final Commonness commonness;
    private final List<Assertion> assertions;
    private final Map<String, Integer> places = new HashMap<>();

    Reclustering(MatchEngine engine, BulkOutcome outcome, Collection<Assertion> assertions, Commonness commonness) {
        this.engine = engine;
        this.records = outcome.records();
        this.outcome = outcome;
        this.commonness = commonness;
        this.assertions = List.copyOf(assertions);
        for (int i = 0; i < records.size(); i++) {
            places.put(records.get(i).key(), i);
        }
    }

    /** The clusters of a run, to be told of at the engine's own threshold; the assertions are those of the run. */
    public static Reclustering of(MatchEngine engine, BulkOutcome outcome, Collection<Assertion> assertions) {
        return new Reclustering(
                engine,
                outcome,
                assertions,
                BulkCommonness.of(outcome.records(), new RecordComparator(engine.model())));
    }

    /** Whether there is such a record. */
    public boolean knows(String key) {
        return places.containsKey(key);
    }

    /** The weight at and above which groups are joined. */
    public double linkBits() {
        return engine.linkBits();
    }

    /** The keys of the cluster of a record, in order. */
    public Set<String> clusterOf(String key) {
        int cluster = outcome.clusterOf(place(key));
        Set<String> members = new TreeSet<>();
        for (int i = 0; i < records.size(); i++) {
            if (outcome.clusterOf(i) == cluster) {
                members.add(records.get(i).key());
            }
        }
        return members;
    }

    /** How the component of a record came to its clusters; nothing to tell of a record alone. */
    public ClusterHistory historyOf(String key) {
        return historiesOf(List.of(place(key))).getOrDefault(place(key), new ClusterHistory(List.of(), List.of()));
    }

    /** The match weight of two records with its parts. */
    public MatchWeight weigh(String keyA, String keyB) {
        return engine.compare(records.get(place(keyA)), records.get(place(keyB)), commonness);
    }

    private int place(String key) {
        Integer place = places.get(key);
        if (place == null) {
            throw new IllegalArgumentException("there is no record " + key);
        }
        return place;
    }

    /** One component: its records by place, the links among them, and what was said of them. */
    private record Part(List<Integer> members, List<Edge> links, List<Assertion> said) {
        Part() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /** For each record the place of the first member of its cluster, at a threshold in bits. */
    int[] at(double bits) {
        MatchEngine strict = engine.linkingAt(bits);
        int[] clusterOf = IntStream.range(0, records.size()).toArray();
        parts(bits).values().parallelStream().forEach(part -> {
            for (List<String> cluster : strict.cluster(
                            part.members().stream().map(records::get).toList(), part.links(), part.said(), commonness)
                    .clusters()) {
                int first = places.getOrDefault(cluster.getFirst(), -1);
                cluster.forEach(key -> clusterOf[places.getOrDefault(key, -1)] = first);
            }
        });
        return clusterOf;
    }

    private Map<Integer, Part> parts(double bits) {
        DisjointSets sets = new DisjointSets(records.size());
        for (int i = 0; i < outcome.edges().size(); i++) {
            if (outcome.edges().bits(i) >= bits) {
                sets.join(outcome.edges().a(i), outcome.edges().b(i));
            }
        }
        List<Assertion> known = assertions.stream()
                .filter(said -> places.containsKey(said.keyA()) && places.containsKey(said.keyB()))
                .toList();
        for (Assertion said : known) {
            if (said.verdict() == Assertion.Verdict.SAME_PERSON) {
                sets.join(places.getOrDefault(said.keyA(), -1), places.getOrDefault(said.keyB(), -1));
            }
        }
        Map<Integer, Part> parts = new TreeMap<>();
        for (int i = 0; i < records.size(); i++) {
            int root = sets.find(i);
            if (root != i) { // a record alone needs no clustering
                Part part = part(parts, root);
                if (part.members().isEmpty()) {
                    part.members().add(root);
                }
                part.members().add(i);
            }
        }
        for (int i = 0; i < outcome.edges().size(); i++) {
            if (outcome.edges().bits(i) >= bits) {
                part(parts, sets.find(outcome.edges().a(i))).links().add(outcome.edge(i));
            }
        }
        for (Assertion said : known) {
            int root = sets.find(places.getOrDefault(said.keyA(), -1));
            if (parts.containsKey(root)) {
                part(parts, root).said().add(said);
            }
        }
        return parts;
    }

    private static Part part(Map<Integer, Part> parts, int root) {
        return parts.computeIfAbsent(root, _ -> new Part());
    }

    /** How the component of a record came to its clusters, at the engine's own threshold. */
    Map<Integer, ClusterHistory> historiesOf(Collection<Integer> wanted) {
        Map<Integer, ClusterHistory> histories = new HashMap<>();
        for (Part part : parts(engine.linkBits()).values()) {
            if (part.members().stream().anyMatch(wanted::contains)) {
                ClusterHistory history = engine.history(
                        part.members().stream().map(records::get).toList(), part.links(), part.said(), commonness);
                part.members().forEach(member -> histories.put(member, history));
            }
        }
        return histories;
    }
}
