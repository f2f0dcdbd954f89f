package org.unifiedhotline.masterrecords.modelchange;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.modelchange.JobTable.Taken;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.Kind;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.Phase;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.State;
import org.unifiedhotline.masterrecords.models.Models;
import org.unifiedhotline.masterrecords.resolution.CandidateEvidence;
import org.unifiedhotline.matching.model.MatchModel;

/**
 * Does jobs about models in the background: activations in one thread, training and comparing in another, so that a paused
 * activation holds up neither. Several instances may work; each job is done by one.
 */
public final class ModelWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ModelWorker.class);
    private static final long IDLE_MILLIS = 1_000;

    private final HubDatabase hub;
    private final JobTable jobs;
    private final ModelJobs work;
    private final Clock clock;
    private final UUID self = UUID.randomUUID();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Thread> threads;
    private volatile boolean stopping;

    public ModelWorker(HubDatabase hub, MatchModel configured, Models models, Clock clock) {
        this.hub = hub;
        this.jobs = new JobTable(hub);
        this.work = new ModelJobs(hub, configured, models, clock);
        this.clock = clock;
        this.threads = Stream.of(EnumSet.of(Kind.ACTIVATE), EnumSet.of(Kind.TRAIN, Kind.COMPARE))
                .map(kinds -> Thread.ofPlatform()
                        .daemon()
                        .name("model-worker-" + kinds.iterator().next())
                        .unstarted(() -> workWhileOpen(kinds)))
                .toList();
    }

    /** Begins to look for jobs. */
    public void start() {
        threads.forEach(Thread::start);
    }

    private void workWhileOpen(Set<Kind> kinds) {
        while (!stopping) {
            boolean worked = false;
            try {
                worked = next(kinds);
            } catch (RuntimeException e) {
                LOG.warn("jobs about models wait: {}", e.getClass().getName());
            }
            if (!worked && pause()) {
                return;
            }
        }
    }

    /** Waits a little; whether the service stops. */
    private boolean pause() {
        try {
            return stopped.await(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Does the next job of these kinds, if there is one that nobody is at; whether there was. */
    boolean next(Set<Kind> kinds) {
        UUID runner = UUID.randomUUID(); // of this try: whoever lost a job cannot mistake another's for it
        Optional<Taken> taken = hub.write(() -> jobs.take(kinds, runner, JobRun.LEASE, clock.instant()));
        taken.ifPresent(job -> run(job, runner));
        return taken.isPresent();
    }

    private void run(Taken job, UUID runner) {
        LOG.info("job {}: {} by {}", job.id(), job.kind(), self);
        try (JobRun run = new JobRun(hub, jobs, job.id(), runner, () -> stopping).begin()) {
            try {
                work.work(job, runner, run);
            } catch (JobRun.Stopped stopped) {
                run.giveBack();
            } catch (RuntimeException e) {
                failed(job, runner, e);
            }
        }
    }

    /** What a later try may mend is left to a later try, once the lease has ended; so is what cannot be given up any more. */
    private void failed(Taken job, UUID runner, RuntimeException fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        LOG.error("job {} failed: {} at {}", job.id(), fault.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
        boolean begunToRecluster =
                jobs.find(job.id()).map(now -> now.phase() == Phase.RECLUSTER).orElse(false);
        if (isPassing(fault) || begunToRecluster) {
            return;
        }
        String problem = fault instanceof DataAccessException
                ? "the database refused (" + fault.getClass().getSimpleName() + ")"
                : fault.getClass().getName();
        hub.write(() -> {
            jobs.end(job.id(), runner, State.FAILED, null, problem, null, clock.instant());
        });
        if (job.kind() == Kind.ACTIVATE) {
            CandidateEvidence.discard(hub);
        }
    }

    private static boolean isPassing(RuntimeException fault) {
        return fault instanceof TransientDataAccessException
                || fault instanceof DataAccessResourceFailureException
                || fault instanceof TransactionException;
    }

    /** Stops where it is; what is not done is done by another instance, or after the next start. */
    @Override
    public void close() {
        stopping = true;
        stopped.countDown();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
