package org.unifiedhotline.masterrecords.resolution;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.dao.PessimisticLockingFailureException;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase.Phase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.Effect.Person;
import org.unifiedhotline.masterrecords.resolution.LinkTable.Link;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.model.MatchModel;

/**
 * Clusters people again after stewards' assertions changed, in the transaction that changed them: whoever decides sees at
 * once what came of it, and a preview is the same thing rolled back. Keys and edges stay as they are.
 */
public final class Reclustering {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final HubDatabase hub;
    private final EngineInForce engine;
    private final ResolutionPhase phase;
    private final EdgeTable edges;
    private final LinkTable links;

    public Reclustering(HubDatabase hub, MatchModel model) {
        this.hub = hub;
        this.engine = new EngineInForce(hub, model);
        this.phase = new ResolutionPhase(hub);
        this.edges = new EdgeTable(hub);
        this.links = new LinkTable(hub);
    }

    /** The version of the model that decides now. */
    public String modelVersion() {
        return engine.modelVersion();
    }

    /**
     * Makes this transaction the only resolver; first of all, so that whatever is read afterwards stays.
     *
     * @throws HubBusyException if the resolver is at work for long, or the first load is
     */
    public void begin() {
        try {
            phase.lockForResolver(LONGEST_WAIT);
        } catch (PessimisticLockingFailureException e) {
            throw new HubBusyException("the resolver has been at work for too long");
        }
        if (phase.now() != Phase.INCREMENTAL) {
            throw new HubBusyException("the first load is not resolved yet");
        }
        engine.now();
    }

    /**
     * Changes assertions and clusters those anew whom it concerns.
     *
     * @param records the records that the assertions are about
     * @param change writes or withdraws assertions about them
     */
    public Effect around(Collection<Long> records, Runnable change, Instant now) {
        MatchEngine inForce = engine.now();
        Set<Long> reached = new HashSet<>(edges.reach(records, inForce.linkBits()));
        change.run();
        Map<Long, Link> before;
        do {
            reached.addAll(edges.reach(reached, inForce.linkBits()));
            before = links.withFellows(reached);
        } while (reached.addAll(before.keySet()));
        EncodedRecords encoded = new EncodedRecords(inForce, new PersonLoader(hub), new MatchStateTable(hub));
        Set<Long> concerned = new Components(hub, inForce, encoded).cluster(reached, Set.of(), Set.of(), Set.of(), now);
        return difference(people(before), people(links.withFellows(concerned)));
    }

    /** The people of these records show something new, though who they are did not change. */
    public void renew(Collection<Long> records, Instant now) {
        new Memberships(hub).renew(records, now);
    }

    private static Map<MasterId, List<SourceRecordKey>> people(Map<Long, Link> links) {
        Map<MasterId, List<SourceRecordKey>> people = new TreeMap<>();
        links.values()
                .forEach(link -> people.computeIfAbsent(link.masterId(), unseen -> new ArrayList<>(2))
                        .add(link.key()));
        people.values().forEach(records -> records.sort(null));
        return people;
    }

    private static Effect difference(
            Map<MasterId, List<SourceRecordKey>> before, Map<MasterId, List<SourceRecordKey>> after) {
        return new Effect(notAmong(before, after), notAmong(after, before));
    }

    private static List<Person> notAmong(
            Map<MasterId, List<SourceRecordKey>> some, Map<MasterId, List<SourceRecordKey>> others) {
        return some.entrySet().stream()
                .filter(person -> !person.getValue().equals(others.get(person.getKey())))
                .map(person -> new Person(person.getKey(), person.getValue()))
                .toList();
    }
}
