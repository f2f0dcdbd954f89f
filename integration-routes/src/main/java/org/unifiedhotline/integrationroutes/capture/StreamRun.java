package org.unifiedhotline.integrationroutes.capture;

import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.mappings.source.SourceChange;

/** Follows a source's log from the stored offset until it breaks off or is told to stop. */
final class StreamRun {
    private static final Logger LOG = LoggerFactory.getLogger(StreamRun.class);
    private static final long TICK_MILLIS = 100;
    private static final long STORE_IDLE_OFFSET_AFTER = Duration.ofSeconds(5).toNanos();

    private final SourceConnector connector;
    private final CaptureStore store;
    private final CaptureLedger ledger;
    private final CaptureSink sink;
    private final CaptureProgress progress;
    private final LogTail tail;

    private volatile boolean handling;
    private volatile long heardAt = System.nanoTime();
    private long storedAt = System.nanoTime();

    StreamRun(
            SourceConnector connector,
            CaptureStore store,
            CaptureLedger ledger,
            CaptureSink sink,
            CaptureProgress progress,
            LogTail tail) {
        this.connector = connector;
        this.store = store;
        this.ledger = ledger;
        this.sink = sink;
        this.progress = progress;
        this.tail = tail;
    }

    /**
     * Returns only by an exception.
     *
     * @param first whether the stream starts from its mark for the first time
     * @param lease looked at all the time: without it this ends
     * @param flowing called when the first record has come
     * @throws CaptureException if it broke off
     */
    void run(long life, boolean first, CaptureLease lease, Runnable flowing) throws InterruptedException {
        Map<String, String> properties = new LinkedHashMap<>(connector.streamProperties(first));
        properties.putAll(store.streamProperties(connector.system(), connector.keepsSchemaHistory()));
        RecordTranslator translator = new RecordTranslator(connector, life);
        long begun = System.nanoTime();
        heardAt = begun;
        boolean told = false;
        try (StatementsInLog statements = StatementsInLog.of(connector);
                CaptureEngine engine = CaptureEngine.start(
                        connector.system(), properties, records -> handle(translator, statements, records))) {
            while (!engine.awaitEnd(TICK_MILLIS)) {
                lease.check();
                tick();
                if (!told && heardAt != begun) {
                    flowing.run();
                    told = true;
                }
                if (!handling && tail.isDead(told, System.nanoTime() - heardAt)) {
                    throw new CaptureException("the source has been silent for too long");
                }
            }
            throw new CaptureException("the stream ended");
        }
    }

    private boolean handle(RecordTranslator translator, StatementsInLog statements, List<SourceRecord> records)
            throws Exception {
        handling = true;
        try {
            List<SourceChange> changes = translator.translateAll(records);
            translator.drift().tell(ledger);
            statements.tell(ledger);
            if (!changes.isEmpty()) {
                sink.take(changes);
                progress.taken(changes);
            }
            records.forEach(this::proved);
            boolean store = !changes.isEmpty() || System.nanoTime() - storedAt > STORE_IDLE_OFFSET_AFTER;
            storedAt = store ? System.nanoTime() : storedAt;
            return store;
        } finally {
            heardAt = System.nanoTime();
            handling = false;
        }
    }

    private void proved(SourceRecord record) {
        LogPosition position = tail.passedBy(record);
        if (position != null) {
            progress.passed(position);
        }
    }

    /** Looks at the end of the log and writes down how far we are; that either is away for a while is no reason to stop. */
    private void tick() {
        try {
            tail.tick();
            record(progress.unrecorded());
        } catch (SQLException | RuntimeException e) {
            LOG.debug("{}: {}", connector.system().code(), FailureReason.of(e));
        }
    }

    private void record(@Nullable LogPosition position) {
        if (position != null) {
            ledger.passed(connector.system(), position.inLife(progress.life()));
            progress.recorded(position);
        }
    }
}
