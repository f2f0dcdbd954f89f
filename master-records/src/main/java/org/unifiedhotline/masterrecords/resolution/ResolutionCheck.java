package org.unifiedhotline.masterrecords.resolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.queue.ResolutionQueue;
import org.unifiedhotline.masterrecords.records.LinkKind;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.AssertionTable.Said;
import org.unifiedhotline.masterrecords.resolution.EdgeTable.StoredEdge;
import org.unifiedhotline.masterrecords.resolution.LinkTable.Link;
import org.unifiedhotline.masterrecords.resolution.MatchStateTable.MatchState;
import org.unifiedhotline.masterrecords.resolution.ResolutionDifference.Kind;
import org.unifiedhotline.masterrecords.resolution.ResolutionState.MadeBy;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.Population;
import org.unifiedhotline.matching.bulk.BulkOutcome;
import org.unifiedhotline.matching.bulk.BulkResolver;
import org.unifiedhotline.matching.bulk.Progress;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.model.MatchModel;

/**
 * Recomputes keys, edges and clusters of everybody from the source records, the assertions and the model, and names
 * whatever stands otherwise in the hub: also what somebody altered by hand. Reads as of one moment and changes nothing; the
 * service may go on.
 */
public final class ResolutionCheck {
    private static final double SAME_BITS = 1e-9;

    private final HubDatabase hub;
    private final KnownModels models;
    private final Progress progress;
    private final CheckTables tables;

    /** Makes a check; the model is the configured one, the hub tells which is in force. */
    public ResolutionCheck(HubDatabase hub, MatchModel model) {
        this(hub, model, Progress.NONE);
    }

    /** Makes a check that tells how far it has come. */
    public ResolutionCheck(HubDatabase hub, MatchModel model, Progress progress) {
        this.hub = hub;
        this.models = new KnownModels(hub, model);
        this.progress = progress;
        this.tables = new CheckTables(hub);
    }

    /**
     * All differences, or nothing while changes wait to be resolved: they make differences of their own.
     *
     * @throws HubBusyException if the first load is not resolved yet
     */
    public Optional<List<ResolutionDifference>> differencesIfDrained() {
        return hub.read(() -> {
            tables.keepInPlace();
            if (new ResolutionQueue(hub).next(1, 1).isEmpty() && new ReclusterQueue(hub).size() == 0) {
                return Optional.of(compare());
            }
            return Optional.empty();
        });
    }

    /** All differences, whatever waits to be resolved. */
    public List<ResolutionDifference> differences() {
        return hub.read(() -> {
            tables.keepInPlace();
            return compare();
        });
    }

    private List<ResolutionDifference> compare() {
        MadeBy made = new ResolutionState(hub)
                .madeBy()
                .orElseThrow(() -> new HubBusyException("the first load is not resolved yet"));
        Optional<MatchModel> known = models.find(made.model());
        if (known.isEmpty()) {
            return List.of(new ResolutionDifference(
                    Kind.MODEL,
                    made.model(),
                    "edges were made by this model, which the hub does not keep; the configured one is "
                            + models.configuredVersion()));
        }
        MatchModel model = known.get();
        MatchEngine engine = MatchEngine.forBulk(model, new Population(made.population()));
        progress.at("read", 0, 1);
        Everybody everybody = Everybody.read(hub, model);
        List<Said> said = new AssertionTable(hub).all();
        BulkOutcome outcome = new BulkResolver(engine, progress)
                .resolve(everybody.table(), BulkResolution.engineAssertions(said, everybody.keys()));
        progress.at("compare", 0, 1);
        List<ResolutionDifference> differences = new ArrayList<>();
        compareRecords(engine, outcome, everybody.fingerprints(), differences);
        compareEdges(outcome, differences);
        compareClusters(outcome, said, differences);
        return differences;
    }

    private void compareRecords(
            MatchEngine engine,
            BulkOutcome outcome,
            Map<Long, Long> fingerprints,
            List<ResolutionDifference> differences) {
        Map<Long, MatchState> states = tables.states();
        Map<Long, Set<Long>> keys = tables.keys();
        Map<Long, Set<Long>> counted = tables.countedValues();
        long[][] wanted = BulkTables.storedKeys(engine, outcome.records());
        for (int at = 0; at < wanted.length; at++) {
            EncodedRecord record = outcome.records().get(at);
            MatchState state = states.remove(record.id());
            Set<Long> wantedKeys = Arrays.stream(wanted[at]).boxed().collect(Collectors.toSet());
            Set<Long> wantedValues = new HashSet<>(MatchStateTable.flat(CountedUpdate.held(engine, record)));
            if (state == null) {
                differences.add(new ResolutionDifference(Kind.RECORD, record.key(), "it was never resolved"));
                continue;
            }
            if (state.fingerprint() != Objects.requireNonNull(fingerprints.get(record.id()))) {
                differences.add(
                        new ResolutionDifference(Kind.RECORD, record.key(), "it was resolved from other values"));
            }
            compareSets(Kind.KEYS, record, wantedKeys, Set.copyOf(state.keys()), keys.remove(record.id()), differences);
            compareSets(
                    Kind.COUNTED_VALUES,
                    record,
                    wantedValues,
                    new HashSet<>(MatchStateTable.flat(state.counted())),
                    counted.remove(record.id()),
                    differences);
        }
        Set<Long> left = new TreeSet<>(states.keySet());
        left.addAll(keys.keySet());
        left.addAll(counted.keySet());
        left.forEach(id -> differences.add(
                new ResolutionDifference(Kind.RECORD, "number " + id, "keys stand for it, but it is no live record")));
    }

