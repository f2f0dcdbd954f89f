package org.unifiedhotline.matching.bulk;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Walks over all candidate pairs with all cores. Records are taken in chunks; what is made of a chunk does not depend on
 * the others, so that the results in the order of chunks are the same however many cores there are.
 */
public final class PairPass {
    private static final int CHUNK = 1024;

    private PairPass() {}

    /** Works on the records of one chunk; one worker may do several chunks, never two at a time. */
    @FunctionalInterface
    public interface Worker<T> {
        T chunk(int from, int to, int[] stamps);
    }

    /** The results of all chunks, in order. */
    public static <T> Object[] run(
            Candidates candidates, String stage, Supplier<Worker<T>> workers, Progress progress) {
        int chunks = (candidates.size() + CHUNK - 1) / CHUNK;
        Object[] results = new Object[chunks];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .parallel()
                .forEach(_ -> {
                    Worker<T> worker = workers.get();
                    int[] stamps = candidates.newStamps();
                    for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
                        int from = chunk * CHUNK;
                        results[chunk] = worker.chunk(from, Math.min(from + CHUNK, candidates.size()), stamps);
                        progress.at(stage, done.incrementAndGet(), chunks);
                    }
                });
        return results;
    }
}
