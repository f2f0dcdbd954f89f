package org.unifiedhotline.masterrecords.resolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.AssertionTable.Said;
import org.unifiedhotline.masterrecords.resolution.ModelDifference.Example;
import org.unifiedhotline.masterrecords.resolution.ModelDifference.Part;
import org.unifiedhotline.masterrecords.resolution.ModelDifference.Weight;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.Population;
import org.unifiedhotline.matching.bulk.BulkOutcome;
import org.unifiedhotline.matching.bulk.BulkResolver;
import org.unifiedhotline.matching.bulk.EncodedTable;
import org.unifiedhotline.matching.bulk.Progress;
import org.unifiedhotline.matching.comparison.RecordComparator;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.MatchRecord;
import org.unifiedhotline.matching.record.MatchWeight;

/** Resolves everybody by a model that is not in force, in memory, and tells what would change. */
public final class ModelComparison {
    private static final int MOST_EXAMPLES = 50;
    /** Of a person of more records than this, pairs of so many are looked at for an example. */
    private static final int MOST_MEMBERS = 40;

    private final HubDatabase hub;
    private final MatchModel model;
    private final EngineInForce present;

    /** @param configured the model in force until anybody is resolved */
    public ModelComparison(HubDatabase hub, MatchModel model, MatchModel configured) {
        this.hub = hub;
        this.model = model;
        this.present = new EngineInForce(hub, configured);
    }

    /** The hub as of one moment. */
    private record Now(
            Map<Long, MatchRecord> records,
            List<Said> said,
            Map<Long, MasterId> owners,
            long questions,
            String version) {}

    /** The same by the other model. */
    private record Then(MatchEngine engine, Map<Long, Integer> clusters, Commonness commonness, long questions) {}

    /**
     * Compares.
     *
     * @param seed decides which examples are drawn
     * @throws HubBusyException if nobody is resolved yet
     */
    public ModelDifference compare(long seed, Progress progress) {
        progress.at("read", 0, 1);
        Now now = hub.read(this::now);
        Then then = then(now, progress);
        progress.at("explain", 0, 1);
        return new Difference(now, then, seed).tell();
    }

    private Now now() {
        present.now();
        Map<Long, MasterId> owners = new HashMap<>();
        new LinkTable(hub).all().forEach((id, link) -> owners.put(id, link.masterId()));
        Map<Long, MatchRecord> records = new PersonLoader(hub).loadAll();
        records.keySet().retainAll(owners.keySet()); // whoever waits to be resolved belongs to nobody yet
        long questions = hub.sql()
                .sql("SELECT count(*) FROM review_task WHERE state IN ('OPEN', 'DEFERRED')")
                .query(Long.class)
                .single();
        return new Now(records, new AssertionTable(hub).all(), owners, questions, present.modelVersion());
    }

    private Then then(Now now, Progress progress) {
        Population population = Population.step(now.records().size());
        MatchEngine engine = MatchEngine.forBulk(model, population);
        EncodedTable table = EncodedTable.of(model, now.records().values());
        BulkOutcome outcome = new BulkResolver(engine, progress)
                .resolve(table, BulkResolution.engineAssertions(now.said(), BulkResolution.keys(now.records())));
        Map<Long, Integer> clusters = HashMap.newHashMap(outcome.records().size());
        for (int at = 0; at < outcome.records().size(); at++) {
            clusters.put(outcome.records().get(at).id(), outcome.clusterOf(at));
        }
        return new Then(
                MatchEngine.of(model, population),
                clusters,
                table.commonness(new RecordComparator(model)),
                outcome.suggestions().size());
    }

    /** Two ways to part the same records into people, laid side by side. */
    private final class Difference {
        private final Now now;
        private final Then then;
        private final Random random;
        private final Map<MasterId, List<Long>> peopleNow;
        private final Map<Integer, List<Long>> peopleThen;

        Difference(Now now, Then then, long seed) {
            this.now = now;
            this.then = then;
            this.random = new Random(seed);
            List<Long> records = now.records().keySet().stream().sorted().toList();
            this.peopleNow = records.stream().collect(Collectors.groupingBy(this::owner));
            this.peopleThen = records.stream().collect(Collectors.groupingBy(this::cluster));
        }

        private MasterId owner(Long record) {
            return Objects.requireNonNull(now.owners().get(record));
        }

