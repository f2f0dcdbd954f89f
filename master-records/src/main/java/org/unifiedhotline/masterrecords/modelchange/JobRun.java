package org.unifiedhotline.masterrecords.modelchange;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.State;
import org.unifiedhotline.matching.bulk.Progress;

/**
 * One job being done: keeps its lease by a thread of its own, tells how far it has come, and makes whoever works wait while
 * it is paused and stop when it is cancelled or the service stops.
 */
final class JobRun implements Progress, AutoCloseable {
    static final Duration LEASE = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);
    private static final long BEAT_MILLIS = 500;
    private static final long PAUSED_MILLIS = 50;

    private final HubDatabase hub;
    private final JobTable jobs;
    private final long jobId;
    private final UUID runner;
    private final BooleanSupplier stopping;
    private final Thread heart;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** How far the work has come. */
    private record Step(String name, long done, long total) {}

    private volatile State state = State.RUNNING;
    private volatile boolean lost;
    private volatile Step step = new Step("", 0, 0);

    JobRun(HubDatabase hub, JobTable jobs, long jobId, UUID runner, BooleanSupplier stopping) {
        this.hub = hub;
        this.jobs = jobs;
        this.jobId = jobId;
        this.runner = runner;
        this.stopping = stopping;
        this.heart = Thread.ofPlatform().daemon().name("model-job-" + jobId).unstarted(this::beat);
    }

    /** Work must not go on: the job was cancelled, is another's, or the service stops. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("the job must not go on");
        }
    }

    JobRun begin() {
        heart.start();
        return this;
    }

    @Override
    public void at(String nowStep, long nowDone, long nowTotal) {
        step = new Step(nowStep, nowDone, nowTotal);
        checkpoint();
    }

    /**
     * Waits while the job is paused.
     *
     * @throws Stopped if it must not go on
     */
    void checkpoint() {
        while (state == State.PAUSED && !lost && !stopping.getAsBoolean()) {
            try {
                Thread.sleep(PAUSED_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Stopped();
            }
        }
        if (lost || stopping.getAsBoolean()) {
            throw new Stopped();
        }
    }

    private void beat() {
        long lostAt = System.nanoTime() + LEASE.toNanos();
        try {
            do {
                try {
                    Optional<State> now = keep(LEASE);
                    lostAt = System.nanoTime() + LEASE.toNanos();
                    now.ifPresent(known -> state = known);
                    lost = now.isEmpty();
                } catch (RuntimeException e) {
                    LOG.warn(
                            "job {}: its lease could not be renewed ({})",
                            jobId,
                            e.getClass().getName());
                    lost = System.nanoTime() > lostAt;
                }
            } while (!lost && !closed.await(BEAT_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            lost = true;
        }
    }

    private Optional<State> keep(Duration lease) {
        Step at = step;
        return hub.write(() -> jobs.keep(jobId, runner, lease, at.name(), at.done(), at.total()));
    }

    /** Ends the lease at once, so that whoever comes next need not wait for its end. */
    void giveBack() {
        close();
        keep(Duration.ofSeconds(-1));
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            heart.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
