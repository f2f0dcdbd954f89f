package org.unifiedhotline.demo.people.traffic;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Holds a rate of changes; of the time lost in an outage no more than some is made up for in a burst. Not thread-safe. */
final class Pace {

    private final double changesPerSecond;
    private final long longestArrears;
    private long due = System.nanoTime();

    /** @param longestArrears how much lost time is made up for at most */
    Pace(double changesPerSecond, Duration longestArrears) {
        this.changesPerSecond = changesPerSecond;
        this.longestArrears = longestArrears.toNanos();
    }

    /** Waits until so many changes may have been made since the last call. */
    void after(int changes) throws InterruptedException {
        due += (long) (changes / changesPerSecond * 1e9);
        long now = System.nanoTime();
        if (due - now > 0) {
            TimeUnit.NANOSECONDS.sleep(due - now);
        } else if (now - due > longestArrears) {
            due = now;
        }
    }
}
