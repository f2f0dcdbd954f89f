package org.unifiedhotline.masterrecords.operation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is looked for anew when it is old, by one thread at a time, and waited for a short time only: where the hub does not
 * answer, who asks is told soon that nothing is known.
 */
public final class RecentLook<T> {
    private final Supplier<T> source;
    private final long freshNanos;
    private final long goodNanos;
    private final long patienceNanos;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable Seen<T> seen;
    private volatile @Nullable Look latest;

    private record Look(CountDownLatch done, long began) {}

    private record Seen<T>(@Nullable T value, long at) {}

    /**
     * Of what is looked for.
     *
     * @param source looks; what it throws is nothing known
     * @param fresh how long an answer is given without looking again
     * @param patience how long a look is waited for at most; longer than this and {@code fresh} no answer stands
     */
    public RecentLook(Supplier<T> source, Duration fresh, Duration patience) {
        this.source = source;
        this.freshNanos = fresh.toNanos();
        this.patienceNanos = patience.toNanos();
        this.goodNanos = 2 * fresh.toNanos() + patience.toNanos();
    }

    /** The answer; null if it is not known. */
    public @Nullable T get() {
        if (!isYoungerThan(seen, freshNanos) && looking.compareAndSet(false, true)) {
            begin();
        }
        if (!isYoungerThan(seen, freshNanos)) {
            await();
        }
        Seen<T> now = seen;
        return now != null && isYoungerThan(now, goodNanos) ? now.value() : null;
    }

    private void begin() {
        Look look = new Look(new CountDownLatch(1), System.nanoTime());
        latest = look;
        Thread.ofPlatform().daemon().name("recent-look").start(() -> {
            try {
                seen = new Seen<>(source.get(), System.nanoTime());
            } catch (RuntimeException unknown) {
                seen = new Seen<>(null, System.nanoTime());
            } finally {
                looking.set(false);
                look.done().countDown();
            }
        });
    }

    /** Whoever comes while a look takes too long waits no more: it was waited for once. */
    private void await() {
        Look look = latest;
        long left = look == null ? 0 : look.began() + patienceNanos - System.nanoTime();
        try {
            if (look != null && left > 0 && !look.done().await(left, TimeUnit.NANOSECONDS)) {
                seen = new Seen<>(null, System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isYoungerThan(@Nullable Seen<?> answer, long nanos) {
        return answer != null && System.nanoTime() - answer.at() < nanos;
    }
}
