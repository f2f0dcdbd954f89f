package org.unifiedhotline.masterrecords.resolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.resolution.EdgeTable.StoredEdge;

/**
 * Who is linked to whom, those lately walked remembered: a large component is walked again and again, and to ask for it link
 * by link costs more than all else of a change. Only the resolver at work writes edges, all of them through here; what
 * is remembered goes with whatever else it keeps in memory when another resolved in between or a transaction failed.
 */
final class LinkGraph {
    /** A component of at least so many records is worth a look ahead of its next change. */
    private static final int LARGE = 10;

    /** Beyond so many reads, one that goes all the way is quicker. */
    private static final int READS = 2;

    private static final long BYTES_A_RECORD = 500;
    private static final int PART_OF_HEAP = 12;
    private static final long MOST_REMEMBERED =
            Math.max(50_000, Runtime.getRuntime().maxMemory() / PART_OF_HEAP / BYTES_A_RECORD);

    private final EdgeTable edges;
    private final AssertionTable assertions;
    private final double linkBits;
    /** All links of a record, those in both directions, by the other record. */
    private final Map<Long, Map<Long, Double>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Map<Long, Double>> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** A graph of the edges of at least so many bits. */
    LinkGraph(HubDatabase hub, double linkBits) {
        this.edges = new EdgeTable(hub);
        this.assertions = new AssertionTable(hub);
        this.linkBits = linkBits;
    }

    void forgetAll() {
        known.clear();
    }

    /** These records and all that links and "same person" assertions connect them to. */
    Set<Long> reach(Collection<Long> from) {
        Set<Long> reached = walk(from, READS);
        if (reached == null) {
            reached = edges.reach(from, linkBits);
            learn(reached);
            return reached;
        }
        return reached.addAll(assertions.saidSameAs(reached)) ? reach(reached) : reached;
    }

    /**
     * Step by step in memory; a new record, or few who are not remembered, are asked for.
     *
     * @param reads how often the hub may be asked
     * @return null where that is not enough
     */
    private @Nullable Set<Long> walk(Collection<Long> from, int reads) {
        Set<Long> reached = new HashSet<>(from);
        Collection<Long> step = List.copyOf(reached);
        int left = reads;
        while (!step.isEmpty()) {
            List<Long> unknown =
                    step.stream().filter(id -> !known.containsKey(id)).toList();
            if (!unknown.isEmpty()) {
                if (left-- == 0) {
                    return null;
                }
                read(unknown);
            }
            List<Long> next = new ArrayList<>();
            for (Long id : step) {
                Map<Long, Double> linked = known.get(id);
                if (linked == null) {
                    return null; // there is no room to remember them all
                }
                linked.keySet().stream().filter(reached::add).forEach(next::add);
            }
            step = next;
        }
        return reached;
    }

    private void learn(Set<Long> reached) {
        Map<Long, Map<Long, Double>> links = HashMap.newHashMap(reached.size());
        reached.forEach(id -> links.put(id, new HashMap<>(4)));
        edges.links(reached, linkBits).forEach(edge -> note(edge, links));
        known.putAll(links);
    }

    private void read(Collection<Long> records) {
        Map<Long, Map<Long, Double>> links = HashMap.newHashMap(records.size());
        records.forEach(id -> links.put(id, new HashMap<>(4)));
        edges.linksOf(records, linkBits).forEach(edge -> note(edge, links));
        known.putAll(links);
    }

    /** Reads the links of these records, as many as there is room for. */
    void readAhead(Collection<Long> records) {
        List<Long> unknown =
                records.stream().filter(id -> !known.containsKey(id)).toList();
        if (!unknown.isEmpty() && known.size() + unknown.size() <= MOST_REMEMBERED) {
            read(unknown);
        }
    }

    /** All whom links connect to a record, if they are remembered and many. */
    Set<Long> largeComponentOf(Long record) {
        Set<Long> reached = walk(List.of(record), 0);
        return reached == null || reached.size() < LARGE ? Set.of() : reach(reached);
    }

    /** The links among these records. */
    List<StoredEdge> among(Collection<Long> records) {
        Set<Long> ids = Set.copyOf(records);
        List<StoredEdge> links = new ArrayList<>();
        for (Long id : ids) {
            Map<Long, Double> linked = known.get(id);
            if (linked == null) {
                return edges.links(ids, linkBits);
            }
            linked.forEach((other, bits) -> {
                if (id < other && ids.contains(other)) {
                    links.add(new StoredEdge(id, other, bits));
                }
            });
        }
        return links;
    }

    /** Takes all edges of these records away, those too weak to link as well. */
    void removeOf(Collection<Long> records) {
        edges.removeOf(records);
        if (!known.keySet().containsAll(records)) {
            known.clear(); // whom they were linked to is not remembered
            return;
        }
        records.forEach(id -> {
            known.getOrDefault(id, Map.of())
                    .keySet()
                    .forEach(other ->
                            known.getOrDefault(other, Collections.emptyMap()).remove(id));
            known.put(id, new HashMap<>(4));
        });
    }

    /** Adds edges, also such as are too weak to link. */
    void add(Collection<StoredEdge> found) {
        edges.add(found);
        found.stream().filter(edge -> edge.bits() >= linkBits).forEach(edge -> note(edge, known));
    }

    private static void note(StoredEdge edge, Map<Long, Map<Long, Double>> links) {
        Map<Long, Double> ofA = links.get(edge.recordA());
        Map<Long, Double> ofB = links.get(edge.recordB());
        if (ofA != null) {
            ofA.put(edge.recordB(), edge.bits());
        }
        if (ofB != null) {
            ofB.put(edge.recordA(), edge.bits());
        }
    }
}
