package org.unifiedhotline.masterrecords.modelchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody put a model in force.
 *
 * @param former the version in force before; null if there was none
 * @param jobId the work that it takes; null if nobody had to be resolved again
 * @param effectiveAt since when everything is weighed by it; null while it is prepared, or if it was cancelled
 * @param completedAt since when all clusters are its own
 */
public record Activation(
        long id,
        Kind kind,
        String version,
        @Nullable String former,
        String author,
        String reason,
        Instant askedAt,
        @Nullable Long jobId,
        @Nullable Instant effectiveAt,
        @Nullable Instant completedAt) {

    /** How it came about. */
    public enum Kind {
        /** The service was started with a model that its configuration had not named before. */
        CONFIGURATION,
        ACTIVATE,
        /** The version before the present one was put in force again. */
        ROLLBACK
    }
}
