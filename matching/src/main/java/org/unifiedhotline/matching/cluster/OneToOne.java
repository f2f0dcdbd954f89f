package org.unifiedhotline.matching.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.unifiedhotline.matching.record.Edge;

/**
 * Gives each record at most one partner: the heaviest edges first. Of edges of one weight the one first whose records have the least
 * to gain elsewhere, so that no record stays alone because another took its only partner; then by what the records hold. Names of
 * records decide only between those that hold the same.
 */
public final class OneToOne {
    private OneToOne() {}

    private record Ranked(Edge edge, double elsewhere, long contentA, long contentB) {}

    /**
     * The edges that stand, of those at or above the threshold.
     *
     * @param content a hash of what a record holds, by its key
     */
    public static List<Edge> assign(List<Edge> edges, double linkBits, ToLongFunction<String> content) {
        Map<String, Double> gains = new HashMap<>();
        List<Edge> linking =
                edges.stream().filter(edge -> edge.bits() >= linkBits).toList();
        for (Edge edge : linking) {
            gains.merge(edge.keyA(), edge.bits(), Double::sum);
            gains.merge(edge.keyB(), edge.bits(), Double::sum);
        }
        List<Ranked> ranked = new ArrayList<>();
        for (Edge edge : linking) {
            double elsewhere = gains.getOrDefault(edge.keyA(), 0.0) + gains.getOrDefault(edge.keyB(), 0.0);
            ranked.add(new Ranked(edge, elsewhere, content.applyAsLong(edge.keyA()), content.applyAsLong(edge.keyB())));
        }
        ranked.sort(Comparator.comparingDouble((Ranked one) -> -one.edge().bits())
                .thenComparingDouble(Ranked::elsewhere)
                .thenComparingLong(Ranked::contentA)
                .thenComparingLong(Ranked::contentB)
                .thenComparing(one -> one.edge().keyA())
                .thenComparing(one -> one.edge().keyB()));
        Set<String> taken = new HashSet<>();
        List<Edge> standing = new ArrayList<>();
        for (Ranked one : ranked) {
            Edge edge = one.edge();
            if (!taken.contains(edge.keyA()) && !taken.contains(edge.keyB())) {
                taken.add(edge.keyA());
                taken.add(edge.keyB());
                standing.add(edge);
            }
        }
        return standing;
    }
}
