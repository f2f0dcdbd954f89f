package org.unifiedhotline.masterrecords.modelchange;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.modelchange.JobTable.Taken;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.Event.What;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.Phase;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.State;
import org.unifiedhotline.masterrecords.models.ModelVersion.Learned;
import org.unifiedhotline.masterrecords.models.ModelVersion.Origin;
import org.unifiedhotline.masterrecords.models.Models;
import org.unifiedhotline.masterrecords.resolution.CandidateEvidence;
import org.unifiedhotline.masterrecords.resolution.GradualReclustering;
import org.unifiedhotline.masterrecords.resolution.HubBusyException;
import org.unifiedhotline.masterrecords.resolution.ModelComparison;
import org.unifiedhotline.masterrecords.resolution.ResolutionInput;
import org.unifiedhotline.masterrecords.sourcerecords.CanonicalJson;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.training.Trainer;

/** What is done in a job of each kind. */
final class ModelJobs {
    /** Fewer records than this may change while the last of them are weighed. */
    private static final int FEW = 1_000;

    private static final int MOST_ROUNDS = 20;
    private static final int PORTION = 250;
    /** So many changes, or fewer, wait for a portion; more go first, for so long. */
    private static final int FEW_CHANGES = 0;

    private static final int MOST_WAITS = 10;
    private static final long WAIT_MILLIS = 20;
    private static final long RETRY_MILLIS = 500;

    private final HubDatabase hub;
    private final MatchModel configured;
    private final Models models;
    private final JobTable jobs;
    private final ActivationTable activations;
    private final ConfigurationTable configuration;
    private final Clock clock;

    ModelJobs(HubDatabase hub, MatchModel configured, Models models, Clock clock) {
        this.hub = hub;
        this.configured = configured;
        this.models = models;
        this.jobs = new JobTable(hub);
        this.activations = new ActivationTable(hub);
        this.configuration = new ConfigurationTable(hub);
        this.clock = clock;
    }

    /** Does a job to its end. */
    void work(Taken job, UUID runner, JobRun run) {
        switch (job.kind()) {
            case TRAIN -> train(job, runner, run);
            case COMPARE -> compare(job, runner, run);
            case ACTIVATE -> activate(job, runner, run);
        }
    }

    private void train(Taken job, UUID runner, JobRun run) {
        run.at("read", 0, 1);
        ResolutionInput people = hub.read(() -> ResolutionInput.of(hub));
        MatchModel base = configuration.inForce().flatMap(models::model).orElse(configured);
        var labels = job.decisions() ? people.assertions() : List.<org.unifiedhotline.matching.record.Assertion>of();
        Trainer.Result learned = new Trainer(base, job.seed(), run).train(people.records(), labels);
        Instant now = clock.instant();
        hub.write(() -> {
            models.register(
                    learned.model(),
                    Origin.TRAINED,
                    job.author(),
                    job.reason(),
                    new Learned(
                            people.records().size(),
                            labels.size(),
                            job.seed(),
                            learned.report().lines()),
                    now);
            end(job, runner, learned.model().version(), null, now);
        });
    }

    private void compare(Taken job, UUID runner, JobRun run) {
        String difference =
                CanonicalJson.text(new ModelComparison(hub, model(job), configured).compare(job.seed(), run));
        hub.write(() -> end(job, runner, null, difference, clock.instant()));
    }

    private void end(Taken job, UUID runner, @Nullable String version, @Nullable String result, Instant now) {
        if (!jobs.end(job.id(), runner, State.DONE, version, null, result, now)) {
            throw new JobRun.Stopped();
        }
    }

    private MatchModel model(Taken job) {
        return models.model(String.valueOf(job.version()))
                .orElseThrow(() -> new IllegalStateException("job " + job.id() + " is about no known model"));
    }

    private void activate(Taken job, UUID runner, JobRun run) {
        if (job.phase() != Phase.RECLUSTER) {
            bringIntoForce(job, runner, run);
        }
        recluster(run);
        Instant now = clock.instant();
        hub.write(() -> {
            end(job, runner, null, null, now);
            activations.completed(job.id(), now);
        });
    }

    private void bringIntoForce(Taken job, UUID runner, JobRun run) {
        CandidateEvidence evidence = new CandidateEvidence(hub, model(job));
        long[] population = {job.population()};
        if (job.phase() == Phase.PREPARE) {
            evidence.build(run, size -> {
                population[0] = size;
                enter(job, runner, Phase.CATCH_UP, size);
            });
        }
        int changed = Integer.MAX_VALUE;
        for (int round = 0; changed > FEW && round < MOST_ROUNDS; round++) {
            run.checkpoint();
            changed = evidence.catchUp(population[0], run);
        }
        run.at("switch", 0, 1);
        while (!takesOver(job, runner, evidence, population[0])) {
            sleep(RETRY_MILLIS);
            run.checkpoint();
        }
    }

    private boolean takesOver(Taken job, UUID runner, CandidateEvidence evidence, long population) {
        try {
            evidence.takeOver(population, () -> {
                Instant now = clock.instant();
                enter(job, runner, Phase.RECLUSTER, population);
                jobs.tell(job.id(), What.SWITCHED, job.author(), job.reason(), now);
                activations.effective(job.id(), now);
            });
            return true;
        } catch (HubBusyException tryAgain) {
            return false;
        }
    }

    private void enter(Taken job, UUID runner, Phase phase, long population) {
        if (!jobs.enter(job.id(), runner, phase, population)) {
            throw new JobRun.Stopped(); // and what was done in this transaction never was
        }
    }

    private void recluster(JobRun run) {
        GradualReclustering reclustering = new GradualReclustering(hub, configured);
        long total = reclustering.left();
        long done = 0;
        while (true) {
            run.at("recluster", done, total);
            for (int waits = 0; waits < MOST_WAITS && reclustering.shouldGiveWay(FEW_CHANGES); waits++) {
                sleep(WAIT_MILLIS);
            }
            OptionalInt portion = portion(reclustering);
            if (portion.isEmpty()) {
                sleep(WAIT_MILLIS);
            } else if (portion.getAsInt() == 0) {
                return;
            } else {
                done += portion.getAsInt();
            }
        }
    }

    /** A portion that fails is done record by record; one that fails alone is left to whoever sets it aside. */
    private static OptionalInt portion(GradualReclustering reclustering) {
        try {
            return reclustering.next(PORTION);
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            for (int one = 0; one < PORTION; one++) {
                try {
                    reclustering.next(1);
                } catch (DataAccessException | TransactionException again) {
                    throw again;
                } catch (RuntimeException again) {
                    reclustering.leaveNextToResolver();
                }
            }
            return OptionalInt.of(1);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobRun.Stopped();
        }
    }
}
