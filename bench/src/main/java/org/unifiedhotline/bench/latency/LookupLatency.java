package org.unifiedhotline.bench.latency;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.unifiedhotline.bench.stewardship.Api;

/**
 * Measures how long a legacy system waits for a single lookup of the crosswalk, and for {@code $ihe-pix}, on a running demo started with
 * {@code DEMO_CHANGES_PER_SECOND=0}: {@code LookupLatency [lookups a second, default 100] [seconds, default 40] [changes a second, default
 * 200]}. Each is measured while nothing else happens, then while changes are committed in both legacy databases at that rate (so that
 * capture, resolution and indexing are at work), and another client fetches the whole crosswalk again and again. Lookups come from
 * {@value #CLIENTS} clients that do not wait for each other, and each is timed from when it was due: one that waits behind slow ones
 * counts with its waiting. Ports as the demo's environment says them.
 */
public final class LookupLatency {
    private static final Random SAMPLE = new Random(1);
    /** Offices do not wait for each other's answers; so many at once is more than ever wait where all is well. */
    private static final int CLIENTS = 16;

    private final Api office = new Api(
            URI.create("http://127.0.0.1:" + CommitToSearchable.port("DEMO_PORT_CONSOLE", 8080)), "office-script");
    private final int rate;
    private final int seconds;
    private final int changes;

    private LookupLatency(int rate, int seconds, int changes) {
        this.rate = rate;
        this.seconds = seconds;
        this.changes = changes;
    }

    public static void main(String[] arguments) throws Exception {
        new LookupLatency(number(arguments, 0, 100), number(arguments, 1, 40), number(arguments, 2, 200)).run();
    }

    private static int number(String[] arguments, int at, int usual) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : usual;
    }

    private void run() throws Exception {
        List<String> rows = rows();
        System.out.printf("%d rows, %d lookups a second, %d s each%n", rows.size(), rate, seconds);
        System.out.printf("%-44s %8s %8s %8s %8s %8s  (milliseconds)%n", "", "count", "p50", "p95", "p99", "max");
        measure("(before: the service compiles)", rows, LookupLatency::crosswalk);
        measure("crosswalk, nothing else", rows, LookupLatency::crosswalk);
        measure("$ihe-pix, nothing else", rows, LookupLatency::pix);
        AtomicBoolean busy = new AtomicBoolean(true);
        List<Thread> others = List.of(daemon(() -> change(busy)), daemon(() -> fetchAll(busy)));
        Thread.sleep(10_000);
        measure("crosswalk, beside changes and a whole list", rows, LookupLatency::crosswalk);
        measure("$ihe-pix, beside changes and a whole list", rows, LookupLatency::pix);
        busy.set(false);
        for (Thread other : others) {
            other.join(10_000);
        }
    }

    /** The path of a lookup. */
    private interface Lookup {
        String of(String row);
    }

    private static String crosswalk(String row) {
        return "/api/v1/crosswalk/" + row;
    }

    private static String pix(String row) {
        String[] parts = row.split("/", 3);
        return "/fhir/Patient/$ihe-pix?sourceIdentifier=urn:unified-hotline:" + parts[0] + ":" + parts[1] + "%7C"
                + parts[2];
    }

    private void measure(String what, List<String> rows, Lookup lookup) throws Exception {
        int all = rate * seconds;
        String[] asked = SAMPLE.ints(all, 0, rows.size())
                .mapToObj(row -> lookup.of(rows.get(row)))
                .toArray(String[]::new);
        long[] nanos = new long[all];
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> ends = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                ends.add(clients.submit(() -> {
                    for (int at = next.getAndIncrement(); at < all; at = next.getAndIncrement()) {
                        nanos[at] = lookUp(asked[at], start + at * 1_000_000_000L / rate);
                    }
                    return null;
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%-44s %8d %8.1f %8.1f %8.1f %8.1f%n",
                what, all, at(nanos, 0.50), at(nanos, 0.95), at(nanos, 0.99), at(nanos, 1));
    }

    /** Asks when it is due; how long after that the answer is there. */
    private long lookUp(String path, long due) throws InterruptedException {
        CommitToSearchable.sleepUntil(due);
        Api.Answer answer = office.get(path);
        // A change of the load may have deleted the row meanwhile.
        if (answer.status() != 200 && answer.status() != 410) {
            throw new IllegalStateException("a lookup answered " + answer.status());
        }
        return System.nanoTime() - due;
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] / 1e6;
    }

    private void change(AtomicBoolean busy) {
        try {
            List<ChangeWriter> writers = new ArrayList<>();
            long run = System.currentTimeMillis() / 5_000 % 99;
            for (MeasuredTable table : MeasuredTable.ALL) {
                Connection connection = CommitToSearchable.connect(table.switchboard());
                writers.add(new ChangeWriter(table, connection, writers.size(), run));
            }
            long start = System.nanoTime();
            for (long change = 0; busy.get(); change++) {
                CommitToSearchable.sleepUntil(start + change * 1_000_000_000L / changes);
                writers.get((int) (change % writers.size())).write();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the load of changes ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fetchAll(AtomicBoolean busy) {
        while (busy.get()) {
            office.get("/api/v1/crosswalk.csv");
        }
    }

    private static Thread daemon(Runnable work) {
        return Thread.ofPlatform().daemon().start(work);
    }

    /** Rows of both systems, whichever; as the crosswalk lists them. */
    private List<String> rows() {
        return office.get("/api/v1/crosswalk.csv")
                .body()
                .lines()
                .skip(1)
                .map(line -> line.split(",", 4))
                .map(cells -> cells[0] + "/" + cells[1] + "/" + cells[2])
                .toList();
    }
}
