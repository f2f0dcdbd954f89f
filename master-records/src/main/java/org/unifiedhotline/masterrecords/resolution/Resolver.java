package org.unifiedhotline.masterrecords.resolution;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.pipeline.BulkProgress;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase.Phase;
import org.unifiedhotline.masterrecords.queue.ResolutionQueue;
import org.unifiedhotline.masterrecords.queue.ResolutionQueue.Entry;
import org.unifiedhotline.masterrecords.resolution.ResolutionState.MadeBy;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.Population;
import org.unifiedhotline.matching.model.MatchModel;

/** Works the resolution queue off. */
public final class Resolver {
    /** With more changes waiting than this, and than a quarter of all people, resolving everybody at once is quicker. */
    private static final long BULK_ABOVE = 20_000;
    /** While nothing changes, so many records at a time are weighed again: the next change waits for no more of them. */
    private static final int REDOS = 10;
    /** So many records are read ahead each time that there is nothing to do. */
    private static final int READ_AHEAD = 200;

    private final HubDatabase hub;
    private final KnownModels models;
    private final int batch;
    private final ResolutionPhase phase;
    private final ResolutionQueue queue;
    private final ResolutionState state;
    private final FirstLoad firstLoad;
    private final ReclusterQueue recluster;
    private final Isolation isolation;
    private final BulkProgress progress = new BulkProgress(Clock.systemUTC());
    private @Nullable IncrementalResolution incremental;
    private @Nullable MadeBy madeBy;
    private boolean firstLoadBegun;

    /**
     * Makes a resolver.
     *
     * @param model a trained model, in force until another is activated
     * @param batch how many queue entries are worked off in one transaction
     * @param firstLoadWait how long the first load waits for a source that is away once the other is loaded
     * @throws org.unifiedhotline.matching.model.ModelException if the model is not trained
     */
    public Resolver(HubDatabase hub, MatchModel model, int batch, Duration firstLoadWait) {
        this.hub = hub;
        this.models = new KnownModels(hub, model);
        this.batch = batch;
        this.phase = new ResolutionPhase(hub);
        this.queue = new ResolutionQueue(hub);
        this.state = new ResolutionState(hub);
        this.firstLoad = new FirstLoad(hub, firstLoadWait);
        this.recluster = new ReclusterQueue(hub);
        this.isolation = new Isolation(hub);
        MatchEngine.of(model);
    }

    /**
     * Resolves the next micro-batch in one transaction: keys, edges, links, master records, history and outbox together.
     * During a first load nothing is resolved until the snapshots are complete; then everything at once. Only one
     * resolver works at a time; where another instance does, nothing happens here.
     *
     * <p>A record that the engine fails at is set aside as a dead letter, and the rest goes on.
     *
     * @return how many queue entries or records were worked off; 0 when there is nothing to do now
     */
    public synchronized int resolveNext() {
        try {
            if (!firstLoadBegun) {
                firstLoadBegun = hub.write(this::beginFirstResolution);
            }
            return hub.write(this::resolveLocked);
        } catch (RuntimeException e) {
            incremental = null; // what it keeps in memory may tell of a transaction that never was
            return withoutWhatFailed(e);
        }
    }

    private int withoutWhatFailed(RuntimeException failure) {
        if (Isolation.isOfTheDatabase(failure)) {
            throw failure;
        }
        if (failure instanceof UnweighableException unweighable) {
            isolation.setAside(unweighable, state.people());
            return 1;
        }
        if (phase.now() != Phase.INCREMENTAL) {
            throw failure;
        }
        List<Entry> entries = queue.next(batch, REDOS);
        isolation.isolate(entries, failure, this::resolveByItself);
        return Math.max(1, entries.size());
    }

    private void resolveByItself(List<Entry> entries) {
        try {
            hub.write(() -> {
                Optional<MadeBy> present = state.madeBy();
                if (present.isPresent() && phase.tryLockForResolver()) {
                    engineOf(present.get()).resolve(entries);
                }
            });
        } catch (RuntimeException e) {
            incremental = null;
            throw e;
        }
    }

