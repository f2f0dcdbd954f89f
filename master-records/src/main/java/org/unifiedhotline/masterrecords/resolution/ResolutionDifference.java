package org.unifiedhotline.masterrecords.resolution;

/**
 * Something in the hub that is not as the source records, assertions and model say.
 *
 * @param kind what sort of thing
 * @param about the record or master record, by its id
 * @param what what is stored and what should be; names no value of a person
 */
public record ResolutionDifference(Kind kind, String about, String what) {
    /** What can differ. */
    public enum Kind {
        MODEL,
        RECORD,
        KEYS,
        COUNTED_VALUES,
        EDGE,
        CLUSTER,
        LINK,
        MASTER_RECORD
    }

    @Override
    public String toString() {
        return kind + " " + about + ": " + what;
    }
}
