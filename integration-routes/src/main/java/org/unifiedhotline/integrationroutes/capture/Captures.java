package org.unifiedhotline.integrationroutes.capture;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.pipeline.SnapshotProgress;
import org.unifiedhotline.masterrecords.pipeline.SourceHeads;

/** All captures of this process: how they are doing, and where their sources' logs end. */
public final class Captures implements SourceHeads {
    private static final long PATIENCE = Duration.ofSeconds(1).toNanos();

    /** A capture that was started. */
    record Running(CaptureLoop loop, CaptureProgress progress) {}

    private final Map<SourceSystem, Running> running = new ConcurrentHashMap<>();
    private volatile Runnable tables = () -> {};

    /**
     * Says how to look at tables.
     *
     * @param look looks again at the sources of which tables have stopped
     */
    public void lookingAtTables(Runnable look) {
        tables = look;
    }

    @Override
    public void lookAtTables() {
        tables.run();
    }

    void started(SourceSystem system, CaptureLoop loop, CaptureProgress progress) {
        running.put(system, new Running(loop, progress));
    }

    /** How the capture of a source is doing; empty if it was never started in this process. */
    public Optional<CaptureStatus> status(SourceSystem system) {
        return Optional.ofNullable(running.get(system))
                .map(capture -> capture.progress().status());
    }

    /**
     * {@inheritDoc}
     *
     * <p>Where another instance follows the log, this one looks for itself, and asks the hub how far the other has come.
     *
     * <p>Waits up to a second for capture to come there, so that a source at rest is seen to be caught up at the first
     * question although the hub has just been asked to write down a heartbeat.
     */
    @Override
    public Optional<SourcePosition> headOf(SourceSystem system) {
        Running capture = running.get(system);
        if (capture == null) {
            return Optional.empty();
        }
        HeadBeside beside = capture.loop().beside();
        Optional<SourcePosition> ofAnother = beside.look();
        if (ofAnother.isPresent()) {
            await(() -> beside.hasReached(ofAnother.get()), 50);
            return ofAnother;
        }
        if (capture.progress().life() == 0) {
            return Optional.empty();
        }
        Optional<LogPosition> head = capture.loop().head();
        head.ifPresent(position -> await(() -> capture.progress().hasRecorded(position), 10));
        return head.map(position -> position.inLife(capture.progress().life()));
    }

    @Override
    public Optional<SnapshotProgress> snapshotOf(SourceSystem system) {
        return Optional.ofNullable(running.get(system))
                .flatMap(capture -> capture.progress().snapshot());
    }

    private static void await(BooleanSupplier condition, long betweenMillis) {
        long end = System.nanoTime() + PATIENCE;
        try {
            while (!condition.getAsBoolean() && System.nanoTime() < end) {
                Thread.sleep(betweenMillis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
