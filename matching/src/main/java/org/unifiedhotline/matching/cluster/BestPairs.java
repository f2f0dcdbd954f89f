package org.unifiedhotline.matching.cluster;

import java.util.Arrays;

/**
 * Which two groups are to be joined next: those of the highest average at or above a threshold, the first in order where
 * several are equal. Kept up to date row by row, so that joining all of n groups costs n² and not n³.
 */
final class BestPairs {
    private static final int NONE = -1;

    private final Averages averages;
    private final double atLeast;
    private final int[] partners; // of each group a later one, or none
    private final double[] highest;

    /** What the groups are now. */
    interface Averages {
        /** Whether two groups may be joined. */
        boolean canJoin(int a, int b);

        /** The average weight between two groups. */
        double average(int a, int b);
    }

    BestPairs(int groups, double atLeast, Averages averages) {
        this.averages = averages;
        this.atLeast = atLeast;
        this.partners = new int[groups];
        this.highest = new double[groups];
        for (int group = 0; group < groups; group++) {
            renew(group);
        }
    }

    /** The first group of the best pair; negative if there is none. */
    int first() {
        int best = NONE;
        for (int group = 0; group < partners.length; group++) {
            if (partners[group] != NONE && (best == NONE || highest[group] > highest[best])) {
                best = group;
            }
        }
        return best;
    }

    /** The other group of the best pair of {@code first}. */
    int partnerOf(int first) {
        return partners[first];
    }

    /** The averages of these groups, or whether they may be joined, changed. */
    void changed(int... groups) {
        Arrays.stream(groups).forEach(this::renew);
        for (int group : groups) {
            for (int earlier = 0; earlier < group; earlier++) {
                if (partners[earlier] == group) {
                    renew(earlier);
                } else {
                    offer(earlier, group);
                }
            }
        }
    }

    private void renew(int group) {
        partners[group] = NONE;
        for (int later = group + 1; later < partners.length; later++) {
            offer(group, later);
        }
    }

    private void offer(int group, int later) {
        if (averages.canJoin(group, later)) {
            double average = averages.average(group, later);
            boolean better = partners[group] == NONE
                    ? average >= atLeast
                    : average > highest[group] || (average == highest[group] && later < partners[group]);
            if (better) {
                partners[group] = later;
                highest[group] = average;
            }
        }
    }
}
