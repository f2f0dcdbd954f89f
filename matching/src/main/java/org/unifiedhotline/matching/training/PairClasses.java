package org.unifiedhotline.matching.training;

/**
 * What is held true of one kind of pair at a moment of training: how common each class of pairs is, and how likely each level
 * of each feature in it.
 */
final class PairClasses {
    /** In a table of two rows, or of one person only, nothing would be left for strangers, and odds against them would be none. */
    private static final double FEWEST_STRANGERS = 1e-3;

    /** Among pairs of one person, strangers, relatives, namesakes and neighbours; by feature and level. */
    final double[][] m;

    final double[][] u;
    final double[][] r;
    final double[][] n;
    final double[][] p;

    /** The shares of the classes among all pairs; the rest are strangers. */
    double matches;

    double relatives;
    double namesakes;
    double twins;
    /**
     * People of one place who are nothing to each other. They are told apart only while learning: without a class of their
     * own they would be taken for relatives, and relatives for one person.
     */
    double neighbours;

    /** What a relation "self" is worth, in bits. */
    double selfBits;

    PairClasses(int features) {
        m = new double[features][];
        u = new double[features][];
        r = new double[features][];
        n = new double[features][];
        p = new double[features][];
    }

    double strangers() {
        return Math.max(FEWEST_STRANGERS, 1 - matches - relatives - namesakes - twins - neighbours);
    }
}