    /** How far the resolution of everybody at once is, while there is one. */
    public BulkProgress progress() {
        return progress;
    }

    /** Committed by itself, so that every batch taken in from now on is queued. */
    private boolean beginFirstResolution() {
        if (phase.now() != Phase.LOADING) {
            return true;
        }
        boolean begins = phase.tryLockForResolver() && firstLoad.isReady();
        if (begins) {
            phase.moveTo(Phase.RESOLVING);
        }
        return begins;
    }

    private int resolveLocked() {
        if (!firstLoadBegun || !phase.tryLockForResolver()) {
            return 0;
        }
        return switch (phase.now()) {
            case LOADING -> 0;
            case RESOLVING -> {
                int resolved = resolveAll();
                phase.moveTo(Phase.INCREMENTAL);
                yield Math.max(1, resolved);
            }
            case INCREMENTAL -> resolveBatch();
        };
    }

    private int resolveBatch() {
        Optional<MadeBy> present =
                state.madeBy().filter(made -> models.find(made.model()).isPresent());
        if (present.isEmpty()) {
            return Math.max(1, resolveAll());
        }
        long people = state.people();
        MadeBy inForce = inForce(present.get(), Population.step(people).records());
        List<Entry> entries = queue.next(batch, REDOS);
        if (entries.isEmpty()) {
            warmUp(inForce);
            return 0;
        }
        if (entries.size() >= batch && queue.hasMoreChangesThan(Math.max(BULK_ABOVE, people / 4))) {
            return Math.max(1, resolveAll());
        }
        engineOf(inForce).resolve(entries);
        return entries.size();
    }

    /** What is read ahead would be forgotten if another instance resolved the next change: only the last one does so. */
    private void warmUp(MadeBy inForce) {
        IncrementalResolution known = incremental;
        if (known != null && inForce.equals(madeBy) && state.isOwn()) {
            known.warmUp(READ_AHEAD);
        }
    }

    /**
     * The size of population that weights are scaled to. When the number of people has crossed a step, the new one is in
     * force at once and everybody is weighed again, little by little, while changes go first; another step is taken when
     * that is done. Whoever stands at a step and goes to and fro over it keeps the service busy, but holds nothing up.
     */
    private MadeBy inForce(MadeBy present, long wanted) {
        if (present.population() == wanted || queue.hasRedos()) {
            return present;
        }
        queue.redoEverybody();
        MadeBy next = new MadeBy(present.model(), wanted);
        state.setMadeBy(next);
        return next;
    }

    private int resolveAll() {
        long people = state.people();
        long size = Population.step(people).records();
        List<Entry> waiting = queue.all();
        Set<Long> touched = waiting.stream()
                .filter(entry -> entry.task() != ResolutionQueue.Task.REDO)
                .map(Entry::recordId)
                .collect(Collectors.toSet());
        queue.done(waiting);
        recluster.clear();
        MatchModel model =
                state.madeBy().flatMap(made -> models.find(made.model())).orElse(models.configured());
        MatchEngine engine = MatchEngine.forBulk(model, new Population(size));
        int resolved = new BulkResolution(hub, progress).resolve(engine, touched, people);
        state.setMadeBy(new MadeBy(model.version(), size));
        state.take();
        incremental = null;
        return resolved;
    }

    private IncrementalResolution engineOf(MadeBy inForce) {
        IncrementalResolution known = incremental;
        boolean alone = state.take();
        if (known == null || !inForce.equals(madeBy)) {
            MatchModel model = models.find(inForce.model()).orElseThrow();
            known = new IncrementalResolution(
                    hub,
                    MatchEngine.of(model, new Population(inForce.population())).remembering());
            incremental = known;
            madeBy = inForce;
        } else if (!alone) {
            known.forget();
        }
        return known;
    }
}
