package org.unifiedhotline.masterrecords.resolution;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.queue.ResolutionQueue;
import org.unifiedhotline.masterrecords.queue.ResolutionQueue.Entry;
import org.unifiedhotline.masterrecords.queue.ResolutionQueue.Task;
import org.unifiedhotline.masterrecords.resolution.EdgeTable.StoredEdge;
import org.unifiedhotline.masterrecords.resolution.MatchStateTable.MatchState;
import org.unifiedhotline.masterrecords.reviewtasks.TaskUpkeep;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.comparison.ComparisonVector;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.MatchRecord;

/** Resolves a micro-batch: new keys, new edges, and the components that they touched before and after clustered again. */
final class IncrementalResolution {
    private final HubDatabase hub;
    private final MatchEngine engine;
    private final EncodedRecords encoded;
    private final KeyCounts keyCounts;
    private final PersonLoader loader;
    private final ResolutionQueue queue;
    private final MatchStateTable states;
    private final LinkGraph links;
    private final CountedNames names;
    private final KnownPeople people = new KnownPeople();
    private final Components components;
    private final Memberships memberships;
    private final TaskUpkeep tasks;
    private long lookedAheadTo = Long.MIN_VALUE;

    IncrementalResolution(HubDatabase hub, MatchEngine engine) {
        this.hub = hub;
        this.engine = engine;
        this.loader = new PersonLoader(hub);
        this.encoded = new EncodedRecords(engine, loader, new MatchStateTable(hub));
        this.keyCounts = new KeyCounts(hub, KeyUpdate.counted(engine));
        this.queue = new ResolutionQueue(hub);
        this.states = new MatchStateTable(hub);
        this.links = new LinkGraph(hub, engine.linkBits());
        this.names = new CountedNames(hub);
        this.components = new Components(hub, engine, encoded, links, names, people);
        this.memberships = new Memberships(hub);
        this.tasks = new TaskUpkeep(hub);
    }

    /** Whatever is kept in memory may be out of date. */
    void forget() {
        encoded.forgetAll();
        keyCounts.forgetAll();
        links.forgetAll();
        names.forgetAll();
        people.forgetAll();
        lookedAheadTo = Long.MIN_VALUE;
    }

    /**
     * Reads ahead what changes to come will be compared with, and then how the large components stand that they may touch, within a
     * transaction in which nothing waits.
     */
    void warmUp(int most) {
        List<Long> read = encoded.warmUp(most);
        links.readAhead(read);
        if (read.isEmpty() && lookedAheadTo < Long.MAX_VALUE) {
            List<Long> next = states.after(lookedAheadTo, most);
            lookedAheadTo = next.isEmpty() ? Long.MAX_VALUE : next.getLast();
            components.lookAhead(next, () -> queue.next(1, 1).isEmpty());
        }
    }

    /** Renews the keys and edges of these records, and nothing else, within a transaction. */
    void weighOnly(Collection<Long> recordIds) {
        Map<Long, MatchState> before = states.find(recordIds);
        Map<Long, MatchRecord> present = loader.load(recordIds);
        Map<Long, EncodedRecord> changed = new HashMap<>();
        present.forEach((id, record) -> changed.put(id, encoded.renew(record)));
        Set<Long> gone = new HashSet<>(before.keySet());
        gone.removeAll(present.keySet());
        queue.doneWith(recordIds);
        if (!changed.isEmpty() || !gone.isEmpty()) {
            weigh(changed, gone, present, before);
        }
    }

    /** Works these entries off, within a transaction. */
    void resolve(List<Entry> entries) {
        queue.done(entries);
        Set<Long> named = withTask(entries, task -> task != Task.RENEW);
        Set<Long> redo = withTask(entries, task -> task == Task.REDO);
        Set<Long> shown = withTask(entries, task -> task != Task.REDO);
        Instant now = Clock.systemUTC().instant();
        shown.removeAll(resolve(named, redo, shown, now));
        memberships.renew(shown, now);
        tasks.followScope(shown);
    }

