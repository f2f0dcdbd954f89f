package org.unifiedhotline.demo.people;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.unifiedhotline.demo.people.sinks.Sink;
import org.unifiedhotline.demo.people.systems.Batch;

/**
 * Hands batches to all sinks at once while the next batch is made; never more than one batch is under way, so memory stays
 * as it is. The first failure of a sink ends the delivery.
 */
final class Delivery implements AutoCloseable {

    private final List<? extends Sink> sinks;
    private final Progress progress;
    private final ExecutorService threads;
    private final List<Future<?>> underWay = new ArrayList<>();
    private long people;
    private long rows;
    private long personRows;

    Delivery(List<? extends Sink> sinks, Progress progress) {
        this.sinks = sinks;
        this.progress = progress;
        this.threads = Executors.newFixedThreadPool(
                sinks.size(),
                Thread.ofPlatform().name("sample-data-", 0).daemon().factory());
    }

    /** Waits for the batch before, and sends this one on its way. The batch must not be changed any more. */
    void hand(Batch batch) throws SQLException, IOException {
        awaitSinks();
        for (Sink sink : sinks) {
            underWay.add(threads.submit((Callable<?>) () -> {
                sink.write(batch);
                return batch;
            }));
        }
        people += batch.people().size();
        rows += batch.size();
        personRows += batch.truth().size();
    }

    /** Waits for the last batch. */
    LoadReport finish(long households) throws SQLException, IOException {
        awaitSinks();
        return new LoadReport(people, rows, personRows, households);
    }

    private void awaitSinks() throws SQLException, IOException {
        for (Future<?> sink : underWay) {
            await(sink);
        }
        if (!underWay.isEmpty()) {
            progress.written(people, rows);
        }
        underWay.clear();
    }

    private static void await(Future<?> sink) throws SQLException, IOException {
        try {
            sink.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while sample data were written", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SQLException refused ->
                    throw new SQLException(refused.getMessage(), refused.getSQLState(), refused);
                case IOException broken -> throw new IOException(broken.getMessage(), broken);
                case null, default -> throw new IllegalStateException("a sink failed", e);
            }
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
