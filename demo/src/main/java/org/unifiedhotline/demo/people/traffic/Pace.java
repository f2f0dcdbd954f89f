package org.unifiedhotline.demo.people.traffic;

import java.util.concurrent.TimeUnit;

/** Holds a rate of changes; time lost in an outage is not made up for in a burst. Not thread-safe. */
final class Pace {

    private static final long LONGEST_ARREARS = TimeUnit.SECONDS.toNanos(1);

    private final double changesPerSecond;
    private long due = System.nanoTime();

    Pace(double changesPerSecond) {
        this.changesPerSecond = changesPerSecond;
    }

    /** Waits until so many changes may have been made since the last call. */
    void after(int changes) throws InterruptedException {
        due += (long) (changes / changesPerSecond * 1e9);
        long now = System.nanoTime();
        if (due - now > 0) {
            TimeUnit.NANOSECONDS.sleep(due - now);
        } else if (now - due > LONGEST_ARREARS) {
            due = now;
        }
    }
}
