package org.unifiedhotline.masterrecords.modelchange;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Work about a model, in the background.
 *
 * @param version the model it is about; of a training, the model it made
 * @param seed of a training
 * @param decisions whether a training learns from what stewards decided
 * @param phase how far an activation is
 * @param step what is being done, {@code done} of {@code total} parts of it
 * @param problem why it failed, without any value of a record
 * @param result of a comparison, JSON
 * @param events what happened to it, in order
 */
public record ModelJob(
        long id,
        Kind kind,
        @Nullable String version,
        long seed,
        boolean decisions,
        State state,
        String author,
        String reason,
        Instant askedAt,
        Phase phase,
        String step,
        long done,
        long total,
        @Nullable Instant endedAt,
        @Nullable String problem,
        @Nullable String result,
        List<Event> events) {

    public ModelJob {
        events = List.copyOf(events);
    }

    /** What is done. */
    public enum Kind {
        /** A model is learned from the hub's records and stewards' decisions. */
        TRAIN,
        /** What would link and what would part if a model came into force. */
        COMPARE,
        /** A model comes into force, and everybody is resolved by it. */
        ACTIVATE
    }

    /** How it stands. */
    public enum State {
        WAITING,
        RUNNING,
        PAUSED,
        DONE,
        FAILED,
        CANCELLED;

        /** Whether nothing more will come of it. */
        public boolean isOver() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    /** The phases of an activation; see the package. */
    public enum Phase {
        PREPARE,
        CATCH_UP,
        RECLUSTER
    }

    /** Something that happened to a job, and who did it. */
    public record Event(Instant at, What what, String author, String reason) {
        /** What happened. */
        public enum What {
            ASKED,
            BEGUN,
            CONTINUED,
            PAUSED,
            RESUMED,
            /** The new model came into force. */
            SWITCHED,
            DONE,
            FAILED,
            CANCELLED
        }
    }
}
