package org.unifiedhotline.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.record.Assertion;
import org.unifiedhotline.matching.record.BlockingKey;
import org.unifiedhotline.matching.record.ClusterOutcome;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.CountedValue;
import org.unifiedhotline.matching.record.Edge;
import org.unifiedhotline.matching.record.MatchRecord;

/** A store that keeps keys, edges and clusters and changes them record by record, as the hub does in a database. */
final class IncrementalStore {
    private final MatchEngine engine;
    private final Map<String, EncodedRecord> records = new HashMap<>();
    private final Map<Long, Set<String>> holders = new HashMap<>();
    private final Map<Long, Map<String, Long>> names = new HashMap<>();
    private final Map<String, Map<String, Edge>> edges = new HashMap<>();
    private final Map<String, List<String>> clusterOf = new HashMap<>();
    private final Set<Assertion> assertions = new HashSet<>();
    private final Commonness commonness;

    IncrementalStore(MatchEngine engine) {
        this.engine = engine;
        this.commonness = value -> (int) names.getOrDefault(value, Map.of()).values().stream()
                .filter(name -> name != 0)
                .distinct()
                .count();
    }

    void put(MatchRecord record) {
        change(record.key(), engine.encode(record));
    }

    void remove(String key) {
        change(key, null);
    }

    void say(Assertion assertion) {
        assertions.add(assertion);
        recluster(new HashSet<>(List.of(assertion.keyA(), assertion.keyB())));
    }

    void unsay(Assertion assertion) {
        Set<String> touched = component(assertion.keyA());
        touched.addAll(component(assertion.keyB()));
        assertions.remove(assertion);
        recluster(touched);
    }

    /** The redo queue, in one step: whose edges must be made again, then which components must be clustered again. */
    private void change(String key, EncodedRecord now) {
        EncodedRecord before = records.get(key);
        Set<Long> touchedKeys = new HashSet<>();
        Set<Long> touchedValues = new HashSet<>();
        for (EncodedRecord version :
                before == null ? List.of(now) : now == null ? List.of(before) : List.of(before, now)) {
            engine.blockingKeys(version).forEach(each -> touchedKeys.add(each.hash()));
            engine.countedValues(version).forEach(each -> touchedValues.add(each.valueHash()));
        }
        Map<Long, Boolean> common = new HashMap<>();
        touchedKeys.forEach(hash -> common.put(hash, isCommon(hash)));
        Map<Long, Integer> steps = new HashMap<>();
        touchedValues.forEach(value -> steps.put(value, Commonness.step(commonness.distinctNames(value))));
        Set<String> touched = component(key);
        index(key, before, now);
        Set<String> redo = new TreeSet<>(List.of(key));
        touchedKeys.stream()
                .filter(hash -> isCommon(hash) != common.get(hash))
                .forEach(hash -> redo.addAll(holders.getOrDefault(hash, Set.of())));
        touchedValues.stream()
                .filter(value -> Commonness.step(commonness.distinctNames(value)) != steps.get(value))
                .forEach(
                        value -> redo.addAll(names.getOrDefault(value, Map.of()).keySet()));
        redo.forEach(each -> touched.addAll(component(each)));
        redo.forEach(this::dropEdges);
        redo.forEach(this::makeEdges);
        redo.forEach(each -> touched.addAll(component(each)));
        recluster(touched);
    }

    private boolean isCommon(long hash) {
        return holders.getOrDefault(hash, Set.of()).size() > engine.model().commonAbove();
    }

    private void index(String key, EncodedRecord before, EncodedRecord now) {
        if (before != null) {
            engine.blockingKeys(before).forEach(each -> holders.get(each.hash()).remove(key));
            engine.countedValues(before)
                    .forEach(each -> names.get(each.valueHash()).remove(key));
            records.remove(key);
            clusterOf.remove(key);
        }
        if (now != null) {
            records.put(key, now);
            for (BlockingKey each : engine.blockingKeys(now)) {
                holders.computeIfAbsent(each.hash(), _ -> new TreeSet<>()).add(key);
            }
            for (CountedValue value : engine.countedValues(now)) {
                names.computeIfAbsent(value.valueHash(), _ -> new HashMap<>()).put(key, value.nameHash());
            }
        }
    }

    private void dropEdges(String key) {
        Map<String, Edge> old = edges.remove(key);
        if (old != null) {
            old.keySet().forEach(other -> edges.get(other).remove(key));
        }
    }

    private void makeEdges(String key) {
        EncodedRecord record = records.get(key);
        if (record == null) {
            return;
        }
        for (BlockingKey blocking : engine.blockingKeys(record)) {
            Set<String> sharing = holders.getOrDefault(blocking.hash(), Set.of());
            int parents = holders.getOrDefault(blocking.parentHash(), Set.of()).size();
            if (engine.isLive(blocking, sharing.size(), parents)) {
                sharing.stream().filter(other -> !other.equals(key)).forEach(other -> weigh(key, other));
            }
        }
    }

    private void weigh(String a, String b) {
        double bits = engine.bits(records.get(a), records.get(b), commonness, engine.newVector());
        if (bits >= engine.possibleBits()) {
            boolean inOrder = a.compareTo(b) < 0;
            Edge edge = new Edge(inOrder ? a : b, inOrder ? b : a, bits, false);
            edges.computeIfAbsent(a, _ -> new TreeMap<>()).put(b, edge);
            edges.computeIfAbsent(b, _ -> new TreeMap<>()).put(a, edge);
        }
    }

    /** All that hang together with a record by links and "same person". */
    private Set<String> component(String start) {
        Set<String> reached = new TreeSet<>();
        List<String> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            String key = open.removeLast();
            if (!records.containsKey(key) || !reached.add(key)) {
                continue;
            }
            edges.getOrDefault(key, Map.of()).forEach((other, edge) -> {
                if (edge.bits() >= engine.linkBits()) {
                    open.add(other);
                }
            });
            for (Assertion said : assertions) {
                if (said.verdict() == Assertion.Verdict.SAME_PERSON) {
                    if (said.keyA().equals(key)) {
                        open.add(said.keyB());
                    } else if (said.keyB().equals(key)) {
                        open.add(said.keyA());
                    }
                }
            }
        }
        return reached;
    }

    private void recluster(Collection<String> touched) {
        Set<String> done = new HashSet<>();
        for (String key : touched) {
            if (records.containsKey(key) && !done.contains(key)) {
                Set<String> component = component(key);
                done.addAll(component);
                List<Edge> inside = component.stream()
                        .flatMap(member -> edges.getOrDefault(member, Map.of()).values().stream())
                        .filter(edge -> component.contains(edge.keyA()) && component.contains(edge.keyB()))
                        .distinct()
                        .toList();
                ClusterOutcome outcome =
                        engine.cluster(component.stream().map(records::get).toList(), inside, assertions, commonness);
                outcome.clusters().forEach(cluster -> cluster.forEach(member -> clusterOf.put(member, cluster)));
            }
        }
    }

    /** The clusters that stand, ordered. */
    Set<List<String>> clusters() {
        return new HashSet<>(clusterOf.values());
    }
}
