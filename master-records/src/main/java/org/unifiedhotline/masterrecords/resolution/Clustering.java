package org.unifiedhotline.masterrecords.resolution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.resolution.AssertionTable.Said;
import org.unifiedhotline.masterrecords.resolution.EdgeTable.StoredEdge;
import org.unifiedhotline.masterrecords.reviewtasks.Question;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.record.Assertion;
import org.unifiedhotline.matching.record.Assertion.Verdict;
import org.unifiedhotline.matching.record.ClusterOutcome;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.Edge;

/** Parts records into components and has the engine cluster each. */
final class Clustering {
    private final MatchEngine engine;
    private final LinkGraph graph;
    private final CountedUpdate counted;

    Clustering(HubDatabase hub, MatchEngine engine, LinkGraph graph, CountedNames names) {
        this.engine = engine;
        this.graph = graph;
        this.counted = new CountedUpdate(hub, engine, names);
    }

    /**
     * What clustering made of some components.
     *
     * @param people the records of each person, in the order of their keys
     * @param questions what it asks
     * @param linked the records that are not each a component by itself
     */
    record Clustered(List<List<Long>> people, List<Question> questions, Set<Long> linked) {
        /** Only the people of whom something holds. */
        Clustered ofWhom(Predicate<List<Long>> holds) {
            return new Clustered(people.stream().filter(holds).toList(), questions, linked);
        }
    }

    /** Clusters these records, which are whole components, by their present links and by what was said of them. */
    Clustered cluster(Map<Long, EncodedRecord> records, List<Said> said) {
        List<StoredEdge> links = graph.among(records.keySet());
        Map<Long, Long> roots = roots(records.keySet(), links, said);
        Map<Long, List<EncodedRecord>> components = new HashMap<>();
        records.forEach((id, record) -> components
                .computeIfAbsent(root(roots, id), unseen -> new ArrayList<>())
                .add(record));
        Set<Long> linked = new HashSet<>();
        List<EncodedRecord> compared = new ArrayList<>();
        components.values().stream().filter(one -> one.size() > 1).forEach(component -> {
            compared.addAll(component);
            component.forEach(record -> linked.add(record.id()));
        });
        Commonness commonness = counted.commonness(compared);
        Map<Long, List<Edge>> edges = links.stream()
                .collect(Collectors.groupingBy(
                        edge -> root(roots, edge.recordA()),
                        Collectors.mapping(edge -> engineEdge(edge, records), Collectors.toList())));
        List<Assertion> assertions = engineAssertions(said, records);
        List<Question> questions = new ArrayList<>();
        List<List<Long>> people = new ArrayList<>();
        components.forEach((root, component) -> people.addAll(
                clusterOne(component, edges.getOrDefault(root, List.of()), assertions, commonness, questions)));
        ClusterQuestions risks = new ClusterQuestions(said);
        people.stream()
                .filter(person -> person.size() > 1)
                .forEach(person -> questions.addAll(risks.risks(person.stream()
                        .map(id -> Objects.requireNonNull(records.get(id)))
                        .toList())));
        people.sort(Comparator.comparing(person -> key(records, person.getFirst())));
        return new Clustered(people, questions, linked);
    }

    private List<List<Long>> clusterOne(
            List<EncodedRecord> component,
            List<Edge> links,
            List<Assertion> said,
            Commonness commonness,
            List<Question> questions) {
        if (component.size() == 1) {
            return List.of(List.of(component.getFirst().id()));
        }
        Map<String, Long> ids = new HashMap<>();
        component.forEach(record -> ids.put(record.key(), record.id()));
        ClusterOutcome outcome = engine.cluster(component, links, said, commonness);
        outcome.suggestions()
                .forEach(suggestion ->
                        questions.add(ClusterQuestions.of(suggestion, key -> Objects.requireNonNull(ids.get(key)))));
        return outcome.clusters().stream()
                .map(cluster -> cluster.stream()
                        .map(key -> Objects.requireNonNull(ids.get(key)))
                        .toList())
                .toList();
    }

    static Edge engineEdge(StoredEdge edge, Map<Long, EncodedRecord> records) {
        String a = key(records, edge.recordA());
        String b = key(records, edge.recordB());
        return a.compareTo(b) < 0 ? new Edge(a, b, edge.bits(), false) : new Edge(b, a, edge.bits(), false);
    }

    static List<Assertion> engineAssertions(List<Said> said, Map<Long, EncodedRecord> records) {
        return said.stream()
                .map(one -> new Assertion(key(records, one.recordA()), key(records, one.recordB()), one.verdict()))
                .toList();
    }

    static String key(Map<Long, EncodedRecord> records, Long id) {
        return Objects.requireNonNull(records.get(id)).key();
    }

    private static Map<Long, Long> roots(Set<Long> records, List<StoredEdge> links, List<Said> said) {
        Map<Long, Long> roots = HashMap.newHashMap(records.size());
        records.forEach(id -> roots.put(id, id));
        links.forEach(edge -> join(roots, edge.recordA(), edge.recordB()));
        said.stream()
                .filter(one -> one.verdict() == Verdict.SAME_PERSON)
                .forEach(one -> join(roots, one.recordA(), one.recordB()));
        return roots;
    }

    private static void join(Map<Long, Long> roots, Long a, Long b) {
        Long rootA = root(roots, a);
        Long rootB = root(roots, b);
        if (!rootA.equals(rootB)) {
            roots.put(rootA, rootB);
        }
    }

    private static Long root(Map<Long, Long> roots, Long id) {
        Long at = id;
        Long up = Objects.requireNonNull(roots.get(at));
        while (!up.equals(at)) {
            Long above = Objects.requireNonNull(roots.get(up));
            roots.put(at, above); // the next way up is shorter
            at = above;
            up = Objects.requireNonNull(roots.get(at));
        }
        return at;
    }
}
