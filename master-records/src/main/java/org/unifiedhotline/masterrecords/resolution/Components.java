package org.unifiedhotline.masterrecords.resolution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.AssertionTable.Said;
import org.unifiedhotline.masterrecords.resolution.EdgeTable.StoredEdge;
import org.unifiedhotline.masterrecords.resolution.LinkTable.Link;
import org.unifiedhotline.masterrecords.resolution.Memberships.Outcome;
import org.unifiedhotline.masterrecords.reviewtasks.Question;
import org.unifiedhotline.masterrecords.reviewtasks.TaskUpkeep;
import org.unifiedhotline.masterrecords.reviewtasks.TaskUpkeep.Weighing;
import org.unifiedhotline.masterrecords.sourcerecords.SourceKeys;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.record.Assertion;
import org.unifiedhotline.matching.record.Assertion.Verdict;
import org.unifiedhotline.matching.record.ClusterOutcome;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.Edge;

/** Clusters the components that a micro-batch touched, before and after, and writes what follows. */
final class Components {
    private final MatchEngine engine;
    private final EncodedRecords encoded;
    private final LinkGraph graph;
    private final AssertionTable assertions;
    private final LinkTable links;
    private final CountedUpdate counted;
    private final MatchStateTable states;
    private final Memberships memberships;
    private final TaskUpkeep tasks;
    private final Weighing weighing;

    Components(HubDatabase hub, MatchEngine engine, EncodedRecords encoded) {
        this(hub, engine, encoded, new LinkGraph(hub, engine.linkBits()), new CountedNames(hub));
    }

    Components(HubDatabase hub, MatchEngine engine, EncodedRecords encoded, LinkGraph graph, CountedNames names) {
        this.engine = engine;
        this.encoded = encoded;
        this.graph = graph;
        this.assertions = new AssertionTable(hub);
        this.links = new LinkTable(hub);
        this.counted = new CountedUpdate(hub, engine, names);
        this.states = new MatchStateTable(hub);
        this.memberships = new Memberships(hub);
        this.tasks = new TaskUpkeep(hub);
        this.weighing = new Weighing(engine.model().version(), engine.linkBits());
    }

    /**
     * Clusters anew.
     *
     * @param reached all whom links connect to the changed records, before or now
     * @param changed the records that changed or are gone
     * @param gone those that are gone
     * @param touched records of which something changed that their master record shows
     * @return all records whose links were looked at
     */
    Set<Long> cluster(Set<Long> reached, Set<Long> changed, Set<Long> gone, Set<Long> touched, Instant now) {
        Set<Long> concerned = new HashSet<>(reached);
        concerned.addAll(changed);
        Map<Long, Link> before = links.withFellows(concerned);
        while (concerned.addAll(before.keySet())) { // fellows are connected, unless a link was altered by other hands
            concerned.addAll(graph.reach(concerned));
            before = links.withFellows(concerned);
        }
        Map<Long, EncodedRecord> records = present(concerned, gone);
        List<Said> said = assertions.among(records.keySet());
        List<Question> questions = new ArrayList<>();
        List<List<Long>> clusters = clusters(records, said, questions);
        if (!changed
                .isEmpty()) { // what stewards said may show in links of people who stand as before: then all are looked
            // at
            clusters = unlessAsBefore(clusters, before, touched);
        }
        memberships.write(new Outcome(clusters, before, keys(records), touched, said), now);
        tasks.follow(concerned, questions, weighing, changed, now);
        return concerned;
    }

    /**
     * Without the people who are made of the same records as before and show nothing new: of a large component a change concerns few.
     * What stood of them is taken away as well.
     */
    private static List<List<Long>> unlessAsBefore(
            List<List<Long>> clusters, Map<Long, Link> before, Set<Long> touched) {
        Map<MasterId, Integer> sizes = new HashMap<>();
        before.values().forEach(link -> sizes.merge(link.masterId(), 1, Integer::sum));
        List<List<Long>> others = new ArrayList<>();
        for (List<Long> cluster : clusters) {
            Link first = before.get(cluster.getFirst());
            boolean asBefore = first != null
                    && cluster.size() == sizes.getOrDefault(first.masterId(), 0)
                    && cluster.stream().allMatch(id -> {
                        Link link = before.get(id);
                        return link != null && link.masterId().equals(first.masterId()) && !touched.contains(id);
                    });
            if (asBefore) {
                cluster.forEach(before::remove);
            } else {
                others.add(cluster);
            }
        }
        return others;
    }

    /** Those that are live and have been weighed; a record that waits to be resolved belongs to nobody yet. */
    private Map<Long, EncodedRecord> present(Set<Long> concerned, Set<Long> gone) {
        Set<Long> wanted = new HashSet<>(states.fingerprints(concerned).keySet());
        wanted.removeAll(gone);
        Map<Long, EncodedRecord> present = encoded.get(wanted);
        List<Long> deletedMeanwhile =
                wanted.stream().filter(id -> !present.containsKey(id)).toList();
        graph.removeOf(deletedMeanwhile);
        return present;
    }

    private List<List<Long>> clusters(Map<Long, EncodedRecord> records, List<Said> said, List<Question> questions) {
        List<StoredEdge> linked = graph.among(records.keySet());
        Map<Long, Long> roots = new HashMap<>();
        records.keySet().forEach(id -> roots.put(id, id));
        linked.forEach(edge -> join(roots, edge.recordA(), edge.recordB()));
        said.stream()
                .filter(one -> one.verdict() == Verdict.SAME_PERSON)
                .forEach(one -> join(roots, one.recordA(), one.recordB()));
        Map<Long, List<EncodedRecord>> components = new HashMap<>();
        records.forEach((id, record) -> components
                .computeIfAbsent(root(roots, id), unseen -> new ArrayList<>())
                .add(record));
        Commonness commonness = counted.commonness(components.values().stream()
                .filter(component -> component.size() > 1)
                .flatMap(List::stream)
                .toList());
        Map<Long, List<Edge>> engineEdges = linked.stream()
                .collect(Collectors.groupingBy(
                        edge -> root(roots, edge.recordA()),
                        Collectors.mapping(edge -> engineEdge(edge, records), Collectors.toList())));
        List<Assertion> engineAssertions = engineAssertions(said, records);
        ClusterQuestions risks = new ClusterQuestions(said);
        List<List<Long>> clusters = new ArrayList<>();
        components.forEach((root, component) -> clusters.addAll(clusterOne(
                component, engineEdges.getOrDefault(root, List.of()), engineAssertions, commonness, questions)));
        clusters.stream()
                .filter(cluster -> cluster.size() > 1)
                .forEach(cluster -> questions.addAll(risks.risks(cluster.stream()
                        .map(id -> Objects.requireNonNull(records.get(id)))
                        .toList())));
        clusters.sort(Comparator.comparing(cluster -> key(records, cluster.getFirst())));
        return clusters;
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

    private static Map<Long, SourceRecordKey> keys(Map<Long, EncodedRecord> records) {
        Map<Long, SourceRecordKey> keys = HashMap.newHashMap(records.size());
        records.forEach((id, record) -> keys.put(id, SourceKeys.parse(record.key())));
        return keys;
    }

    static String key(Map<Long, EncodedRecord> records, Long id) {
        return Objects.requireNonNull(records.get(id)).key();
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