    private static void compareSets(
            Kind kind,
            EncodedRecord record,
            Set<Long> wanted,
            Set<Long> noted,
            @Nullable Set<Long> held,
            List<ResolutionDifference> differences) {
        Set<Long> there = held == null ? Set.of() : held;
        if (!wanted.equals(noted) || !wanted.equals(there)) {
            differences.add(new ResolutionDifference(
                    kind,
                    record.key(),
                    "it should have " + wanted.size() + ", has " + there.size() + ", of which "
                            + there.stream().filter(wanted::contains).count() + " are right"));
        }
    }

    private void compareEdges(BulkOutcome outcome, List<ResolutionDifference> differences) {
        Map<RecordPair, Double> stored = tables.edges();
        Map<Long, String> names = names(outcome);
        for (int at = 0; at < outcome.edges().size(); at++) {
            StoredEdge edge = StoredEdge.of(
                    outcome.records().get(outcome.edges().a(at)).id(),
                    outcome.records().get(outcome.edges().b(at)).id(),
                    outcome.edges().bits(at));
            Double bits = stored.remove(new RecordPair(edge.recordA(), edge.recordB()));
            if (bits == null || Math.abs(bits - edge.bits()) > SAME_BITS) {
                differences.add(new ResolutionDifference(
                        Kind.EDGE,
                        names.get(edge.recordA()) + " and " + names.get(edge.recordB()),
                        "should weigh " + edge.bits() + " bits, "
                                + (bits == null ? "is not there" : "weighs " + bits)));
            }
        }
        stored.forEach((pair, bits) -> differences.add(new ResolutionDifference(
                Kind.EDGE, name(names, pair.a()) + " and " + name(names, pair.b()), "should not be there")));
    }

    private static Map<Long, String> names(BulkOutcome outcome) {
        return outcome.records().stream().collect(Collectors.toMap(EncodedRecord::id, EncodedRecord::key));
    }

    private static String name(Map<Long, String> names, long id) {
        return names.getOrDefault(id, "number " + id);
    }

    private void compareClusters(BulkOutcome outcome, List<Said> said, List<ResolutionDifference> differences) {
        Map<Long, Link> links = new HashMap<>(new LinkTable(hub).all());
        Map<Long, MasterId> told = tables.lastMembers();
        Map<MasterId, Set<Long>> linked = new HashMap<>();
        links.values()
                .forEach(link -> linked.computeIfAbsent(link.masterId(), id -> new HashSet<>())
                        .add(link.recordId()));
        Map<Long, Set<Long>> same = Memberships.saidSame(said);
        Map<Long, String> names = names(outcome);
        for (List<Long> cluster : BulkResolution.clusters(outcome)) {
            Set<Long> members = Set.copyOf(cluster);
            Set<MasterId> ids = new TreeSet<>();
            for (Long member : cluster) {
                Link link = links.get(member);
                if (link != null) {
                    ids.add(link.masterId());
                }
                compareLink(
                        name(names, member),
                        link,
                        told.get(member),
                        Memberships.kind(member, cluster, same),
                        differences);
            }
            if (ids.size() != 1 || !members.equals(linked.get(ids.iterator().next()))) {
                differences.add(new ResolutionDifference(
                        Kind.CLUSTER,
                        cluster.stream().map(member -> name(names, member)).collect(Collectors.joining(", ")),
                        "should be one person and no others with them, are linked to " + ids));
            }
            cluster.forEach(links::remove);
        }
        links.values()
                .forEach(link -> differences.add(new ResolutionDifference(
                        Kind.LINK,
                        link.key().toString(),
                        "is linked to " + link.masterId() + ", but is no live record")));
        tables.mastersWithoutLinks(linked.keySet())
                .forEach(id -> differences.add(
                        new ResolutionDifference(Kind.MASTER_RECORD, id.toString(), "stands without any record")));
        tables.notStanding(linked.keySet())
                .forEach(id -> differences.add(new ResolutionDifference(
                        Kind.MASTER_RECORD, id.toString(), "records are linked to it, but it does not stand")));
    }

    private static void compareLink(
            String record,
            @Nullable Link link,
            @Nullable MasterId told,
            LinkKind kind,
            List<ResolutionDifference> differences) {
        if (link == null) {
            differences.add(new ResolutionDifference(Kind.LINK, record, "has no link"));
            return;
        }
        if (!link.key().toString().equals(record)) {
            differences.add(new ResolutionDifference(Kind.LINK, record, "its link names " + link.key()));
        }
        if (!link.masterId().equals(told)) {
            differences.add(new ResolutionDifference(
                    Kind.LINK,
                    record,
                    "is linked to " + link.masterId() + "; by the history it belongs to "
                            + (told == null ? "nobody" : told)));
        }
        if (link.kind() != kind) {
            differences.add(new ResolutionDifference(
                    Kind.LINK, record, "is called " + link.kind().code() + ", should be " + kind.code()));
        }
    }
}
