package org.unifiedhotline.masterrecords.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work on a file for somebody: what they may see of the people whom a search finds.
 *
 * @param purpose what it is for, in the words of who asked
 * @param total how many people are found; null until the search was asked
 * @param written how many stand in the file so far
 * @param most no more people are written than this
 * @param endedAt when it was ready, cancelled or given up; null before
 * @param expiresAt when the file goes; null where there is none
 * @param fault why it failed; null if it did not
 */
public record ExportJob(
        UUID id,
        String owner,
        Format format,
        String purpose,
        State state,
        @Nullable Long total,
        long written,
        int most,
        Instant askedAt,
        @Nullable Instant endedAt,
        @Nullable Instant expiresAt,
        @Nullable String fault) {

    /** Names no value of a person: safe in a log. */
    @Override
    public String toString() {
        return "ExportJob[" + id + ", " + state + "]";
    }

    /** What a file is. */
    public enum Format {
        CSV,
        XLSX
    }

    /** Where the work stands. */
    public enum State {
        WAITING,
        RUNNING,
        /** The file can be fetched. */
        READY,
        CANCELLED,
        FAILED,
        /** The file has gone. */
        EXPIRED;

        /** Whether something will still happen. */
        public boolean isUnderWay() {
            return this == WAITING || this == RUNNING;
        }
    }
}
