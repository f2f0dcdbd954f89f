package org.unifiedhotline.masterrecords.resolution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.AssertionTable.Said;
import org.unifiedhotline.masterrecords.resolution.AssertionTable.Word;
import org.unifiedhotline.masterrecords.resolution.Clustering.Clustered;
import org.unifiedhotline.masterrecords.resolution.LinkTable.Link;
import org.unifiedhotline.masterrecords.resolution.Memberships.Outcome;
import org.unifiedhotline.masterrecords.reviewtasks.Question;
import org.unifiedhotline.masterrecords.reviewtasks.TaskUpkeep;
import org.unifiedhotline.masterrecords.reviewtasks.TaskUpkeep.Weighing;
import org.unifiedhotline.masterrecords.sourcerecords.SourceKeys;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.comparison.EncodedRecord;

/**
 * Clusters the components that a micro-batch touched, before and after, and writes what follows: of the people whom it
 * changed, not of all who are linked to them by however many links ({@link KnownPeople}).
 */
final class Components {
    private final EncodedRecords encoded;
    private final LinkGraph graph;
    private final KnownPeople known;
    private final Clustering clustering;
    private final AssertionTable assertions;
    private final LinkTable links;
    private final MatchStateTable states;
    private final Memberships memberships;
    private final TaskUpkeep tasks;
    private final Weighing weighing;

    Components(HubDatabase hub, MatchEngine engine, EncodedRecords encoded) {
        this(hub, engine, encoded, new LinkGraph(hub, engine.linkBits()), new CountedNames(hub), new KnownPeople());
    }

    Components(
            HubDatabase hub,
            MatchEngine engine,
            EncodedRecords encoded,
            LinkGraph graph,
            CountedNames names,
            KnownPeople known) {
        this.encoded = encoded;
        this.graph = graph;
        this.known = known;
        this.clustering = new Clustering(hub, engine, graph, names);
        this.assertions = new AssertionTable(hub);
        this.links = new LinkTable(hub);
        this.states = new MatchStateTable(hub);
        this.memberships = new Memberships(hub);
        this.tasks = new TaskUpkeep(hub);
        this.weighing = new Weighing(engine.model().version(), engine.linkBits());
    }

    /**
     * Clusters anew.
     *
     * @param reached all whom links connect to the changed records, before or now
     * @param changed the records that changed or are gone
     * @param gone those that are gone
     * @param touched records of which something changed that their master record shows
     * @return all records of the components
     */
    Set<Long> cluster(Set<Long> reached, Set<Long> changed, Set<Long> gone, Set<Long> touched, Instant now) {
        Set<Long> concerned = new HashSet<>(reached);
        concerned.addAll(changed);
        known.forget(gone);
        Set<Long> given = new HashSet<>(changed);
        touched.stream().filter(concerned::contains).forEach(given::add);
        while (true) {
            List<Word> words = assertions.about(concerned);
            Map<Long, EncodedRecord> records = present(concerned, changed, gone);
            List<Said> said = AssertionTable.among(words, records.keySet());
            Clustered clustered = clustering.cluster(records, said);
            Set<Long> seen = known.toBeSeen(concerned, given, clustered, words);
            Map<Long, Link> before = links.withFellows(seen);
            if (!seen.containsAll(before.keySet())) {
                // fellows are connected and stand as they stood, unless a link was altered by other hands
                known.forget(before.keySet());
                concerned.addAll(before.keySet());
                concerned.addAll(graph.reach(concerned));
                continue;
            }
            write(new Outcome(people(clustered, seen), before, keys(records, seen), touched, said), changed, now);
            tasks.follow(seen, questions(clustered, seen), weighing, changed, now);
            known.forget(concerned);
            known.remember(clustered, words);
            return concerned;
        }
    }

    private static List<List<Long>> people(Clustered clustered, Set<Long> seen) {
        return clustered.people().stream()
                .filter(person -> seen.contains(person.getFirst()))
                .toList();
    }

    private static List<Question> questions(Clustered clustered, Set<Long> seen) {
        return clustered.questions().stream()
                .filter(question -> seen.contains(question.recordA()) || seen.contains(question.recordB()))
                .toList();
    }

