package org.unifiedhotline.masterrecords.resolution;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase.Phase;
import org.unifiedhotline.masterrecords.resolution.ResolutionState.MadeBy;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.Population;
import org.unifiedhotline.matching.bulk.BulkOutcome;
import org.unifiedhotline.matching.bulk.BulkResolver;
import org.unifiedhotline.matching.bulk.Progress;
import org.unifiedhotline.matching.model.MatchModel;

/**
 * The evidence — keys, counted values, edges — of a model that is to come into force, made beside that in force while changes
 * flow as ever: everybody at once ({@link #build}), then whoever changed meanwhile ({@link #catchUp}), then the two change
 * places in one short transaction ({@link #takeOver}), and with them the model that everything is weighed by. There is no
 * moment at which edges of two models stand side by side.
 */
public final class CandidateEvidence {
    private static final Logger LOG = LoggerFactory.getLogger(CandidateEvidence.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final int PORTION = 500;

    private final HubDatabase hub;
    private final MatchModel model;
    private final CandidateTables tables;
    private final ResolutionState state;
    private final ResolutionPhase phase;

    /** @param model the one to come */
    public CandidateEvidence(HubDatabase hub, MatchModel model) {
        this.hub = hub;
        this.model = model;
        this.tables = new CandidateTables(hub);
        this.state = new ResolutionState(hub);
        this.phase = new ResolutionPhase(hub);
    }

    /**
     * Makes the evidence of everybody as of now, with all cores, holding nothing up.
     *
     * @param committed is told the size of population weighed for, in the transaction that writes the evidence
     */
    public void build(Progress progress, LongConsumer committed) {
        progress.at("read", 0, 1);
        Everybody everybody = hub.read(() -> Everybody.read(hub, model));
        long size = Population.step(hub.read(state::people)).records();
        MatchEngine engine = MatchEngine.forBulk(model, new Population(size));
        BulkOutcome outcome = new BulkResolver(engine, progress).resolve(everybody.table(), List.of());
        progress.at("write", 0, 1);
        hub.write(() -> {
            tables.within(() -> {
                tables.clear();
                new BulkTables(hub).write(engine, outcome, everybody.fingerprints());
                tables.analyze();
            });
            committed.accept(size);
        });
        LOG.info("evidence of {} records made by model {}", everybody.size(), model.version());
    }

    /**
     * Renews the evidence of those who changed since it was made.
     *
     * @return how many they were
     */
    public int catchUp(long population, Progress progress) {
        MatchEngine engine = MatchEngine.of(model, new Population(population));
        List<Long> lagging = hub.read(tables::lagging);
        for (int from = 0; from < lagging.size(); from += PORTION) {
            progress.at("catch up", from, lagging.size());
            List<Long> portion = lagging.subList(from, Math.min(from + PORTION, lagging.size()));
            hub.write(() -> weigh(engine, portion));
        }
        return lagging.size();
    }

    private void weigh(MatchEngine engine, List<Long> portion) {
        tables.within(() -> new IncrementalResolution(hub, engine).weighOnly(portion));
    }

    /**
     * Puts the evidence in force, and everybody on the queue whose clusters are to be made again.
     *
     * @param alsoThen done in the same transaction
     * @throws HubBusyException if others are at work for long; to be tried again
     */
    public void takeOver(long population, Runnable alsoThen) {
        try {
            hub.write(() -> takeOverLocked(population, alsoThen));
        } catch (PessimisticLockingFailureException e) {
            throw new HubBusyException("others are at work for too long");
        }
    }

    private void takeOverLocked(long population, Runnable alsoThen) {
        phase.lockForResolver(LONGEST_WAIT);
        if (phase.now() != Phase.INCREMENTAL) {
            throw new HubBusyException("the first load is not resolved yet");
        }
        MatchEngine engine = MatchEngine.of(model, new Population(population));
        List<Long> lagging = tables.lagging();
        Set<Long> resolved = new HashSet<>(tables.resolvedAmong(lagging));
        for (int from = 0; from < lagging.size(); from += PORTION) {
            weigh(engine, lagging.subList(from, Math.min(from + PORTION, lagging.size())));
        }
        tables.within(() -> tables.distrust(lagging, resolved));
        tables.queueAgain(lagging);
        tables.changePlaces();
        new ReclusterQueue(hub).addEverybody();
        state.setMadeBy(new MadeBy(model.version(), population));
        alsoThen.run();
        LOG.info("model {} is in force; {} records changed meanwhile", model.version(), lagging.size());
    }

    /** Throws away what was made. */
    public static void discard(HubDatabase hub) {
        hub.write(new CandidateTables(hub)::clear);
    }
}
