package org.unifiedhotline.matching.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unifiedhotline.matching.record.ClusterHistory;
import org.unifiedhotline.matching.record.ClusterHistory.Join;
import org.unifiedhotline.matching.record.ClusterHistory.Reason;
import org.unifiedhotline.matching.record.Suggestion;

/** Average linkage over one part of a component. Groups are known by their first member's place, in the order of keys. */
final class AverageLinkage implements BestPairs.Averages {
    private final Component component;
    private final ClusterRules rules;
    private final int size;
    private final double[][] weights;
    private final double[][] sums;
    private final boolean[][] apart;
    private final boolean[][] saidApart;
    private final boolean[] alone;
    private final List<List<Integer>> groups = new ArrayList<>();
    /** How many members each group has: what is asked for every pair of groups again and again. */
    private final int[] sizes;

    private final List<Integer> members;
    private final List<Suggestion> suggestions = new ArrayList<>();
    private final List<Join> joins = new ArrayList<>();

    AverageLinkage(
            Component component, List<Integer> members, DisjointSets said, PairWeigher weigher, ClusterRules rules) {
        this.component = component;
        this.rules = rules;
        this.members = members;
        this.size = members.size();
        this.weights = weights(members, weigher);
        this.sums = new double[size][size];
        this.apart = new boolean[size][size];
        this.saidApart = new boolean[size][size];
        this.alone = new boolean[size];
        this.sizes = new int[size];
        Arrays.fill(sizes, 1);
        for (int i = 0; i < size; i++) {
            groups.add(new ArrayList<>(List.of(i)));
        }
        fill();
        joinSaid(said);
        partSaid();
        joinByWeight();
        askAboutPairs();
        weigher.decided(members, weights);
    }

    private static double[][] weights(List<Integer> members, PairWeigher weigher) {
        double[][] bits = new double[members.size()][members.size()];
        for (int i = 0; i < bits.length; i++) {
            for (int j = i + 1; j < bits.length; j++) {
                bits[i][j] = weigher.bits(members.get(i), members.get(j));
                bits[j][i] = bits[i][j];
            }
        }
        return bits;
    }

