package org.unifiedhotline.masterrecords.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.deleted;
import static org.unifiedhotline.masterrecords.Changes.updated;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.stewardship.Stewardship.Word;

/** Everybody at once: writers of both systems, two instances that resolve, and stewards who decide and take back. */
class ConcurrencyIT {
    private static final int ROUNDS = 60;

    private final AtomicLong offset = new AtomicLong(100);

    @Test
    @DisplayName("writers, instances and stewards at the same time end in the clusters of a run from scratch")
    void atTheSameTime() throws Exception {
        try (Hub hub = Hub.running("concurrency");
                ExecutorService threads = Executors.newFixedThreadPool(6)) {
            hub.take(change(new Random(0), "tre_em"), change(new Random(1), "victim"));
            hub.resolve();
            Hub other = hub.another(Hub.model());
            AtomicInteger writing = new AtomicInteger(3);
            List<Future<?>> all = new ArrayList<>();
            for (String table : List.of("tre_em", "nguoi_goi", "victim")) {
                all.add(threads.submit(writer(hub, table, writing)));
            }
            all.add(threads.submit(resolver(hub, writing)));
            all.add(threads.submit(resolver(other, writing)));
            all.add(threads.submit(steward(hub, writing)));
            for (Future<?> one : all) {
                one.get();
            }
            hub.resolve();
            other.resolve();

            assertThat(new ResolutionCheck(hub.database.database(), Hub.model()).differencesIfDrained())
                    .contains(List.of());
            assertThat(hub.links()).isNotEmpty();
        }
    }

    private Callable<Void> writer(Hub hub, String table, AtomicInteger writing) {
        return () -> {
            Random random = new Random(table.hashCode());
            for (int round = 0; round < ROUNDS; round++) {
                hub.take(change(random, table), change(random, table), change(random, table));
            }
            writing.decrementAndGet();
            return null;
        };
    }

    private static Callable<Void> resolver(Hub hub, AtomicInteger writing) {
        return () -> {
            while (writing.get() > 0) {
                hub.resolver.resolveNext();
            }
            return null;
        };
    }

    private static Callable<Void> steward(Hub hub, AtomicInteger writing) {
        return () -> {
            Random random = new Random(7);
            while (writing.get() > 0) {
                List<MasterId> ids = List.copyOf(new TreeSet<>(hub.links().values()));
                Word word = new Word("steward", "at random");
                hub.stewardship.merge(ids.get(random.nextInt(ids.size())), ids.get(random.nextInt(ids.size())), word);
                hub.stewardship.undo(random.nextInt(1, 30), word);
            }
            return null;
        };
    }

    private SourceChange change(Random random, String table) {
        int id = random.nextInt(20);
        if (random.nextInt(8) == 0) {
            return deleted(table, id, offset.getAndIncrement());
        }
        return updated(
                table,
                id,
                offset.getAndIncrement(),
                "name",
                List.of("Lê Thị Hoa", "Trần Văn Nam", "Lê Hương").get(random.nextInt(3)),
                "year",
                1990L + random.nextInt(3),
                "phone",
                "+8491234560" + random.nextInt(5));
    }
}
