package org.unifiedhotline.masterrecords.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An answer that is kept for some time")
class RecentLookTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    @DisplayName("is looked for once, however often it is asked for")
    void once() {
        RecentLook<Integer> look = new RecentLook<>(looks::incrementAndGet, LONG, LONG);
        assertThat(look.get()).isEqualTo(1);
        assertThat(look.get()).isEqualTo(1);
    }

    @Test
    @DisplayName("is looked for again when it is old")
    void again() {
        RecentLook<Integer> look = new RecentLook<>(looks::incrementAndGet, Duration.ZERO, LONG);
        assertThat(look.get()).isEqualTo(1);
        assertThat(look.get()).isEqualTo(2);
    }

    @Test
    @DisplayName("is not known where looking fails")
    void fails() {
        RecentLook<Integer> look = new RecentLook<>(
                () -> {
                    throw new IllegalStateException("away");
                },
                LONG,
                LONG);
        assertThat(look.get()).isNull();
    }

    @Test
    @DisplayName("is not known while looking takes too long; nobody begins a second look meanwhile")
    void hangs() {
        CountDownLatch end = new CountDownLatch(1);
        RecentLook<Integer> look = new RecentLook<>(
                () -> {
                    looks.incrementAndGet();
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return 1;
                },
                Duration.ofMillis(1),
                Duration.ofMillis(20));
        assertThat(look.get()).isNull();
        assertThat(look.get()).isNull();
        assertThat(looks).hasValue(1);
        end.countDown();
    }
}
