package org.unifiedhotline.masterrecords.pipeline;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How far the reading of all rows of a source has come.
 *
 * @param rows read and taken into the hub so far, 0 or more
 * @param expectedRows about how many there are; never fewer than were read; 0 if the source does not know
 * @param secondsLeft what the rest takes at the pace until now; empty as long as that cannot be told
 */
public record SnapshotProgress(long rows, long expectedRows, OptionalLong secondsLeft) {
    /** A pace of a shorter time says nothing. */
    private static final Duration PACE = Duration.ofSeconds(2);

    public SnapshotProgress {
        if (rows < 0 || (expectedRows != 0 && expectedRows < rows)) {
            throw new IllegalArgumentException(rows + " rows of " + expectedRows);
        }
    }

    /**
     * From what is known while it runs.
     *
     * @param estimatedRows by the source's statistics, which may be too few; 0 if it has none
     * @param since how long it has been read
     */
    public static SnapshotProgress of(long rows, long estimatedRows, Duration since) {
        long expected = estimatedRows <= 0 ? 0 : Math.max(estimatedRows, rows);
        boolean told = expected > 0 && rows > 0 && since.compareTo(PACE) >= 0;
        return new SnapshotProgress(
                rows,
                expected,
                told
                        ? OptionalLong.of(Math.round((double) since.toSeconds() * (expected - rows) / rows))
                        : OptionalLong.empty());
    }
}
