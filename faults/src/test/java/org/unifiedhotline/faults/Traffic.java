package org.unifiedhotline.faults;

import org.unifiedhotline.demo.people.SampleWorld;
import org.unifiedhotline.demo.people.traffic.LegacyConnections;
import org.unifiedhotline.demo.people.traffic.LiveTraffic;

/**
 * Both legacy applications at work, until it is closed: they make up for what they missed while a database was away, and do
 * not stop before their average is nearly there again. {@link Report} hears what it was.
 */
final class Traffic implements AutoCloseable {
    /** The average at which both applications together change rows while something fails. */
    static final double CHANGES_PER_SECOND = 200;

    private static final long PATIENCE = 60_000_000_000L;

    private final long begun = System.nanoTime();
    private final LiveTraffic applications;

    Traffic(LegacyConnections connections, SampleWorld people) {
        applications = LiveTraffic.startOnAverage(connections, people, CHANGES_PER_SECOND);
    }

    /** How many changed rows have been committed until now. */
    long committed() {
        return applications.committed();
    }

    @Override
    public void close() {
        long end = System.nanoTime() + PATIENCE;
        while (committed() < 0.9 * CHANGES_PER_SECOND * seconds() && System.nanoTime() < end) {
            Commands.pause(100);
        }
        double seconds = seconds();
        applications.close();
        Report.heard(committed(), seconds);
    }

    private double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }
}
