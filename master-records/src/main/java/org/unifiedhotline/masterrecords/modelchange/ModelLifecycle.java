package org.unifiedhotline.masterrecords.modelchange;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.modelchange.ActivationTable.Order;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.Event.What;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.Kind;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.Phase;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.State;
import org.unifiedhotline.masterrecords.models.ModelVersion;
import org.unifiedhotline.masterrecords.models.ModelVersion.Origin;
import org.unifiedhotline.masterrecords.models.Models;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase;
import org.unifiedhotline.masterrecords.resolution.CandidateEvidence;
import org.unifiedhotline.matching.model.MatchModel;

/** Takes orders about match models and tells how they stand. Every order has an author and a reason, kept for ever. */
public final class ModelLifecycle {
    /** The author of what an edited configuration brings about. */
    public static final String CONFIGURATION = "configuration";

    private static final Set<State> UNFINISHED = EnumSet.of(State.WAITING, State.RUNNING, State.PAUSED);

    private final HubDatabase hub;
    private final Models models;
    private final JobTable jobs;
    private final ActivationTable activations;
    private final ConfigurationTable configuration;
    private final ResolutionPhase phase;
    private final Clock clock;

    public ModelLifecycle(HubDatabase hub, Models models, Clock clock) {
        this.hub = hub;
        this.models = models;
        this.jobs = new JobTable(hub);
        this.activations = new ActivationTable(hub);
        this.configuration = new ConfigurationTable(hub);
        this.phase = new ResolutionPhase(hub);
        this.clock = clock;
    }

    /** What comes of an order. */
    public sealed interface Answer {
        /** The job is put down, or stands as it is told. */
        record Taken(ModelJob job) implements Answer {}

        /** Nothing happened. */
        record Refused(Why why) implements Answer {}
    }

    /** Why an order is refused. */
    public enum Why {
        /** There is no such model, or job. */
        UNKNOWN,
        /** The model is in force already. */
        IN_FORCE,
        /** Another activation is not over. */
        UNDER_WAY,
        /** There is no version to go back to. */
        NOTHING_BEFORE,
        /** The first load is not resolved yet. */
        NOT_LOADED,
        /** The job is not in a state in which that can be done. */
        NOT_NOW
    }

    /** All models that the hub knows, the latest first. */
    public List<ModelVersion> all() {
        return models.all();
    }

    public Optional<ModelVersion> find(String version) {
        return models.find(version);
    }

    /** The model file of a version. */
    public Optional<String> file(String version) {
        return models.file(version);
    }

    /** The version that everything is weighed by; empty before the first resolution. */
    public Optional<String> inForce() {
        return configuration.inForce();
    }

    /** Who put which model in force, the latest first. */
    public List<Activation> activations() {
        return activations.all();
    }

    /** The latest jobs first. */
    public List<ModelJob> jobs(int most) {
        return jobs.latest(most);
    }

    public Optional<ModelJob> job(long jobId) {
        return jobs.find(jobId);
    }

    /** The activation that is not over; empty if there is none. */
    public Optional<ModelJob> activation() {
        return jobs.activation();
    }

    /**
     * Learns a model from the hub's records.
     *
     * @param decisions whether to learn from what stewards decided, too
     */
    public Answer train(long seed, boolean decisions, String author, String reason) {
        return hub.write(() -> order(new JobTable.Order(Kind.TRAIN, null, seed, decisions, author, reason)));
    }

    /** Tells what would change if this model came into force. */
    public Answer compare(String version, long seed, String author, String reason) {
        return hub.write(() -> models.find(version).isEmpty()
                ? refused(Why.UNKNOWN)
                : order(new JobTable.Order(Kind.COMPARE, version, seed, true, author, reason)));
    }

    /** Puts a model in force; everybody is resolved by it in the background. */
    public Answer activate(String version, String author, String reason) {
        return hub.write(() -> {
            configuration.lock();
            return activate(new Order(Activation.Kind.ACTIVATE, version, author, reason));
        });
    }

    /** Puts the version before the present one in force again, also while everybody is still being clustered by that. */
    public Answer rollBack(String author, String reason) {
        return hub.write(() -> {
            configuration.lock();
            Optional<String> former = activations.former();
            if (former.isEmpty()) {
                return refused(Why.NOTHING_BEFORE);
            }
            supersede(Phase.RECLUSTER, author, reason);
            return activate(new Order(Activation.Kind.ROLLBACK, former.get(), author, reason));
        });
    }

