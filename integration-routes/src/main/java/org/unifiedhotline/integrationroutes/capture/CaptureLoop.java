package org.unifiedhotline.integrationroutes.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.integrationroutes.capture.CaptureLedger.Standing;
import org.unifiedhotline.integrationroutes.capture.CaptureStatus.State;
import org.unifiedhotline.integrationroutes.capture.SourceConnector.Resumption;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.pipeline.SourceLog;

/**
 * Keeps the capture of one source going: looks, reads all rows if it must, follows the log; when that breaks off, says why,
 * waits, and starts over from what the hub has. All of it only while it has the {@link CaptureLease}, and only then does it
 * write its state into the hub: otherwise what stands there is another instance's.
 */
final class CaptureLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(CaptureLoop.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final SourceConnector connector;
    private final CaptureStore store;
    private final CaptureLedger ledger;
    private final CaptureSink sink;
    private final CaptureProgress progress;
    private final HeadBeside beside;
    private volatile @Nullable LogTail tail;
    private @Nullable CaptureLease lease;
    /** Why all rows were last read anew. */
    private String lost = "its place in the log is not known any more; all rows are read anew";
    /** What the account may do beyond reading, where that is only warned of. */
    private String excess = "";

    CaptureLoop(
            SourceConnector connector,
            CaptureStore store,
            CaptureLedger ledger,
            CaptureSink sink,
            CaptureProgress progress) {
        this.connector = connector;
        this.store = store;
        this.ledger = ledger;
        this.sink = sink;
        this.progress = progress;
        this.beside = new HeadBeside(connector, ledger);
    }

    /** Runs until its thread is interrupted. */
    @Override
    public void run() {
        Duration wait = FIRST_WAIT;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long begun = System.nanoTime();
                try {
                    capture();
                } catch (SQLException | RuntimeException e) {
                    boolean ranWell = System.nanoTime() - begun > LONGEST_WAIT.toNanos();
                    wait = ranWell ? FIRST_WAIT : wait;
                    failed(e, wait);
                    if (connector.isOutOfStep(e)) {
                        readAnew();
                    }
                    Thread.sleep(wait);
                    wait = longer(wait);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            tell(State.STOPPED, null);
            release();
            beside.close();
        }
    }

    private static Duration longer(Duration wait) {
        Duration doubled = wait.multipliedBy(2);
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }

    private void failed(Exception e, Duration wait) {
        String reason = FailureReason.of(e);
        LOG.warn("{}: capture broke off, starts over in {} ms: {}", system().code(), wait.toMillis(), reason);
        if (lease != null && !lease.isHeld()) {
            release();
        }
        tell(State.FAILED, reason);
    }

    /** The place in the log is of no use any more. */
    private void readAnew() {
        lost = "a table was altered in a way that cannot be followed in the log; all rows are read anew";
        LOG.warn("{}: {}", system().code(), lost);
        try {
            store.clear(system());
        } catch (RuntimeException e) {
            LOG.debug(
                    "{}: {}",
                    system().code(),
                    FailureReason.of(e)); // the hub is away: it breaks off again, and comes here
        }
    }

    private void release() {
        if (lease != null) {
            lease.close();
            lease = null;
        }
    }

    /** The lease that is held, or a new one, for which it may have to wait. */
    private CaptureLease lease() throws SQLException, InterruptedException {
        CaptureLease held = lease;
        if (held == null) {
            held = store.lease(system(), () -> {
                LOG.info("{}: another instance captures it, this one waits", system().code());
                tell(State.WAITING, "another instance of the service captures this source");
                beside.open();
            });
            lease = held;
            beside.close();
        }
        return held;
    }

    private void capture() throws SQLException, InterruptedException {
        CaptureLease held = lease();
        tell(State.STARTING, null);
        Standing standing = ledger.standing(system());
        Optional<StoredOffset> offset = standing.snapshotComplete() ? store.offset(system()) : Optional.empty();
        try (Connection source = connector.connect()) {
            Rights rights = connector.rights(source);
            if (standing.snapshotComplete()) {
                rights = rights.besidesTables(CapturedTables.of(system()).size());
            }
            excess = rights.require(connector.settings());
            requireBound(connector.kept(source, offset));
            new TableWatch(connector, ledger).look(source);
            if (offset.isPresent()) {
                offset = resumed(connector.resume(source, offset.get()));
            }
        }
        if (!excess.isEmpty()) {
            LOG.warn("{}: {}", system().code(), excess);
        }
        long life = standing.life();
        if (offset.isPresent()) {
            store.set(system(), offset.get());
        } else {
            life = snapshot(held, standing.life() > 0 && standing.snapshotComplete());
        }
        stream(life, held);
    }

    private void requireBound(SourceLog log) {
        if (log.state() == SourceLog.State.UNBOUNDED
                && connector.settings().unbounded() == CaptureSettings.UnboundedLog.REFUSE) {
            throw new CaptureException("nothing bounds what the " + system().code()
                    + " keeps of its log for a service that stands still, and its disk could fill (see the end of"
                    + " config/legacy-grants/" + system().code()
                    + ".sql); unified-hotline.sources.unbounded-log says that this is refused");
        }
    }

    private Optional<StoredOffset> resumed(Resumption resumption) {
        return switch (resumption) {
            case Resumption.From from -> Optional.of(from.offset());
            case Resumption.Lost why -> {
                lost = why.why() + "; all rows are read anew";
                LOG.warn("{}: {}, and what vanished meanwhile will be found", system().code(), lost);
                yield Optional.empty();
            }
        };
    }

    /** Reads all rows as they stand, after marking where the log stands: the stream will start from the mark. */
    private long snapshot(CaptureLease held, boolean anew) throws SQLException, InterruptedException {
        held.require();
        long life = ledger.beginSnapshot(system());
        progress.begin(life);
        tell(State.SNAPSHOT, anew ? lost : null);
        LOG.info("{}: reading all rows, life {}", system().code(), life);
        store.clear(system());
        StoredOffset mark;
        try (Connection source = connector.connect()) {
            mark = connector.mark(source);
            progress.reads(connector.estimatedRows(source));
        }
        new SnapshotRun(connector, life, ledger, sink, progress).run(held);
        held.require();
        store.setMark(system(), mark);
        ledger.completeSnapshot(system(), life);
        progress.hasRead();
        LOG.info("{}: all rows were read, life {}", system().code(), life);
        return life;
    }

    private void stream(long life, CaptureLease held) throws InterruptedException {
        progress.begin(life);
        boolean first = store.isAtMark(system());
        if (first) {
            store.clearHistory(system());
        }
        try (LogTail newTail = connector.tail()) {
            tail = newTail;
            StreamRun run = new StreamRun(connector, store, ledger, sink, progress, newTail);
            run.run(life, first, held, () -> tell(State.STREAMING, excess.isEmpty() ? null : excess));
        } finally {
            tail = null;
        }
    }

    /** The end of the source's log at the call; empty when the source is not being followed. */
    Optional<LogPosition> head() {
        LogTail present = tail;
        try {
            return present == null ? Optional.empty() : Optional.of(present.head());
        } catch (SQLException | CaptureException e) {
            LOG.debug("{}: the source does not say where its log ends: {}", system().code(), e.toString());
            return Optional.empty();
        }
    }

    /** Looks for itself where the log ends while another instance follows it. */
    HeadBeside beside() {
        return beside;
    }

    private void tell(State state, @Nullable String reason) {
        progress.state(state, reason);
        if (lease == null) {
            return;
        }
        try {
            ledger.state(system(), state, reason);
        } catch (RuntimeException e) {
            LOG.warn("{}: the hub does not take the state {}: {}", system().code(), state, FailureReason.of(e));
        }
    }

    private SourceSystem system() {
        return connector.system();
    }
}
