package org.unifiedhotline.searchindex.indexing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.searchindex.SearchUnavailableException;
import org.unifiedhotline.searchindex.indexing.BulkWriter.Removal;

/** Writes large batches as several bulk requests, two at a time: while one is indexed, the other is built. */
final class ParallelWriter implements AutoCloseable {
    private static final int THREADS = 2;

    private final BulkWriter writer;
    private final int bulkSize;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().name("search-index-", 1).daemon().factory());

    ParallelWriter(BulkWriter writer, int bulkSize) {
        this.writer = writer;
        this.bulkSize = bulkSize;
    }

    /**
     * As {@link BulkWriter#write}; returns when all is written.
     *
     * @throws SearchUnavailableException if some could not be written; then all are to be written again
     */
    void write(List<PersonFile> files, List<Removal> removals, List<String> targets) {
        if (files.size() <= bulkSize / THREADS) {
            writer.write(files, removals, targets);
            return;
        }
        List<Future<?>> parts = new ArrayList<>();
        for (int from = 0; from < files.size(); from += bulkSize) {
            List<PersonFile> part = files.subList(from, Math.min(from + bulkSize, files.size()));
            parts.add(threads.submit(() -> writer.write(part, List.of(), targets)));
        }
        parts.add(threads.submit(() -> writer.write(List.of(), removals, targets)));
        awaitAll(parts);
    }

    private static void awaitAll(List<Future<?>> parts) {
        RuntimeException failure = null;
        for (Future<?> part : parts) {
            try {
                part.get();
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
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
