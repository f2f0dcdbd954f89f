package org.unifiedhotline.bench.latency;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures commit to searchable at a steady rate on a running demo started with {@code DEMO_CHANGES_PER_SECOND=0}:
 * {@code CommitToSearchable [changes a second, default 200] [seconds, default 300] [seconds before, default 60]}. The
 * seconds before run at the same rate and are told apart: a service that has just started is being compiled. Ports as
 * the demo's environment says them.
 */
public final class CommitToSearchable {
    private static final int SLICE_SECONDS = 5;

    private final int changesPerSecond;
    private final int seconds;
    private final int secondsBefore;
    private final Map<String, List<Long>> nanosByChange = Collections.synchronizedMap(new TreeMap<>());
    private final Map<Long, List<Long>> nanosBefore = Collections.synchronizedMap(new TreeMap<>());
    private volatile long start;

    private CommitToSearchable(int changesPerSecond, int seconds, int secondsBefore) {
        this.changesPerSecond = changesPerSecond;
        this.seconds = seconds;
        this.secondsBefore = secondsBefore;
    }

    public static void main(String[] arguments) throws Exception {
        int rate = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
        int before = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 60;
        new CommitToSearchable(rate, seconds, before).run();
    }

    private void run() throws SQLException, InterruptedException {
        URI search = URI.create("http://127.0.0.1:" + port("DEMO_PORT_SEARCH", 19200));
        Watcher watcher = new Watcher(search, "master-records", this::arrived);
        Thread watching = Thread.ofPlatform().daemon().start(watcher);
        long run = System.currentTimeMillis() / 5_000 % 99;
        List<ChangeWriter> writers = new ArrayList<>();
        for (MeasuredTable table : MeasuredTable.ALL) {
            writers.add(new ChangeWriter(table, connect(table.switchboard()), writers.size(), run));
        }
        start = System.nanoTime();
        long changes = (long) changesPerSecond * (secondsBefore + seconds);
        for (long change = 0; change < changes; change++) {
            sleepUntil(start + change * 1_000_000_000L / changesPerSecond);
            Token token = writers.get((int) (change % writers.size())).write();
            watcher.await(token, System.nanoTime());
            if ((change + 1) % (changesPerSecond * 15L) == 0) {
                System.out.printf("%4d s  awaited now %d%n", (change + 1) / changesPerSecond, watcher.awaitedNow());
            }
        }
        double took = (System.nanoTime() - start) / 1e9;
        long end = System.nanoTime() + 30_000_000_000L;
        while (watcher.awaitedNow() > 0 && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        watcher.stop();
        watching.join();
        report(changes, took, watcher.awaitedNow());
        watcher.stillAwaited().forEach(token -> System.out.println("never seen: " + token));
    }

    private void arrived(Token token, long nanos) {
        long committed = (System.nanoTime() - nanos - start) / 1_000_000_000L;
        if (committed < secondsBefore) {
            add(nanosBefore, committed / SLICE_SECONDS, nanos);
        } else {
            add(nanosByChange, token.change(), nanos);
        }
    }

    private static <K> void add(Map<K, List<Long>> map, K key, long nanos) {
        map.computeIfAbsent(key, ignored -> Collections.synchronizedList(new ArrayList<>()))
                .add(nanos);
    }

    private void report(long changes, double took, int neverSeen) {
        System.out.printf(
                "%d changes in %.1f s (%.0f a second), never seen: %d%n", changes, took, changes / took, neverSeen);
        System.out.printf(
                "%-28s %8s %8s %8s %8s %8s %8s  (milliseconds)%n",
                "committed", "count", "p50", "p95", "p99", "max", "over 1 s");
        nanosBefore.forEach((slice, nanos) -> print("before, from second " + slice * SLICE_SECONDS, nanos));
        List<Long> all = new ArrayList<>();
        nanosByChange.forEach((change, nanos) -> {
            print(change, nanos);
            all.addAll(nanos);
        });
        print("all", all);
        List<Long> everything = new ArrayList<>(all);
        nanosBefore.values().forEach(everything::addAll);
        print("all, and before", everything);
    }

    private static void print(String change, List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        if (sorted.length > 0) {
            System.out.printf(
                    "%-28s %8d %8.0f %8.0f %8.0f %8.0f %8d%n",
                    change,
                    sorted.length,
                    percentile(sorted, 0.50),
                    percentile(sorted, 0.95),
                    percentile(sorted, 0.99),
                    percentile(sorted, 1),
                    Arrays.stream(sorted).filter(one -> one > 1_000_000_000L).count());
        }
    }

    private static double percentile(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] / 1e6;
    }

    static void sleepUntil(long nanos) throws InterruptedException {
        long left = nanos - System.nanoTime();
        if (left > 0) {
            Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
        }
    }

    static Connection connect(boolean switchboard) throws SQLException {
        String url = switchboard
                ? "jdbc:mariadb://127.0.0.1:" + port("DEMO_PORT_SWITCHBOARD", 13306) + "/tongdai111"
                : "jdbc:postgresql://127.0.0.1:" + port("DEMO_PORT_HOTLINE", 15432) + "/pcmbn";
        return DriverManager.getConnection(url, "legacy", "legacy");
    }

    static int port(String variable, int usual) {
        String value = System.getenv(variable);
        return value == null || value.isEmpty() ? usual : Integer.parseInt(value);
    }
}
