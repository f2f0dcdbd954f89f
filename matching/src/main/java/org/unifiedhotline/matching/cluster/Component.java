package org.unifiedhotline.matching.cluster;

import java.util.List;

/**
 * A connected set of records to be clustered, and what stewards said of them. Records are numbered by their place.
 *
 * @param keys the stable keys, ascending
 * @param edges places of pairs that link by weight, two numbers each, with their bits
 * @param same places of pairs said to be one person
 * @param different places of pairs said to be two
 */
public record Component(List<String> keys, List<Link> edges, List<int[]> same, List<int[]> different) {
    /** A pair at or above the link threshold. */
    public record Link(int a, int b, double bits) {}

    public Component {
        keys = List.copyOf(keys);
        edges = List.copyOf(edges);
        same = List.copyOf(same);
        different = List.copyOf(different);
        for (int i = 1; i < keys.size(); i++) {
            if (keys.get(i - 1).compareTo(keys.get(i)) >= 0) {
                throw new IllegalArgumentException("the records of a component must be in the order of their keys, but "
                        + keys.get(i - 1) + " stands before " + keys.get(i));
            }
        }
    }
}