    private static Set<Long> withTask(List<Entry> entries, Predicate<Task> which) {
        return entries.stream()
                .filter(entry -> which.test(entry.task()))
                .map(Entry::recordId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Resolves those that changed.
     *
     * @param shown records of which something changed that their master record shows
     * @return the records whose master records have been looked at
     */
    private Set<Long> resolve(Set<Long> named, Set<Long> redo, Set<Long> shown, Instant now) {
        if (named.isEmpty()) {
            return Set.of();
        }
        Map<Long, MatchState> before = states.find(named);
        Map<Long, MatchRecord> present = loader.load(named);
        Map<Long, EncodedRecord> changed = new HashMap<>();
        present.forEach((id, record) -> {
            MatchState state = before.get(id);
            if (state == null
                    || redo.contains(id)
                    || state.fingerprint() != Fingerprint.of(record, hub.keys().hashes())) {
                changed.put(id, encoded.renew(record));
            }
        });
        Set<Long> gone = new HashSet<>(before.keySet());
        gone.removeAll(present.keySet());
        encoded.forget(gone);
        if (changed.isEmpty() && gone.isEmpty()) {
            return Set.of();
        }
        Set<Long> concerned = new HashSet<>(changed.keySet());
        concerned.addAll(gone);
        Set<Long> reached = weigh(changed, gone, present, before);
        return components.cluster(reached, concerned, gone, shown, now);
    }

    /**
     * Gives changed records new keys and new edges, and those that are gone none.
     *
     * @return all whom links connect to them, before or now: what the former links connect the changed records and those
     *     that they are newly linked to with, for all other links stand as before
     */
    private Set<Long> weigh(
            Map<Long, EncodedRecord> changed,
            Set<Long> gone,
            Map<Long, MatchRecord> present,
            Map<Long, MatchState> before) {
        Set<Long> concerned = new HashSet<>(changed.keySet());
        concerned.addAll(gone);
        List<MatchState> old =
                concerned.stream().map(before::get).filter(Objects::nonNull).toList();
        KeyUpdate keys = new KeyUpdate(hub, engine, keyCounts);
        keys.write(changed, old);
        CountedUpdate counted = new CountedUpdate(hub, engine, names);
        counted.write(changed, old);
        states.write(changed.keySet().stream()
                .map(id -> new MatchState(
                        id,
                        Fingerprint.of(
                                Objects.requireNonNull(present.get(id)),
                                hub.keys().hashes()),
                        keys.storedKeys(id),
                        counted.storedValues(id)))
                .toList());
        states.delete(gone);
        List<StoredEdge> found = newEdges(changed, keys.candidates(), counted);
        Set<Long> from = new HashSet<>(concerned);
        found.stream().filter(edge -> edge.bits() >= engine.linkBits()).forEach(edge -> {
            from.add(edge.recordA());
            from.add(edge.recordB());
        });
        Set<Long> reached = links.reach(from);
        links.removeOf(concerned);
        links.add(found);
        Set<Long> redo = new HashSet<>(keys.toRedo(concerned));
        redo.addAll(counted.toRedo(concerned));
        queue.add(redo, Task.REDO);
        return reached;
    }

    private List<StoredEdge> newEdges(
            Map<Long, EncodedRecord> changed, Map<Long, Set<Long>> candidates, CountedUpdate counted) {
        Set<Long> others = new HashSet<>();
        candidates.values().forEach(others::addAll);
        others.removeAll(changed.keySet());
        Map<Long, EncodedRecord> all = new HashMap<>(encoded.get(others));
        all.putAll(changed);
        // It counts where a pair agrees: on a value, then, that the changed record holds.
        Commonness commonness = counted.commonness(changed.values());
        ComparisonVector vector = engine.newVector();
        List<StoredEdge> found = new ArrayList<>();
        changed.forEach((id, record) -> {
            for (Long other : candidates.getOrDefault(id, Set.of())) {
                EncodedRecord candidate = all.get(other);
                boolean weighedByOther = changed.containsKey(other) && other < id;
                if (candidate != null && !weighedByOther) {
                    double bits = engine.bits(record, candidate, commonness, vector);
                    if (bits >= engine.possibleBits()) {
                        found.add(StoredEdge.of(id, other, bits));
                    }
                }
            }
        });
        return distinct(found);
    }

    private static List<StoredEdge> distinct(Collection<StoredEdge> edges) {
        return List.copyOf(new LinkedHashSet<>(edges));
    }
}
