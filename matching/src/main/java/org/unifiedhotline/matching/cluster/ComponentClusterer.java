package org.unifiedhotline.matching.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.unifiedhotline.matching.record.ClusterHistory;
import org.unifiedhotline.matching.record.ClusterHistory.Join;
import org.unifiedhotline.matching.record.ClusterHistory.Reason;
import org.unifiedhotline.matching.record.ClusterHistory.Separation;
import org.unifiedhotline.matching.record.ClusterOutcome;
import org.unifiedhotline.matching.record.Suggestion;

/**
 * Clusters one component: average linkage (R. R. Sokal and C. D. Michener, 1958) over the weights of all its pairs, with
 * what stewards said as constraints. Ties are broken by the order of keys, so the outcome is a function of the component.
 */
public final class ComponentClusterer {
    private final ClusterRules rules;

    public ComponentClusterer(ClusterRules rules) {
        this.rules = rules;
    }

    /** The clusters of a component, and the questions it raises. */
    public ClusterOutcome cluster(Component component, PairWeigher weigher) {
        List<Suggestion> suggestions = new ArrayList<>();
        DisjointSets said = said(component, suggestions);
        List<List<Integer>> parts = parts(component, said);
        if (parts.size() > 1) {
            suggestions.add(question(
                    component,
                    Suggestion.Kind.COMPONENT_TOO_LARGE,
                    0,
                    component.keys().size() - 1,
                    0));
        }
        List<List<String>> clusters = new ArrayList<>();
        for (List<Integer> part : parts) {
            AverageLinkage linkage = new AverageLinkage(component, part, said, weigher, rules);
            for (List<Integer> cluster : linkage.clusters()) {
                clusters.add(cluster.stream().map(component.keys()::get).toList());
            }
            suggestions.addAll(linkage.suggestions());
        }
        clusters.sort(Comparator.comparing(List::getFirst));
        return new ClusterOutcome(clusters, suggestions);
    }

    /** How the clusters of a component come to be: the same run as {@link #cluster}, told step by step. */
    public ClusterHistory history(Component component, PairWeigher weigher) {
        DisjointSets said = said(component, new ArrayList<>());
        List<Join> joins = new ArrayList<>();
        List<Separation> separations = new ArrayList<>();
        List<List<Integer>> parts = parts(component, said);
        for (List<Integer> part : parts) {
            ClusterHistory history = new AverageLinkage(component, part, said, weigher, rules).history();
            joins.addAll(history.joins());
            separations.addAll(history.separations());
        }
        for (int a = 0; a < parts.size(); a++) {
            for (int b = a + 1; b < parts.size(); b++) {
                separations.add(parted(component, parts.get(a), parts.get(b), weigher));
            }
        }
        return new ClusterHistory(joins, separations);
    }

    private static Separation parted(
            Component component, List<Integer> left, List<Integer> right, PairWeigher weigher) {
        int a = left.getFirst();
        int b = right.getFirst();
        return new Separation(
                left.stream().map(component.keys()::get).toList(),
                right.stream().map(component.keys()::get).toList(),
                weigher.bits(a, b),
                Reason.COMPONENT_PARTED,
                component.keys().get(a),
                component.keys().get(b));
    }

    /** Joins what was said to be one person, but for what contradicts "different people". */
    private static DisjointSets said(Component component, List<Suggestion> suggestions) {
        DisjointSets sets = new DisjointSets(component.keys().size());
        for (int[] same : component.same()) {
            int a = sets.find(same[0]);
            int b = sets.find(same[1]);
            boolean contradicted = component.different().stream().anyMatch(pair -> {
                int left = sets.find(pair[0]);
                int right = sets.find(pair[1]);
                return (left == a && right == b) || (left == b && right == a);
            });
            if (contradicted) {
                suggestions.add(question(component, Suggestion.Kind.CONFLICTING_ASSERTIONS, same[0], same[1], 0));
            } else {
                sets.join(a, b);
            }
        }
        return sets;
    }

    /** Parts small enough to be decided whole: usually one. Too large ones are parted at the least threshold that does. */
    private List<List<Integer>> parts(Component component, DisjointSets said) {
        List<List<Integer>> done = new ArrayList<>();
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < component.keys().size(); i++) {
            all.add(i);
        }
        split(component, said, all, rules.link(), done);
        return done;
    }

    private void split(
            Component component, DisjointSets said, List<Integer> members, double threshold, List<List<Integer>> done) {
        if (members.size() <= rules.largest()) {
            done.add(members);
            return;
        }
        DisjointSets sets = new DisjointSets(component.keys().size());
        members.forEach(member -> sets.join(member, said.find(member)));
        boolean[] inside = new boolean[component.keys().size()];
        members.forEach(member -> inside[member] = true);
        double most = threshold;
        for (Component.Link edge : component.edges()) {
            if (inside[edge.a()] && inside[edge.b()]) {
                most = Math.max(most, edge.bits());
                if (edge.bits() >= threshold + 1) {
                    sets.join(edge.a(), edge.b());
                }
            }
        }
        Map<Integer, List<Integer>> parts = new TreeMap<>();
        members.forEach(member ->
                parts.computeIfAbsent(sets.find(member), _ -> new ArrayList<>()).add(member));
        for (List<Integer> part : parts.values()) {
            if (most < threshold + 1) {
                done.add(part);
            } else {
                split(component, said, part, threshold + 1, done);
            }
        }
    }

    static Suggestion question(Component component, Suggestion.Kind kind, int a, int b, double bits) {
        return new Suggestion(
                kind, component.keys().get(Math.min(a, b)), component.keys().get(Math.max(a, b)), bits);
    }
}
