package org.unifiedhotline.console.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** About how long what waits will take, by how much less of it waits than when it was asked about lately. */
final class BacklogPace {
    private static final Duration LATELY = Duration.ofMinutes(1);
    /** A pace of a shorter time says nothing. */
    private static final Duration SHORTEST = Duration.ofSeconds(2);

    private final Deque<Seen> seen = new ArrayDeque<>();

    private record Seen(Instant at, long waiting) {}

    /**
     * Notes what waits now and tells how long that takes.
     *
     * @return seconds; null if nothing waits, if nobody asked lately, or if it did not become less
     */
    synchronized @Nullable Long secondsLeft(long waiting, Instant now) {
        seen.removeIf(one -> one.at().isBefore(now.minus(LATELY)));
        if (waiting == 0) {
            seen.clear();
            return null;
        }
        Seen first = seen.peekFirst();
        seen.addLast(new Seen(now, waiting));
        if (first == null || first.waiting() <= waiting) {
            return null;
        }
        Duration since = Duration.between(first.at(), now);
        return since.compareTo(SHORTEST) < 0
                ? null
                : Long.valueOf(Math.ceilDiv(since.toMillis() * waiting, 1_000 * (first.waiting() - waiting)));
    }
}
