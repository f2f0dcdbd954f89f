package org.unifiedhotline.console.models;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.modelchange.ModelJob;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.Event;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.Kind;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.Phase;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.State;

/**
 * A job as the API tells of it.
 *
 * @param version the model it is about; of a training, the one it made
 * @param phase of an activation; null for other jobs
 * @param result of a comparison: what would link and what would part
 */
record JobView(
        long id,
        Kind kind,
        @Nullable String version,
        State state,
        @Nullable Phase phase,
        Progress progress,
        String author,
        String reason,
        Instant askedAt,
        @Nullable Instant endedAt,
        @Nullable String problem,
        @JsonRawValue @Nullable String result,
        List<Event> events) {

    /** Of {@code total} parts of a step, {@code done} are done. */
    record Progress(String step, long done, long total) {}

    /** @param result as the reader is told it */
    static JobView of(ModelJob job, @Nullable String result) {
        return new JobView(
                job.id(),
                job.kind(),
                job.version(),
                job.state(),
                job.kind() == Kind.ACTIVATE ? job.phase() : null,
                new Progress(job.step(), job.done(), job.total()),
                job.author(),
                job.reason(),
                job.askedAt(),
                job.endedAt(),
                job.problem(),
                result,
                job.events());
    }
}
