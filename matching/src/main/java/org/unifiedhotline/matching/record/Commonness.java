package org.unifiedhotline.matching.record;

/** How many people, told apart by their names, hold a value now. */
@FunctionalInterface
public interface Commonness {
    /** Every value is held by one. */
    Commonness NONE = valueHash -> 1;

    /** The number of different names among the holders of a value; 1 or less where it is not known to be shared. */
    int distinctNames(long valueHash);

    /**
     * The step that weights are made from: 0 for up to 3 names (a family), 1 for 4 to 7, 2 for 8 to 15, … One step more
     * doubles the number of people. Edges of the holders must be weighed again only when it changes.
     */
    static int step(int distinctNames) {
        return distinctNames < 4 ? 0 : 30 - Integer.numberOfLeadingZeros(distinctNames);
    }
}
