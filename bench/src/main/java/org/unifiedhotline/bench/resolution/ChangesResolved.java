package org.unifiedhotline.bench.resolution;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * Measures how many changes one instance takes in and resolves a second, and how long a single change takes, on a hub of about
 * so many source records: {@code ChangesResolved FOLDER RECORDS [changes, default 10000] [single changes, default 2000] [seconds of idleness before, as a
 * service has that has run for a while, default 60]}. The
 * first run of a size fills a hub in the folder, which lasts; later ones go on with it.
 */
public final class ChangesResolved {
    private static final int BATCH = 500;

    private ChangesResolved() {}

    /** Runs it; figures go to standard output. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int records = Integer.parseInt(arguments[1]);
        int changes = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10_000;
        int singles = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 2_000;
        int warmUp = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 60;
        try (LastingHub hub = LastingHub.open(folder, records)) {
            hub.drain();
            System.out.printf("%,d live source records%n", hub.records());
            if (changes > 0) {
                ChangeMaker maker = new ChangeMaker(hub.database, System.nanoTime());
                many(hub, maker.make(Math.min(2_000, changes)), "warming up");
                hub.idle(Duration.ofSeconds(warmUp));
                many(hub, maker.make(changes), "measured");
                hub.drain();
                singles(hub, maker.make(singles));
                hub.drain();
            }
        }
    }

    private static void many(LastingHub hub, List<SourceChange> changes, String what) {
        long taking = 0;
        long resolving = 0;
        for (int from = 0; from < changes.size(); from += BATCH) {
            List<SourceChange> batch = changes.subList(from, Math.min(from + BATCH, changes.size()));
            long start = System.nanoTime();
            for (SourceSystem system : SourceSystem.values()) {
                hub.ingest.ingest(
                        system,
                        batch.stream()
                                .filter(change -> change.table().system() == system)
                                .toList());
            }
            long taken = System.nanoTime();
            while (hub.changesWaiting() > 0) {
                hub.resolver.resolveNext();
            }
            taking += taken - start;
            resolving += System.nanoTime() - taken;
        }
        System.out.printf(
                "%s: %,d changes in batches of %d; taken in %.1f s, resolved %.1f s: %.0f resolved a second, %.0f with"
                        + " taking in%n",
                what,
                changes.size(),
                BATCH,
                taking / 1e9,
                resolving / 1e9,
                changes.size() / (resolving / 1e9),
                changes.size() / ((taking + resolving) / 1e9));
    }

    private static void singles(LastingHub hub, List<SourceChange> changes) {
        double[] resolving = new double[changes.size()];
        double[] whole = new double[changes.size()];
        List<Double> again = new ArrayList<>();
        for (int at = 0; at < changes.size(); at++) {
            long start = System.nanoTime();
            hub.ingest.ingest(changes.get(at).table().system(), List.of(changes.get(at)));
            long taken = System.nanoTime();
            if (hub.changesWaiting() > 0) {
                hub.resolver.resolveNext();
            }
            long end = System.nanoTime();
            resolving[at] = (end - taken) / 1e6;
            whole[at] = (end - start) / 1e6;
            weighAgain(hub, again);
        }
        tell("one change, resolved", resolving);
        tell("one change, with taking in", whole);
        tell(
                "weighing others again in between",
                again.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** What a change made common or rare is weighed again when nothing changes, in portions; the next change waits for one at most. */
    private static void weighAgain(LastingHub hub, List<Double> millis) {
        long start = System.nanoTime();
        while (hub.resolver.resolveNext() > 0) {
            long end = System.nanoTime();
            millis.add((end - start) / 1e6);
            start = end;
        }
    }

    private static void tell(String what, double[] millis) {
        if (millis.length == 0) {
            return;
        }
        Arrays.sort(millis);
        System.out.printf(
                "%s (milliseconds, %d of them): 50th percentile %.1f, 95th %.1f, 99th %.1f, longest %.1f%n",
                what,
                millis.length,
                millis[millis.length / 2],
                millis[(int) (millis.length * 0.95)],
                millis[(int) (millis.length * 0.99)],
                millis[millis.length - 1]);
    }
}
