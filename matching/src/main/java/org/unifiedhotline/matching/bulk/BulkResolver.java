package org.unifiedhotline.matching.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.cluster.DisjointSets;
import org.unifiedhotline.matching.comparison.ComparisonVector;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.RecordComparator;
import org.unifiedhotline.matching.record.Assertion;
import org.unifiedhotline.matching.record.ClusterOutcome;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.Edge;
import org.unifiedhotline.matching.record.MatchRecord;
import org.unifiedhotline.matching.record.Suggestion;

/** Resolves a whole set of records: keys, edges, components, clusters. */
public final class BulkResolver {
    /** Above this, in bits, clustering no longer tells weights apart. */
    private static final double MOST_FOR_PAIRS = 20;

    private final MatchEngine engine;
    private final Progress progress;

    public BulkResolver(MatchEngine engine, Progress progress) {
        this.engine = engine;
        this.progress = progress;
    }

    /** Encodes and resolves. */
    public BulkOutcome resolve(Collection<MatchRecord> records, Collection<Assertion> assertions) {
        progress.at("encode", 0, records.size());
        return resolve(EncodedTable.of(engine.model(), records), assertions);
    }

    /** Resolves records that are taken apart and weighed by the engine's model. */
    public BulkOutcome resolve(EncodedTable table, Collection<Assertion> assertions) {
        progress.at("block", 0, table.size());
        return resolve(new Candidates(table, engine.keyMaker()), assertions);
    }

    /** Resolves records whose candidates are known, of a table weighed by the engine's model. */
    public BulkOutcome resolve(Candidates candidates, Collection<Assertion> assertions) {
        List<EncodedRecord> records = candidates.table().records();
        Commonness commonness = candidates.table().commonness(new RecordComparator(engine.model()));
        Edges edges = new Edges(records.size());
        long compared = weigh(records, candidates, commonness, edges);
        return cluster(records, edges, assertions, commonness, compared);
    }

    private record Weighed(Edges edges, long compared) {}

    private long weigh(List<EncodedRecord> records, Candidates candidates, Commonness commonness, Edges edges) {
        double least = engine.possibleBits();
        Object[] chunks = PairPass.<Weighed>run(
                candidates,
                "compare",
                () -> {
                    ComparisonVector vector = engine.newVector();
                    return (from, to, stamps) -> {
                        Edges found = new Edges(64);
                        long[] compared = {0};
                        for (int a = from; a < to; a++) {
                            EncodedRecord left = records.get(a);
                            candidates.after(a, stamps, (x, b) -> {
                                compared[0]++;
                                double bits = engine.bits(left, records.get(b), commonness, vector);
                                if (bits >= least) {
                                    found.add(x, b, bits);
                                }
                            });
                        }
                        return new Weighed(found, compared[0]);
                    };
                },
                progress);
        long compared = 0;
        for (Object chunk : chunks) {
            edges.addAll(((Weighed) chunk).edges());
            compared += ((Weighed) chunk).compared();
        }
        return compared;
    }

    private BulkOutcome cluster(
            List<EncodedRecord> records,
            Edges edges,
            Collection<Assertion> assertions,
            Commonness commonness,
            long compared) {
        Map<String, Integer> places = new HashMap<>();
        Map<Integer, List<Assertion>> said = new HashMap<>();
        DisjointSets sets = new DisjointSets(records.size());
        if (!assertions.isEmpty()) {
            for (int i = 0; i < records.size(); i++) {
                places.put(records.get(i).key(), i);
            }
        }
        for (Assertion assertion : assertions) {
            Integer a = places.get(assertion.keyA());
            Integer b = places.get(assertion.keyB());
            if (a != null && b != null) {
                said.computeIfAbsent(a, _ -> new ArrayList<>()).add(assertion);
                if (assertion.verdict() == Assertion.Verdict.SAME_PERSON) {
                    sets.join(a, b);
                }
            }
        }
        for (int i = 0; i < edges.size(); i++) {
            if (edges.bits(i) >= engine.linkBits()) {
                sets.join(edges.a(i), edges.b(i));
            }
        }
        return clusterComponents(records, edges, said, sets, commonness, compared);
    }

    private BulkOutcome clusterComponents(
            List<EncodedRecord> records,
            Edges edges,
            Map<Integer, List<Assertion>> said,
            DisjointSets sets,
            Commonness commonness,
            long compared) {
        Map<Integer, List<Integer>> members = new HashMap<>();
        Map<Integer, List<Edge>> links = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            if (sets.find(i) != i) {
                members.computeIfAbsent(sets.find(i), root -> new ArrayList<>(List.of(root)))
                        .add(i);
            }
        }
        for (int i = 0; i < edges.size(); i++) {
            if (edges.bits(i) >= engine.linkBits()) {
                links.computeIfAbsent(sets.find(edges.a(i)), _ -> new ArrayList<>())
                        .add(new Edge(
                                records.get(edges.a(i)).key(),
                                records.get(edges.b(i)).key(),
                                edges.bits(i),
                                false));
            }
        }
        progress.at("cluster", 0, members.size());
        int[] clusterOf = IntStream.range(0, records.size()).toArray();
        int[] roots = members.keySet().stream().mapToInt(root -> root).sorted().toArray();
        List<List<Suggestion>> suggestions = Arrays.stream(roots)
                .parallel()
                .mapToObj(root -> clusterOne(
                        records,
                        members.getOrDefault(root, List.of()),
                        links.getOrDefault(root, List.of()),
                        said,
                        commonness,
                        clusterOf))
                .toList();
        List<Suggestion> all = new ArrayList<>();
        suggestions.forEach(all::addAll);
        addPossible(records, edges, sets, all);
        progress.at("cluster", members.size(), members.size());
        return new BulkOutcome(records, edges, clusterOf, all, compared);
    }

    private List<Suggestion> clusterOne(
            List<EncodedRecord> records,
            List<Integer> members,
            List<Edge> links,
            Map<Integer, List<Assertion>> said,
            Commonness commonness,
            int[] clusterOf) {
        List<Assertion> assertions = members.stream()
                .flatMap(member -> said.getOrDefault(member, List.of()).stream())
                .toList();
        if (members.size() == 2 && assertions.isEmpty() && links.size() == 1 && engine.linkBits() <= MOST_FOR_PAIRS) {
            // Nothing else could be said of two records that link, and most components are such.
            clusterOf[members.getLast()] = members.getFirst();
            return List.of();
        }
        ClusterOutcome outcome =
                engine.cluster(members.stream().map(records::get).toList(), links, assertions, commonness);
        Map<String, Integer> places = new HashMap<>();
        members.forEach(member -> places.put(records.get(member).key(), member));
        for (List<String> cluster : outcome.clusters()) {
            int first = places.getOrDefault(cluster.getFirst(), -1);
            cluster.forEach(key -> clusterOf[places.getOrDefault(key, -1)] = first);
        }
        return outcome.suggestions();
    }

    /** Possible links between components; those inside a component were asked by its clustering. */
    private void addPossible(List<EncodedRecord> records, Edges edges, DisjointSets sets, List<Suggestion> all) {
        for (int i = 0; i < edges.size(); i++) {
            if (edges.bits(i) < engine.linkBits() && sets.find(edges.a(i)) != sets.find(edges.b(i))) {
                all.add(new Suggestion(
                        Suggestion.Kind.POSSIBLE_LINK,
                        records.get(edges.a(i)).key(),
                        records.get(edges.b(i)).key(),
                        edges.bits(i)));
            }
        }
    }
}