    private void fill() {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                sums[i][j] = Math.clamp(weights[i][j], -rules.strongest(), rules.strongest());
                apart[i][j] = i != j && weights[i][j] == Double.NEGATIVE_INFINITY;
            }
        }
    }

    private void joinSaid(DisjointSets said) {
        for (int i = 0; i < size; i++) {
            int first = members.indexOf(said.find(members.get(i)));
            if (first >= 0 && first != i) {
                joins.add(new Join(keys(first), keys(i), average(first, i), true));
                merge(first, i);
            }
        }
    }

    private void partSaid() {
        for (int[] pair : component.different()) {
            int a = members.indexOf(pair[0]);
            int b = members.indexOf(pair[1]);
            if (a >= 0 && b >= 0) {
                int left = group(a);
                int right = group(b);
                saidApart[left][right] = true;
                saidApart[right][left] = true;
                apart[left][right] = true;
                apart[right][left] = true;
            }
        }
    }

    private int group(int member) {
        for (int i = 0; i < size; i++) {
            if (groups.get(i).contains(member)) {
                return i;
            }
        }
        throw new IllegalStateException("every member is in a group");
    }

    private void joinByWeight() {
        BestPairs pairs = new BestPairs(size, rules.link(), this);
        for (int a = pairs.first(); a >= 0; a = pairs.first()) {
            int b = pairs.partnerOf(a);
            double best = average(a, b);
            if (!isTorn(a, b, best) && !isTorn(b, a, best)) {
                joins.add(new Join(keys(a), keys(b), best, false));
                merge(a, b);
            }
            pairs.changed(a, b);
        }
    }

    @Override
    public boolean canJoin(int a, int b) {
        return sizes[a] > 0 && sizes[b] > 0 && !alone[a] && !alone[b] && !apart[a][b];
    }

    @Override
    public double average(int a, int b) {
        return sums[a][b] / (sizes[a] * (double) sizes[b]);
    }

    /**
     * Whether a group links two groups that were said to be two people, or a single record fits another group as well as its
     * best, and the two are not one person: it joins neither.
     */
    private boolean isTorn(int group, int best, double bits) {
        for (int other = 0; other < size; other++) {
            if (other == best || other == group || !canJoin(group, other)) {
                continue;
            }
            boolean rival = average(group, other) >= rules.link()
                    && (saidApart[best][other] || fitsAsWell(group, best, other, bits));
            if (rival) {
                alone[group] = true;
                ask(Suggestion.Kind.NEAR_EQUAL_ALTERNATIVES, first(group), first(best), bits);
                ask(Suggestion.Kind.NEAR_EQUAL_ALTERNATIVES, first(group), first(other), average(group, other));
                return true;
            }
        }
        return false;
    }

    private boolean fitsAsWell(int single, int best, int other, double bits) {
        return sizes[single] == 1
                && average(single, other) > bits - rules.nearEqual()
                && (apart[best][other] || average(best, other) < rules.possible());
    }

    private int first(int group) {
        return groups.get(group).getFirst();
    }

    private void merge(int into, int from) {
        groups.get(into).addAll(groups.get(from));
        groups.get(into).sort(null);
        groups.get(from).clear();
        sizes[into] += sizes[from];
        sizes[from] = 0;
        for (int other = 0; other < size; other++) {
            if (other != into) {
                sums[into][other] += sums[from][other];
                sums[other][into] = sums[into][other];
                apart[into][other] |= apart[from][other];
                apart[other][into] = apart[into][other];
                saidApart[into][other] |= saidApart[from][other];
                saidApart[other][into] = saidApart[into][other];
            }
        }
    }

    /** What is left open: the strongest pair of each two groups that link or may. */
    private void askAboutPairs() {
        for (int a = 0; a < size; a++) {
            for (int b = a + 1; b < size; b++) {
                if (sizes[a] > 0 && sizes[b] > 0 && !saidApart[a][b] && !isClear(a, b)) {
                    askAboutPair(a, b);
                }
            }
        }
    }

    /** Of two records alone their own weight is the strongest; nearly all of a large component are clearly two people. */
    private boolean isClear(int a, int b) {
        return sizes[a] == 1 && sizes[b] == 1 && weights[a][b] < rules.possible();
    }

    private void askAboutPair(int a, int b) {
        double most = Double.NEGATIVE_INFINITY;
        int left = 0;
        int right = 0;
        for (int i : groups.get(a)) {
            for (int j : groups.get(b)) {
                if (weights[i][j] > most) {
                    most = weights[i][j];
                    left = i;
                    right = j;
                }
            }
        }
        if (most < rules.possible()) {
            return;
        }
        boolean torn = alone[a] || alone[b];
        if (most < rules.link()) {
            ask(Suggestion.Kind.POSSIBLE_LINK, left, right, most);
        } else if (!torn) {
            ask(
                    apart[a][b] ? Suggestion.Kind.CONFLICTING_EVIDENCE : Suggestion.Kind.CLUSTERS_DISAGREE,
                    left,
                    right,
                    most);
        }
    }

    private void ask(Suggestion.Kind kind, int a, int b, double bits) {
        suggestions.add(ComponentClusterer.question(component, kind, members.get(a), members.get(b), bits));
    }

    List<List<Integer>> clusters() {
        return groups.stream()
                .filter(group -> !group.isEmpty())
                .map(group -> group.stream().map(members::get).toList())
                .toList();
    }

    private List<String> keys(int group) {
        return groups.get(group).stream()
                .map(member -> component.keys().get(members.get(member)))
                .toList();
    }

    /** What was joined, and what holds each two of the clusters apart. */
    ClusterHistory history() {
        return new ClusterHistory(
                joins, new Separations(component, members, groups, weights, sums, this::reason).all());
    }

    private Reason reason(int a, int b) {
        if (saidApart[a][b]) {
            return Reason.SAID_DIFFERENT;
        }
        if (apart[a][b]) {
            return Reason.FORBIDDEN;
        }
        return alone[a] || alone[b] ? Reason.NEAR_EQUAL_ALTERNATIVES : Reason.BELOW_THRESHOLD;
    }

    List<Suggestion> suggestions() {
        return suggestions;
    }
}
