package org.unifiedhotline.matching.cluster;

import java.util.ArrayList;
import java.util.List;
import org.unifiedhotline.matching.record.ClusterHistory.Reason;
import org.unifiedhotline.matching.record.ClusterHistory.Separation;

/** Says of a finished linkage what holds each two of its clusters apart. Groups and members are those of the linkage. */
final class Separations {
    private final Component component;
    private final List<Integer> members;
    private final List<List<Integer>> groups;
    private final double[][] weights;
    private final double[][] sums;
    private final Reasons reasons;

    Separations(
            Component component,
            List<Integer> members,
            List<List<Integer>> groups,
            double[][] weights,
            double[][] sums,
            Reasons reasons) {
        this.component = component;
        this.members = members;
        this.groups = groups;
        this.weights = weights;
        this.sums = sums;
        this.reasons = reasons;
    }

    /** What holds two groups apart. */
    @FunctionalInterface
    interface Reasons {
        Reason of(int a, int b);
    }

    List<Separation> all() {
        List<Separation> separations = new ArrayList<>();
        for (int a = 0; a < groups.size(); a++) {
            for (int b = a + 1; b < groups.size(); b++) {
                if (!groups.get(a).isEmpty() && !groups.get(b).isEmpty()) {
                    separations.add(between(a, b));
                }
            }
        }
        return separations;
    }

    private Separation between(int a, int b) {
        Reason reason = reasons.of(a, b);
        int[] pair = deciding(a, b, reason);
        double pairs = groups.get(a).size() * (double) groups.get(b).size();
        return new Separation(keys(a), keys(b), sums[a][b] / pairs, reason, key(pair[0]), key(pair[1]));
    }

    /** The pair that decides: the one said to be two people, the one forbidden, or else the strongest. */
    private int[] deciding(int a, int b, Reason reason) {
        int[] pair = {groups.get(a).getFirst(), groups.get(b).getFirst()};
        for (int i : groups.get(a)) {
            for (int j : groups.get(b)) {
                boolean decides = switch (reason) {
                    case SAID_DIFFERENT -> isSaidDifferent(members.get(i), members.get(j));
                    case FORBIDDEN -> weights[i][j] == Double.NEGATIVE_INFINITY;
                    case NEAR_EQUAL_ALTERNATIVES, BELOW_THRESHOLD, COMPONENT_PARTED ->
                        weights[i][j] > weights[pair[0]][pair[1]];
                };
                if (decides) {
                    pair = new int[] {i, j};
                }
            }
        }
        return pair;
    }

    private boolean isSaidDifferent(int a, int b) {
        return component.different().stream().anyMatch(pair -> pair[0] == Math.min(a, b) && pair[1] == Math.max(a, b));
    }

    private List<String> keys(int group) {
        return groups.get(group).stream().map(this::key).toList();
    }

    private String key(int member) {
        return component.keys().get(members.get(member));
    }
}