        private Integer cluster(Long record) {
            return Objects.requireNonNull(then.clusters().get(record));
        }

        ModelDifference tell() {
            List<List<Long>> linked = peopleThen.values().stream()
                    .filter(person ->
                            person.stream().map(this::owner).distinct().count() > 1)
                    .toList();
            List<List<Long>> parted = peopleNow.values().stream()
                    .filter(person ->
                            person.stream().map(this::cluster).distinct().count() > 1)
                    .toList();
            long together = pairs(peopleThen.values()) - pairsOfSeveral(linked);
            return new ModelDifference(
                    model.version(),
                    now.version(),
                    now.records().size(),
                    peopleNow.size(),
                    peopleThen.size(),
                    pairs(peopleThen.values()) - together,
                    pairs(peopleNow.values()) - together,
                    linked.size(),
                    parted.size(),
                    now.questions(),
                    then.questions(),
                    examples(linked, true),
                    examples(parted, false));
        }

        /** Of these people then, the pairs that are not one person now. */
        private long pairsOfSeveral(List<List<Long>> linked) {
            return linked.stream()
                    .mapToLong(person -> pairs(person.size())
                            - pairs(person.stream()
                                    .collect(Collectors.groupingBy(this::owner))
                                    .values()))
                    .sum();
        }

        private static long pairs(Collection<List<Long>> people) {
            return people.stream().mapToLong(person -> pairs(person.size())).sum();
        }

        private static long pairs(long records) {
            return records * (records - 1) / 2;
        }

        private List<Example> examples(List<List<Long>> people, boolean linked) {
            List<List<Long>> drawn = new ArrayList<>(people);
            drawn.sort((one, other) -> Long.compare(one.getFirst(), other.getFirst()));
            Collections.shuffle(drawn, random);
            return drawn.stream()
                    .limit(MOST_EXAMPLES)
                    .map(person -> hub.read(() -> example(person, linked)))
                    .toList();
        }

        /** Those who would link by the pair that speaks most for it, those who would part by the one that held them. */
        private Example example(List<Long> person, boolean linked) {
            List<Long> some = person.subList(0, Math.min(person.size(), MOST_MEMBERS));
            if (some.stream()
                            .map(linked ? this::owner : this::cluster)
                            .distinct()
                            .count()
                    < 2) {
                some = differing(person, linked);
            }
            MatchEngine inForce = present.now();
            Commonness commonness = new CountedUpdate(hub, inForce)
                    .commonness(
                            some.stream().map(id -> inForce.encode(record(id))).toList());
            Example best = null;
            for (int a = 0; a < some.size(); a++) {
                for (int b = a + 1; b < some.size(); b++) {
                    Long one = some.get(a);
                    Long other = some.get(b);
                    boolean differ = linked
                            ? !owner(one).equals(owner(other))
                            : !cluster(one).equals(cluster(other));
                    if (differ) {
                        Example pair = pair(inForce, commonness, record(one), record(other), person.size());
                        best = best == null || told(pair, linked) > told(best, linked) ? pair : best;
                    }
                }
            }
            return Objects.requireNonNull(best);
        }

        private List<Long> differing(List<Long> person, boolean linked) {
            Set<Object> seen = new HashSet<>();
            return person.stream()
                    .filter(id -> seen.add(linked ? owner(id) : cluster(id)))
                    .limit(MOST_MEMBERS)
                    .toList();
        }

        private static double told(Example pair, boolean linked) {
            return linked ? pair.then().bits() : pair.now().bits();
        }

        private MatchRecord record(Long id) {
            return Objects.requireNonNull(now.records().get(id));
        }

        private Example pair(MatchEngine inForce, Commonness commonness, MatchRecord a, MatchRecord b, int records) {
            return new Example(
                    a.key(),
                    b.key(),
                    records,
                    weight(inForce.compare(inForce.encode(a), inForce.encode(b), commonness)),
                    weight(then.engine()
                            .compare(then.engine().encode(a), then.engine().encode(b), then.commonness())));
        }

        private static Weight weight(MatchWeight weight) {
            return new Weight(
                    weight.bits(),
                    weight.forbidden(),
                    weight.parts().stream()
                            .filter(part -> part.bits() != 0)
                            .map(part -> new Part(part.name(), part.level(), part.bits()))
                            .toList());
        }
    }
}
