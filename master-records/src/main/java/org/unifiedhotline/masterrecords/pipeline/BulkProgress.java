package org.unifiedhotline.masterrecords.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.matching.bulk.Progress;

/**
 * How far this instance is in resolving everybody at once, as after a first load: nothing of it stands in the hub before
 * it is whole. May be asked and told by several threads.
 */
public class BulkProgress implements Progress {
    /** A pace of a shorter time says nothing. */
    private static final Duration PACE = Duration.ofSeconds(2);

    private final Clock clock;
    private final AtomicReference<@Nullable Step> now = new AtomicReference<>();

    public BulkProgress(Clock clock) {
        this.clock = clock;
    }

    /** What is done one after the other. */
    public enum Stage {
        /** Reading everybody and taking names, days and numbers apart. */
        READ,
        /** Finding who may be the same at all. */
        BLOCK,
        /** Weighing these pairs. */
        COMPARE,
        /** Making people of the pairs that weigh enough. */
        CLUSTER,
        /** Writing who is who, with the evidence. */
        WRITE
    }

    /**
     * Where it is.
     *
     * @param done parts of this stage that are done
     * @param total of so many; 0 if that is not known
     * @param began when the whole began
     * @param stageBegan when this stage began
     */
    public record Step(Stage stage, long done, long total, Instant began, Instant stageBegan) {
        /** About how many seconds the rest of this stage takes at its pace until now; empty as long as that cannot be told. */
        public OptionalLong secondsLeft(Instant at) {
            Duration since = Duration.between(stageBegan, at);
            return done > 0 && total > 0 && since.compareTo(PACE) >= 0
                    ? OptionalLong.of(Math.ceilDiv(since.toMillis() * (total - done), 1_000 * done))
                    : OptionalLong.empty();
        }
    }

    /** Where it is now; empty while nobody is resolved at once. */
    public Optional<Step> now() {
        return Optional.ofNullable(now.get());
    }

    @Override
    public void at(String stage, long done, long total) {
        at(Stage.valueOf(stage.toUpperCase(Locale.ROOT)), done, total);
    }

    /** Of {@code total} parts of a stage, {@code done} are done, or more if that was told before. */
    public void at(Stage stage, long done, long total) {
        Instant at = clock.instant();
        now.accumulateAndGet(new Step(stage, done, Math.max(done, total), at, at), BulkProgress::further);
    }

    /** It is over, well or not. */
    public void over() {
        now.set(null);
    }

    private static @Nullable Step further(@Nullable Step before, @Nullable Step told) {
        if (before == null || told == null) {
            return told;
        }
        if (before.stage() != told.stage()) {
            return new Step(told.stage(), told.done(), told.total(), before.began(), told.stageBegan());
        }
        return before.done() >= told.done()
                ? before
                : new Step(told.stage(), told.done(), told.total(), before.began(), before.stageBegan());
    }
}
