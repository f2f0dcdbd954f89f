package org.unifiedhotline.searchindex.indexing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.searchindex.SearchUnavailableException;
import org.unifiedhotline.searchindex.indexing.BulkWriter.Removal;

/**
 * Makes documents follow the hub: large batches as several bulk requests, some at a time, so that while the hub is read
 * for one and another is built, Elasticsearch indexes a third.
 */
final class ParallelWriter implements AutoCloseable {
    private static final int THREADS = 3;

    private final HubRecords hub;
    private final BulkWriter writer;
    private final int bulkSize;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().name("search-index-", 1).daemon().factory());

    ParallelWriter(HubRecords hub, BulkWriter writer, int bulkSize) {
        this.hub = hub;
        this.writer = writer;
        this.bulkSize = bulkSize;
    }

    /**
     * A person whose document is to be what the hub holds now.
     *
     * @param goneUnder the version under which the document goes if the hub holds no such person; null if none is there
     */
    record Wanted(MasterId id, @Nullable Long goneUnder) {}

    /**
     * Reads these people from the hub and writes or removes their documents in each of the indices; returns when all is
     * written.
     *
     * @return how many the hub holds
     * @throws SearchUnavailableException if some could not be written; then all are to be written again
     */
    int write(List<Wanted> people, List<String> indices) {
        if (people.size() <= bulkSize / THREADS) {
            return writePart(people, indices);
        }
        List<Future<Integer>> parts = new ArrayList<>();
        for (int from = 0; from < people.size(); from += bulkSize) {
            List<Wanted> part = people.subList(from, Math.min(from + bulkSize, people.size()));
            parts.add(threads.submit(() -> writePart(part, indices)));
        }
        return awaitAll(parts);
    }

    private int writePart(List<Wanted> people, List<String> indices) {
        Map<MasterId, PersonFile> files =
                hub.load(people.stream().map(Wanted::id).toList());
        List<Removal> removals = new ArrayList<>();
        for (Wanted person : people) {
            if (person.goneUnder() != null && !files.containsKey(person.id())) {
                removals.add(new Removal(person.id(), person.goneUnder()));
            }
        }
        writer.write(List.copyOf(files.values()), hub.fellows(files.values()), removals, indices);
        return files.size();
    }

    private static int awaitAll(List<Future<Integer>> parts) {
        int written = 0;
        RuntimeException failure = null;
        for (Future<Integer> part : parts) {
            try {
                written += part.get();
            } catch (ExecutionException e) {
                failure = e.getCause() instanceof RuntimeException known
                        ? known
                        : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SearchUnavailableException("Interrupted while indexing", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
        return written;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
