package org.unifiedhotline.matching.record;

import java.util.List;
import java.util.Optional;

/**
 * How the clusters of one component came to be: what was joined, in order, and what holds the clusters apart.
 *
 * @param joins the joins, the first first
 * @param separations one for each two clusters of the component
 */
public record ClusterHistory(List<Join> joins, List<Separation> separations) {
    public ClusterHistory {
        joins = List.copyOf(joins);
        separations = List.copyOf(separations);
    }

    /** What holds the clusters of two records apart; nothing where they share one, or one of them is not of the component. */
    public Optional<Separation> between(String keyA, String keyB) {
        return separations.stream()
                .filter(one -> (one.left().contains(keyA) && one.right().contains(keyB))
                        || (one.left().contains(keyB) && one.right().contains(keyA)))
                .findFirst();
    }

    /**
     * Two groups became one.
     *
     * @param left the keys of one group's records, in order
     * @param right those of the other
     * @param averageBits the average weight between the two, each pair counted up to the strongest; what it was, even where a
     *     steward's word joined them
     * @param said whether a steward's word joined them, not the weight
     */
    public record Join(List<String> left, List<String> right, double averageBits, boolean said) {
        public Join {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    /**
     * Two groups stayed two.
     *
     * @param left the keys of one group's records, in order
     * @param right those of the other
     * @param averageBits the average weight between the two, each pair counted up to the strongest
     * @param reason what holds them apart
     * @param keyA a record on the left, of the pair that decides: the one forbidden or said to be two, else the strongest
     * @param keyB the record on the right of that pair
     */
    public record Separation(
            List<String> left, List<String> right, double averageBits, Reason reason, String keyA, String keyB) {
        public Separation {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    /** What holds two groups apart. */
    public enum Reason {
        /** A steward said that two of their records are two people. */
        SAID_DIFFERENT,
        /** Two of their records may never be one person: a relation, or conflicting identifiers. */
        FORBIDDEN,
        /** One is a record that fits two people equally well, and stays alone. */
        NEAR_EQUAL_ALTERNATIVES,
        /** Their average weight does not reach the link threshold. */
        BELOW_THRESHOLD,
        /** The component was too large to be decided whole, and was parted between them. */
        COMPONENT_PARTED
    }
}
