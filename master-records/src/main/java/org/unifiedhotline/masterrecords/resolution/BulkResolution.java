package org.unifiedhotline.masterrecords.resolution;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.pipeline.BulkProgress;
import org.unifiedhotline.masterrecords.pipeline.BulkProgress.Stage;
import org.unifiedhotline.masterrecords.resolution.AssertionTable.Said;
import org.unifiedhotline.masterrecords.resolution.Memberships.Outcome;
import org.unifiedhotline.masterrecords.reviewtasks.Question;
import org.unifiedhotline.masterrecords.reviewtasks.TaskUpkeep;
import org.unifiedhotline.masterrecords.sourcerecords.SourceKeys;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.bulk.BulkOutcome;
import org.unifiedhotline.matching.bulk.BulkResolver;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.record.Assertion;
import org.unifiedhotline.matching.record.MatchRecord;

/**
 * Resolves everybody at once, in memory with all cores: a first load, another model, a population grown past a step, a
 * queue so long that one by one would take longer. Keys and edges are written anew; links and master records only as far
 * as they changed.
 */
final class BulkResolution {
    private static final Logger LOG = LoggerFactory.getLogger(BulkResolution.class);
    /** How far the reading is, is told after so many each time. */
    private static final long TOLD_EACH = 1_000;

    private final HubDatabase hub;
    private final AssertionTable assertions;
    private final LinkTable links;
    private final Memberships memberships;
    private final BulkTables tables;
    private final TaskUpkeep tasks;
    private final BulkProgress progress;

    /**
     * Makes a resolution of everybody.
     *
     * @param progress is told how far it is
     */
    BulkResolution(HubDatabase hub, BulkProgress progress) {
        this.hub = hub;
        this.progress = progress;
        this.assertions = new AssertionTable(hub);
        this.links = new LinkTable(hub);
        this.memberships = new Memberships(hub);
        this.tables = new BulkTables(hub);
        this.tasks = new TaskUpkeep(hub);
    }

    /**
     * Resolves, within a transaction.
     *
     * @param engine made for a bulk run
     * @param touched records that changed in a way that their master records show
     * @param about how many records there are, about
     * @return how many records there are
     * @throws UnweighableException if the engine fails at some records
     */
    int resolve(MatchEngine engine, Set<Long> touched, long about) {
        List<Said> said = assertions.all();
        try {
            return resolve(engine, read(engine, about), said, touched);
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            Map<Long, RuntimeException> failures =
                    Unweighable.among(engine, new PersonLoader(hub).loadAll().values());
            throw failures.isEmpty() ? e : new UnweighableException(failures);
        } finally {
            progress.over();
        }
    }

    private Everybody read(MatchEngine engine, long about) {
        progress.at(Stage.READ, 0, about);
        AtomicLong read = new AtomicLong();
        return Everybody.read(hub, engine.model(), () -> {
            long done = read.incrementAndGet();
            if (done % TOLD_EACH == 0) {
                progress.at(Stage.READ, done, about);
            }
        });
    }

    private int resolve(MatchEngine engine, Everybody everybody, List<Said> said, Set<Long> touched) {
        LOG.info("resolving {} records of people at once", everybody.size());
        BulkOutcome outcome =
                new BulkResolver(engine, progress).resolve(everybody.table(), engineAssertions(said, everybody.keys()));
        LOG.info("writing who is who");
        progress.at(Stage.WRITE, 0, 0);
        tables.write(engine, outcome, everybody.fingerprints());
        List<List<Long>> clusters = clusters(outcome);
        Instant now = Clock.systemUTC().instant();
        memberships.write(new Outcome(clusters, links.all(), keys(outcome.records()), touched, said), now);
        tables.analyze();
        tasks.followAll(questions(outcome, clusters, said), engine.model().version(), touched, now);
        LOG.info("resolved {} records into {} people", everybody.size(), clusters.size());
        return everybody.size();
    }

    /** The key of each, by number. */
    static Map<Long, String> keys(Map<Long, MatchRecord> records) {
        Map<Long, String> keys = HashMap.newHashMap(records.size());
        records.forEach((id, record) -> keys.put(id, record.key()));
        return keys;
    }

    /** What was said of records whose keys are known here, by number. */
    static List<Assertion> engineAssertions(List<Said> said, Map<Long, String> keys) {
        return said.stream()
                .filter(one -> keys.containsKey(one.recordA()) && keys.containsKey(one.recordB()))
                .map(one -> new Assertion(
                        Objects.requireNonNull(keys.get(one.recordA())),
                        Objects.requireNonNull(keys.get(one.recordB())),
                        one.verdict()))
                .toList();
    }

    private static List<Question> questions(BulkOutcome outcome, List<List<Long>> clusters, List<Said> said) {
        List<Question> questions = new ArrayList<>();
        outcome.suggestions()
                .forEach(suggestion -> questions.add(
                        ClusterQuestions.of(suggestion, key -> SourceRecordId.of(SourceKeys.parse(key)))));
        Map<Long, EncodedRecord> records = HashMap.newHashMap(outcome.records().size());
        outcome.records().forEach(record -> records.put(record.id(), record));
        ClusterQuestions risks = new ClusterQuestions(said);
        clusters.stream()
                .filter(cluster -> cluster.size() > 1)
                .forEach(cluster -> questions.addAll(risks.risks(cluster.stream()
                        .map(id -> Objects.requireNonNull(records.get(id)))
                        .toList())));
        return questions;
    }

    static List<List<Long>> clusters(BulkOutcome outcome) {
        List<EncodedRecord> records = outcome.records();
        Map<Integer, List<Long>> clusters = new HashMap<>();
        List<List<Long>> inOrder = new ArrayList<>();
        for (int at = 0; at < records.size(); at++) {
            int first = outcome.clusterOf(at);
            List<Long> members = clusters.get(first);
            if (members == null) {
                members = new ArrayList<>(2);
                clusters.put(first, members);
                inOrder.add(members);
            }
            members.add(records.get(at).id());
        }
        return inOrder;
    }

    private static Map<Long, SourceRecordKey> keys(Collection<EncodedRecord> records) {
        return records.stream().collect(Collectors.toMap(EncodedRecord::id, record -> SourceKeys.parse(record.key())));
    }
}
