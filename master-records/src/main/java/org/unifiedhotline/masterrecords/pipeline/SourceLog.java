package org.unifiedhotline.masterrecords.pipeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * How much of its log a source keeps that the service has not read, and what bounds that.
 *
 * @param keptBytes null if it is not known, before anything was read
 * @param boundBytes more than this the server does not keep for the service; null if it sets no such bound
 * @param boundSeconds longer than this the server keeps nothing; null if it sets no such bound
 */
public record SourceLog(
        SourceSystem system,
        @Nullable Long keptBytes,
        @Nullable Long boundBytes,
        @Nullable Long boundSeconds,
        Instant seenAt) {
    /** What is to be thought of it. */
    public enum State {
        /** The server drops what it kept too much of: its disk is safe from the service. */
        BOUNDED,
        /** More than half of what may be kept is kept: soon all rows will have to be read anew. */
        FILLING,
        /** A service that stops for long could fill the server's disk. */
        UNBOUNDED
    }

    public State state() {
        if (boundBytes == null && boundSeconds == null) {
            return State.UNBOUNDED;
        }
        return boundBytes != null && keptBytes != null && keptBytes > boundBytes / 2 ? State.FILLING : State.BOUNDED;
    }
}
