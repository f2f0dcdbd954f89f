package org.unifiedhotline.matching;

/**
 * How many records there are, as far as weights depend on it.
 *
 * @param records the size that weights are scaled to, at least 1
 */
public record Population(long records) {
    private static final long LEAST = 1024;

    public Population {
        if (records < 1) {
            throw new IllegalArgumentException("a population has at least 1 record, got " + records);
        }
    }

    /** Exactly this many. */
    public static Population exactly(long records) {
        return new Population(Math.max(1, records));
    }

    /**
     * The step of a number of records: the power of two at or above it, at least 1024. A store keeps to steps, so that its
     * weights change only when the number of records crosses one.
     */
    public static Population step(long records) {
        long size = LEAST;
        while (size < records) {
            size *= 2;
        }
        return new Population(size);
    }

    double log2() {
        return Math.log((double) records) / Math.log(2);
    }
}
