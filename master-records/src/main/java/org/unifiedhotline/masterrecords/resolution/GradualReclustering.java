package org.unifiedhotline.masterrecords.resolution;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase;
import org.unifiedhotline.masterrecords.queue.ResolutionQueue;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.model.MatchModel;

/**
 * Makes everybody's clusters again, portion by portion, after another model's evidence came into force. A portion takes its
 * records, whoever the new links connect them to, and whoever the old clusters held together with them: so a person goes
 * from the old clusters to the new in one transaction, and nobody is ever parted in between.
 */
public final class GradualReclustering {
    private final HubDatabase hub;
    private final EngineInForce engine;
    private final ResolutionPhase phase;
    private final ResolutionQueue changes;
    private final ReclusterQueue queue;
    private final EdgeTable edges;

    public GradualReclustering(HubDatabase hub, MatchModel configured) {
        this.hub = hub;
        this.engine = new EngineInForce(hub, configured);
        this.phase = new ResolutionPhase(hub);
        this.changes = new ResolutionQueue(hub);
        this.queue = new ReclusterQueue(hub);
        this.edges = new EdgeTable(hub);
    }

    /** How many records are left. */
    public long left() {
        return queue.size();
    }

    /** Whether more changes wait than one portion may hold up. */
    public boolean shouldGiveWay(long most) {
        return changes.hasMoreChangesThan(most);
    }

    /**
     * Does one portion, in one transaction.
     *
     * @return how many records left the queue, 0 when none is left; empty while somebody else resolves
     */
    public OptionalInt next(int portion) {
        return hub.write(() -> phase.tryLockForResolver() ? OptionalInt.of(locked(portion)) : OptionalInt.empty());
    }

    private int locked(int portion) {
        List<Long> next = queue.next(portion);
        if (next.isEmpty()) {
            return 0;
        }
        MatchEngine inForce = engine.now();
        Set<Long> reached = new HashSet<>(next);
        reached.addAll(edges.reach(next, inForce.linkBits()));
        EncodedRecords encoded = new EncodedRecords(inForce, new PersonLoader(hub), new MatchStateTable(hub));
        Set<Long> concerned =
                new Components(hub, inForce, encoded).cluster(reached, Set.of(), Set.of(), Set.of(), Instant.now());
        concerned.addAll(next);
        return queue.done(concerned);
    }

    /** Leaves the next record to the resolver, which sets it aside if it fails at it, too. */
    public void leaveNextToResolver() {
        hub.write(() -> {
            List<Long> next = queue.next(1);
            new MatchStateTable(hub).distrust(next);
            changes.add(next, ResolutionQueue.Task.RESOLVE);
            queue.done(next);
        });
    }
}
