package org.unifiedhotline.matching.cluster;

/** Which of n things belong together (union–find with path halving). The smallest member stands for its set. */
public final class DisjointSets {
    private final int[] parent;

    /** Each alone. */
    public DisjointSets(int size) {
        parent = new int[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
        }
    }

    /** The smallest member of the set of a thing. */
    public int find(int thing) {
        int at = thing;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Puts the sets of two things together. */
    public void join(int a, int b) {
        int left = find(a);
        int right = find(b);
        if (left < right) {
            parent[right] = left;
        } else {
            parent[left] = right;
        }
    }

    /** How many things there are. */
    public int size() {
        return parent.length;
    }
}