    private Answer activate(Order order) {
        Optional<String> present = configuration.inForce();
        if (models.find(order.version()).isEmpty()) {
            return refused(Why.UNKNOWN);
        }
        if (present.isEmpty() || phase.now() != ResolutionPhase.Phase.INCREMENTAL) {
            return refused(Why.NOT_LOADED);
        }
        if (jobs.activation().isPresent()) {
            return refused(Why.UNDER_WAY);
        }
        if (present.get().equals(order.version())) {
            return refused(Why.IN_FORCE);
        }
        Instant now = clock.instant();
        long job = jobs.insert(
                new JobTable.Order(Kind.ACTIVATE, order.version(), 0, true, order.author(), order.reason()), now);
        activations.insert(order, present.get(), job, now, null);
        return taken(job);
    }

    /** An activation that another takes the place of ends; from {@code latest} on only, if that is given. */
    private void supersede(@Nullable Phase only, String author, String reason) {
        jobs.activation()
                .filter(job -> only == null || job.phase() == only)
                .ifPresent(job -> end(job, author, "another takes its place: " + reason));
    }

    private void end(ModelJob job, String author, String reason) {
        Instant now = clock.instant();
        if (jobs.move(job.id(), UNFINISHED, State.CANCELLED, now)) {
            jobs.tell(job.id(), What.CANCELLED, author, reason, now);
        }
    }

    /** A job waits where it is. */
    public Answer pause(long jobId, String author, String reason) {
        return hub.write(() -> changed(
                jobId,
                jobs.move(jobId, EnumSet.of(State.WAITING, State.RUNNING), State.PAUSED, clock.instant()),
                What.PAUSED,
                author,
                reason));
    }

    /** A paused job goes on. */
    public Answer resume(long jobId, String author, String reason) {
        return hub.write(() -> changed(jobId, jobs.resume(jobId), What.RESUMED, author, reason));
    }

    /** A job ends without effect. An activation that is in force cannot end so: it is rolled back. */
    public Answer cancel(long jobId, String author, String reason) {
        Answer answer = hub.write(() -> {
            configuration.lock();
            boolean inForce = jobs.find(jobId)
                    .filter(job -> job.kind() == Kind.ACTIVATE && job.phase() == Phase.RECLUSTER)
                    .isPresent();
            return changed(
                    jobId,
                    !inForce && jobs.move(jobId, UNFINISHED, State.CANCELLED, clock.instant()),
                    What.CANCELLED,
                    author,
                    reason);
        });
        if (answer instanceof Answer.Taken taken && taken.job().kind() == Kind.ACTIVATE) {
            CandidateEvidence.discard(hub);
        }
        return answer;
    }

    private Answer changed(long jobId, boolean changed, What what, String author, String reason) {
        if (!changed) {
            return refused(jobs.find(jobId).isEmpty() ? Why.UNKNOWN : Why.NOT_NOW);
        }
        jobs.tell(jobId, what, author, reason, clock.instant());
        return taken(jobId);
    }

    private Answer order(JobTable.Order order) {
        if (configuration.inForce().isEmpty()) {
            return refused(Why.NOT_LOADED);
        }
        return taken(jobs.insert(order, clock.instant()));
    }

    private Answer taken(long jobId) {
        return new Answer.Taken(jobs.find(jobId).orElseThrow());
    }

    private static Answer refused(Why why) {
        return new Answer.Refused(why);
    }

    /**
     * The service starts with this model in its configuration. The first is in force from the beginning. One that the
     * configuration did not name at the last start takes effect, whatever was activated since: somebody edited it. The same
     * as at the last start changes nothing: what was activated since stays.
     */
    public void configured(MatchModel model) {
        hub.write(() -> {
            configuration.lock();
            Instant now = clock.instant();
            String version = model.version();
            models.register(model, Origin.CONFIGURATION, CONFIGURATION, "named by the configuration", null, now);
            if (configuration.configured().filter(version::equals).isPresent()) {
                return;
            }
            Optional<String> present = configuration.inForce();
            configuration.setConfigured(version);
            Order order = new Order(
                    Activation.Kind.CONFIGURATION, version, CONFIGURATION, "the configuration names another model");
            boolean resolvedByKnown = present.filter(known -> !known.equals(version))
                    .flatMap(models::find)
                    .isPresent();
            if (resolvedByKnown && phase.now() == ResolutionPhase.Phase.INCREMENTAL) {
                supersede(null, CONFIGURATION, order.reason());
                activate(order);
            } else {
                activations.insert(
                        order, present.filter(known -> !known.equals(version)).orElse(null), null, now, now);
            }
        });
    }
}
