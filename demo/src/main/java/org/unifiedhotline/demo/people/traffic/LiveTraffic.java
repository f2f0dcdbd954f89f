package org.unifiedhotline.demo.people.traffic;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.unifiedhotline.demo.people.SampleWorld;
import org.unifiedhotline.demo.people.households.Households;
import org.unifiedhotline.demo.people.systems.LegacyTable;
import org.unifiedhotline.demo.people.systems.SourceSystem;

/**
 * Keeps writing to both legacy databases as their applications would: new calls and cases of newcomers and of people of
 * the sample world, corrections in place, cases and referrals that move on, returns, deletions of anonymised callers. Every
 * transaction is committed on its own. The plan depends on the seed and on the rows that stand at the start; times are now.
 *
 * <p>A database that is away is waited for, and what it missed is not made up for, unless the average is to be kept.
 */
public final class LiveTraffic implements AutoCloseable {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /** The share of changes that goes to the switchboard, which is the busier of the two. */
    private static final double SWITCHBOARD_SHARE = 0.7;

    private static final Duration LONGEST_ARREARS = Duration.ofSeconds(1);

    /** A household has fewer people than this on average, so that so many of a world's households surely exist. */
    private static final int PEOPLE_A_HOUSEHOLD = 6;

    private final LegacyConnections connections;
    private final SampleWorld world;
    private final double changesPerSecond;
    private final Duration longestArrears;
    private final ChangeListener listener;
    private final AtomicLong committed = new AtomicLong();
    private final Thread manager;

    private LiveTraffic(
            LegacyConnections connections,
            SampleWorld world,
            double changesPerSecond,
            Duration longestArrears,
            ChangeListener listener) {
        this.connections = connections;
        this.world = world;
        if (!(changesPerSecond > 0)) {
            throw new IllegalArgumentException("changes per second must be above 0, were " + changesPerSecond);
        }
        this.changesPerSecond = changesPerSecond;
        this.longestArrears = longestArrears;
        this.listener = listener;
        this.manager = Thread.ofPlatform().name("live-traffic").daemon().unstarted(this::manage);
    }

    /** Begins to write, with nobody listening. */
    public static LiveTraffic start(LegacyConnections connections, SampleWorld world, double changesPerSecond) {
        return start(connections, world, changesPerSecond, ChangeListener.NONE);
    }

    /**
     * Begins to write; returns at once.
     *
     * @param world the people whom the databases know already, and the seed
     * @param changesPerSecond changed rows in a second over both systems, above 0; some hundreds are kept up with
     * @param listener hears of every change after its commit
     */
    public static LiveTraffic start(
            LegacyConnections connections, SampleWorld world, double changesPerSecond, ChangeListener listener) {
        return new LiveTraffic(connections, world, changesPerSecond, LONGEST_ARREARS, listener).begun();
    }

    /** The same, keeping the rate on average: what a database missed while it was away is made up for. */
    public static LiveTraffic startOnAverage(
            LegacyConnections connections, SampleWorld world, double changesPerSecond) {
        return new LiveTraffic(connections, world, changesPerSecond, Duration.ofDays(1), ChangeListener.NONE).begun();
    }

    private LiveTraffic begun() {
        manager.start();
        return this;
    }

    /** How many changed rows have been committed until now. */
    public long committed() {
        return committed.get();
    }

    /** Stops after the transactions that are under way. */
    @Override
    public void close() {
        manager.interrupt();
        try {
            manager.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts the two desks when both databases have been seen, and stops them when interrupted. */
    private void manage() {
        List<Thread> desks = new ArrayList<>();
        try {
            long seed = world.seed()
                    + 31 * greatestKey(LegacyTable.CUOC_GOI, connections.switchboard())
                    + 17 * greatestKey(LegacyTable.CALLER, connections.hotline());
            desks.add(desk(SourceSystem.SWITCHBOARD, connections.switchboard(), seed, SWITCHBOARD_SHARE));
            desks.add(desk(SourceSystem.HOTLINE, connections.hotline(), seed, 1 - SWITCHBOARD_SHARE));
            for (Thread desk : desks) {
                desk.join();
            }
        } catch (InterruptedException e) {
            desks.forEach(LiveTraffic::stop);
        }
    }

    private Thread desk(SourceSystem source, ConnectionSource connection, long seed, double share) {
        LiveTimes times = new LiveTimes(Clock.system(VIETNAM));
        Households households = new Households(world.seed(), world.until());
        int known = world.people() / PEOPLE_A_HOUSEHOLD;
        Planner planner = new Planner(source, seed, households, known, times);
        Desk desk = new Desk(
                source, connection, planner, new Pace(changesPerSecond * share, longestArrears), listener, committed);
        return Thread.ofPlatform()
                .name("live-traffic-" + source.label())
                .daemon()
                .start(desk);
    }

    /** Asks until the database answers. */
    private static long greatestKey(LegacyTable table, ConnectionSource connections) throws InterruptedException {
        while (true) {
            try (Connection connection = connections.open()) {
                return new LegacyDatabase(connection).maximum(table);
            } catch (SQLException e) {
                TimeUnit.MILLISECONDS.sleep(500);
            }
        }
    }

    private static void stop(Thread desk) {
        desk.interrupt();
        try {
            desk.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
