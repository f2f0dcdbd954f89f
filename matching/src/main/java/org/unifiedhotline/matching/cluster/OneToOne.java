package org.unifiedhotline.matching.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.unifiedhotline.matching.record.Edge;

/** Gives each record at most one partner: the heaviest edges first, ties by keys. */
public final class OneToOne {
    private OneToOne() {}

    /** The edges that stand, of those at or above the threshold. */
    public static List<Edge> assign(List<Edge> edges, double linkBits) {
        List<Edge> sorted = new ArrayList<>(edges);
        sorted.sort(Comparator.comparingDouble(Edge::bits)
                .reversed()
                .thenComparing(Edge::keyA)
                .thenComparing(Edge::keyB));
        Set<String> taken = new HashSet<>();
        List<Edge> standing = new ArrayList<>();
        for (Edge edge : sorted) {
            if (edge.bits() >= linkBits && !taken.contains(edge.keyA()) && !taken.contains(edge.keyB())) {
                taken.add(edge.keyA());
                taken.add(edge.keyB());
                standing.add(edge);
            }
        }
        return standing;
    }
}
