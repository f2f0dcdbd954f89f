package org.unifiedhotline.masterrecords.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/**
 * Writes the trail. One thread appends what all others hand over, as many entries in one transaction as have come meanwhile, so that
 * a busy service waits for few commits; several instances take turns, and theirs is one chain.
 *
 * <p>{@link #record} returns once the entry is on the disk: what was answered is on record, whatever happens next. If the
 * hub cannot take it, the caller is told so, and must not answer.
 */
public final class AuditTrail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final String NOT_SOUND = "the trail does not hold";
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_TOGETHER = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HubDatabase hub;
    private final AuditTable table;
    private final AuditKeys keys;
    private final ChainEnd end;
    private final StartEntry startEntry;
    private final HeadsFile heads;
    private final long headsEveryNanos;
    private final Clock clock;
    private final UUID instance = UUID.randomUUID();
    private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread appender = new Thread(this::work, "audit trail");
    private volatile boolean closing;
    private volatile @Nullable String complaint;
    private Head head = Head.NONE;
    private Head noted = Head.NONE;
    private long notedAt;

    /**
     * A trail.
     *
     * @param startedWith the configuration that the service starts with: fingerprints by name
     */
    AuditTrail(
            HubDatabase hub,
            AuditKeys keys,
            HeadsFile heads,
            Duration headsEvery,
            Map<String, String> startedWith,
            Clock clock) {
        this.hub = hub;
        this.table = new AuditTable(hub);
        this.keys = keys;
        Seal seal = keys.seal(hub);
        this.end = new ChainEnd(table, keys.chain(), seal, instance);
        this.startEntry = new StartEntry(hub, table, seal, startedWith);
        this.heads = heads;
        this.headsEveryNanos = headsEvery.toNanos();
        this.clock = clock;
    }

    private record Waiting(AuditEvent event, CompletableFuture<Void> written) {}

    /** Begins to write; what is wrong with the chain as it stands is logged and kept as {@link #complaint}. */
    void start() {
        head = hub.read(table::head);
        new ChainStart(hub, table, keys.chain(), heads).complaint(head).ifPresent(this::complain);
        List<AuditEvent> start = startEntry.events(clock.instant());
        appender.start();
        start.forEach(this::record);
    }

    /**
     * Puts something on record, durably.
     *
     * @throws AuditUnavailableException if that cannot be done now
     */
    public void record(AuditEvent event) {
        Waiting one = new Waiting(event, new CompletableFuture<>());
        try {
            if (closing || !waiting.offer(one, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AuditUnavailableException("too much waits to be put on record");
            }
            one.written().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AuditUnavailableException("the hub does not take the audit trail's entries");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuditUnavailableException("interrupted");
        }
    }

    /** The run of the service that this is. */
    UUID instance() {
        return instance;
    }

    /** What is wrong with the trail, as far as this instance noticed; null if nothing. */
    public @Nullable String complaint() {
        return complaint;
    }

    /** Writes what waits, and notes outside where the chain ends. */
    @Override
    public void close() {
        try {
            record(AuditEvent.ofService(clock.instant(), AuditKind.SERVICE, "stop", Map.of()));
        } catch (AuditUnavailableException e) {
            LOG.warn("the audit trail ends without its last entry: {}", e.getMessage());
        }
        closing = true;
        try {
            appender.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        List<Waiting> batch = new ArrayList<>();
        while (!closing || !waiting.isEmpty()) {
            try {
                Waiting first = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, MOST_TOGETHER - 1);
                    append(batch);
                }
                noteHead(false);
            } catch (InterruptedException e) {
                closing = true;
            } finally {
                batch.clear();
            }
        }
        noteHead(true);
    }

    private void append(List<Waiting> batch) {
        try {
            head = hub.write(() -> write(batch.stream().map(Waiting::event).toList()));
            batch.forEach(one -> one.written().complete(null));
        } catch (RuntimeException e) {
            LOG.error("the audit trail cannot be written: {}", e.getClass().getName());
            batch.forEach(one -> one.written().completeExceptionally(e));
        }
    }

    private Head write(List<AuditEvent> events) {
        table.begin();
        Head last = table.head();
        if (last.sequence() < head.sequence()) {
            complain("the trail ends at entry " + last.sequence() + ", but entry " + head.sequence() + " was written");
        }
        return end.append(last, events);
    }

    private void noteHead(boolean atOnce) {
        if (head.equals(noted) || (!atOnce && System.nanoTime() - notedAt < headsEveryNanos)) {
            return;
        }
        try {
            heads.add(clock.instant(), head);
            noted = head;
            notedAt = System.nanoTime();
        } catch (RuntimeException e) {
            notedAt = System.nanoTime();
            complain(String.valueOf(e.getMessage()));
        }
    }

    /** Once: in the log, in the health, and to the auditor in the trail itself. */
    private void complain(String words) {
        if (words.equals(complaint)) {
            return;
        }
        complaint = words;
        LOG.error("audit trail: {}", words);
        Waiting told = new Waiting(
                AuditEvent.ofService(clock.instant(), AuditKind.ALERT, NOT_SOUND, Map.of("complaint", words)),
                new CompletableFuture<>());
        if (!waiting.offer(told)) {
            LOG.warn("the complaint found no place in the trail");
        }
    }
}
