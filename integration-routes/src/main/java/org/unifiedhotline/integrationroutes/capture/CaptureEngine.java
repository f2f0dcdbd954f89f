package org.unifiedhotline.integrationroutes.capture;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * One run of a Debezium engine, on a thread of its own. Batches go to a {@link Handler}; Debezium is told that a batch is
 * done after the handler is through with it, and never if the handler throws: the run then ends, with nothing skipped.
 */
final class CaptureEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CaptureEngine.class);
    /** A waiting row is held several times over while it is taken in: as the log has it, as JSON, sealed, on its way to the hub. */
    private static final int SHARE_OF_MEMORY = 64;

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    /** Takes batches. */
    interface Handler {
        /**
         * Is through with a batch when it returns.
         *
         * @return whether the offset after the batch is to be stored now
         */
        boolean handle(List<SourceRecord> records) throws Exception;
    }

    private final SourceSystem system;
    private final DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Thread thread;

    private CaptureEngine(SourceSystem system, Map<String, String> properties, Handler handler) {
        this.system = system;
        this.engine = DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                .using(engineProperties(system, properties))
                .notifying((events, committer) -> deliver(handler, events, committer))
                .using(this::completed)
                .build();
        this.thread = Thread.ofPlatform().name("capture-" + system.code()).unstarted(engine);
    }

    static CaptureEngine start(SourceSystem system, Map<String, String> properties, Handler handler) {
        CaptureEngine run = new CaptureEngine(system, properties, handler);
        run.thread.start();
        return run;
    }

    private static Properties engineProperties(SourceSystem system, Map<String, String> specific) {
        Properties properties = new Properties();
        properties.put("name", system.code());
        properties.put("topic.prefix", system.code());
        properties.put("poll.interval.ms", "50"); // Debezium spins through the last millisecond of each
        properties.put("max.batch.size", "8192");
        properties.put("max.queue.size", "32768");
        properties.put("max.queue.size.in.bytes", String.valueOf(bytesAtATime()));
        properties.put("snapshot.fetch.size", "1000"); // the driver holds so many rows, however wide
        properties.put("tombstones.on.delete", "false");
        properties.put("skipped.operations", "none");
        properties.put("decimal.handling.mode", "precise");
        properties.put("binary.handling.mode", "bytes");
        properties.put("errors.max.retries", "0"); // one way to start over: the loop's
        properties.put("task.management.timeout.ms", "20000");
        properties.put("record.processing.threads", "1");
        properties.putAll(specific);
        return properties;
    }

    /** Rows may be of any width: what waits, and what is taken in at a time, is bounded by the memory that there is, not by their number alone. */
    static long bytesAtATime() {
        return Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY;
    }

    private static void deliver(
            Handler handler,
            List<RecordChangeEvent<SourceRecord>> events,
            RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        List<SourceRecord> records =
                events.stream().map(RecordChangeEvent::record).toList();
        boolean store;
        try {
            store = handler.handle(records);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            // Debezium logs what it gets with all its causes, and those could quote rows: they stay here.
            LOG.debug("the batch was not taken in", e);
            throw new CaptureException("the batch was not taken in: " + FailureReason.of(e));
        }
        if (store) {
            committer.markProcessed(events.getLast());
            committer.markBatchFinished();
        }
    }

    private void completed(boolean success, String message, @Nullable Throwable error) {
        if (error == null) {
            end.complete(null);
        } else {
            end.completeExceptionally(error);
        }
    }

    boolean isRunning() {
        return !end.isDone();
    }

    /**
     * Waits until the run has ended.
     *
     * @return whether it ended in this time
     * @throws CaptureException if it failed
     */
    boolean awaitEnd(long millis) throws InterruptedException {
        try {
            end.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new CaptureException(FailureReason.of(e.getCause()), e);
        }
    }

    /** Ends the run, and returns when it has ended or will not; an interruption waits until then. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            stopEngine();
            if (!thread.join(STOP_PATIENCE)) {
                LOG.warn("{}: the engine does not end", system.code());
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void stopEngine() throws InterruptedException {
        for (int attempt = 0; isRunning() && attempt < 200; attempt++) {
            try {
                engine.close();
                return;
            } catch (IllegalStateException e) {
                Thread.sleep(100); // it is starting just now, or stopping already
            } catch (IOException e) {
                LOG.warn("{}: the engine did not close: {}", system.code(), FailureReason.of(e));
                return;
            }
        }
    }
}
