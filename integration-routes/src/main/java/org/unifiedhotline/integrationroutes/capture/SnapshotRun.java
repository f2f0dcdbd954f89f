package org.unifiedhotline.integrationroutes.capture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.unifiedhotline.mappings.source.SourceChange;

/**
 * Reads all rows of a source as they stand, and hands them on. Debezium says in the stream of records itself when the last
 * one is out, so that an empty database ends as well as a full one. Nothing is stored of it: a snapshot that breaks off is
 * begun anew.
 */
final class SnapshotRun {
    private static final String NOTIFICATIONS = "capture.notifications";
    private static final Set<String> LAST = Set.of("COMPLETED", "SKIPPED");
    private static final Set<String> BROKEN = Set.of("ABORTED");

    private final SourceConnector connector;
    private final RecordTranslator translator;
    private final CaptureLedger ledger;
    private final CaptureSink sink;
    private final CaptureProgress progress;
    private final CountDownLatch complete = new CountDownLatch(1);

    SnapshotRun(
            SourceConnector connector, long life, CaptureLedger ledger, CaptureSink sink, CaptureProgress progress) {
        this.connector = connector;
        this.ledger = ledger;
        this.translator = new RecordTranslator(connector, life);
        this.sink = sink;
        this.progress = progress;
    }

    /**
     * Returns when all rows have been taken in.
     *
     * @param lease looked at all the time: without it this breaks off
     * @throws CaptureException if it broke off
     */
    void run(CaptureLease lease) throws InterruptedException {
        Map<String, String> properties = new LinkedHashMap<>(connector.snapshotProperties());
        properties.put("offset.storage", "org.apache.kafka.connect.storage.MemoryOffsetBackingStore");
        properties.put("offset.flush.interval.ms", "60000");
        properties.put("notification.enabled.channels", "sink");
        properties.put("notification.sink.topic.name", NOTIFICATIONS);
        try (CaptureEngine engine = CaptureEngine.start(connector.system(), properties, this::handle)) {
            while (!complete.await(50, TimeUnit.MILLISECONDS)) {
                lease.check();
                if (engine.awaitEnd(0) && complete.getCount() > 0) {
                    throw new CaptureException("the snapshot ended before its last row");
                }
            }
        }
    }

    private boolean handle(List<SourceRecord> records) throws Exception {
        List<SourceChange> changes = translator.translateAll(records);
        translator.drift().tell(ledger);
        if (!changes.isEmpty()) {
            sink.take(changes);
            progress.taken(changes);
        }
        for (SourceRecord record : records) {
            if (NOTIFICATIONS.equals(record.topic()) && record.value() instanceof Struct notification) {
                heed(notification.getString("type"));
            }
        }
        return false;
    }

    private void heed(String type) {
        if (BROKEN.contains(type)) {
            throw new CaptureException("the snapshot was broken off at the source");
        }
        if (LAST.contains(type)) {
            complete.countDown();
        }
    }
}