    /** What stewards said may show in links of people who stand as before: where nothing else changed, all are looked at. */
    private void write(Outcome outcome, Set<Long> changed, Instant now) {
        memberships.write(changed.isEmpty() ? outcome : unlessAsBefore(outcome), now);
    }

    /**
     * Without the people who are made of the same records as before and show nothing new. What stood of them is left out as
     * well.
     */
    private static Outcome unlessAsBefore(Outcome outcome) {
        Map<Long, Link> before = new HashMap<>(outcome.before());
        Map<MasterId, Integer> sizes = new HashMap<>();
        before.values().forEach(link -> sizes.merge(link.masterId(), 1, Integer::sum));
        List<List<Long>> others = new ArrayList<>();
        for (List<Long> person : outcome.clusters()) {
            Link first = before.get(person.getFirst());
            boolean asBefore = first != null
                    && person.size() == sizes.getOrDefault(first.masterId(), 0)
                    && person.stream().allMatch(id -> {
                        Link link = before.get(id);
                        return link != null
                                && link.masterId().equals(first.masterId())
                                && !outcome.touched().contains(id);
                    });
            if (asBefore) {
                person.forEach(before::remove);
            } else {
                others.add(person);
            }
        }
        return new Outcome(others, before, outcome.keys(), outcome.touched(), outcome.said());
    }

    /**
     * Those that are live and have been weighed; a record that waits to be resolved belongs to nobody yet.
     *
     * @param weighed records known to have been weighed
     */
    private Map<Long, EncodedRecord> present(Set<Long> concerned, Set<Long> weighed, Set<Long> gone) {
        Set<Long> wanted = new HashSet<>(concerned);
        wanted.removeAll(gone);
        List<Long> doubtful = wanted.stream()
                .filter(id -> !weighed.contains(id) && !known.knows(id))
                .toList();
        if (!doubtful.isEmpty()) {
            Set<Long> known = states.fingerprints(doubtful).keySet();
            doubtful.stream().filter(id -> !known.contains(id)).forEach(wanted::remove);
        }
        Map<Long, EncodedRecord> present = encoded.get(wanted);
        List<Long> deletedMeanwhile =
                wanted.stream().filter(id -> !present.containsKey(id)).toList();
        graph.removeOf(deletedMeanwhile);
        return present;
    }

    private static Map<Long, SourceRecordKey> keys(Map<Long, EncodedRecord> records, Set<Long> seen) {
        Map<Long, SourceRecordKey> keys = HashMap.newHashMap(seen.size());
        for (Long id : seen) {
            EncodedRecord record = records.get(id);
            if (record != null) {
                keys.put(id, SourceKeys.parse(record.key()));
            }
        }
        return keys;
    }

    /**
     * Remembers ahead how the large components of these records stand, where links and clusters agree; within a transaction in which nothing waits
     * to be resolved.
     *
     * @param isStillIdle whether nothing waits: what came meanwhile may be told of in what was read
     */
    void lookAhead(Collection<Long> records, BooleanSupplier isStillIdle) {
        Set<Long> concerned = new HashSet<>();
        records.stream()
                .filter(id -> !concerned.contains(id) && !known.knows(id))
                .forEach(id -> concerned.addAll(graph.largeComponentOf(id)));
        if (concerned.isEmpty()) {
            return;
        }
        List<Word> words = assertions.about(concerned);
        Map<Long, EncodedRecord> present = present(concerned, Set.of(), Set.of());
        Clustered clustered = clustering.cluster(present, AssertionTable.among(words, present.keySet()));
        Map<Long, Link> links = this.links.withFellows(concerned);
        if (isStillIdle.getAsBoolean()) {
            known.remember(clustered.ofWhom(person -> isLinkedAs(person, links)), words);
        }
    }

    private static boolean isLinkedAs(List<Long> person, Map<Long, Link> links) {
        Link first = links.get(person.getFirst());
        return first != null
                && person.stream().allMatch(id -> {
                    Link link = links.get(id);
                    return link != null && link.masterId().equals(first.masterId());
                });
    }
}
