package org.unifiedhotline.matching.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.Population;
import org.unifiedhotline.matching.blocking.KeyMaker;
import org.unifiedhotline.matching.bulk.BulkCommonness;
import org.unifiedhotline.matching.bulk.BulkOutcome;
import org.unifiedhotline.matching.bulk.BulkResolver;
import org.unifiedhotline.matching.bulk.Candidates;
import org.unifiedhotline.matching.bulk.PairPass;
import org.unifiedhotline.matching.bulk.Progress;
import org.unifiedhotline.matching.comparison.ComparisonVector;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.RecordComparator;
import org.unifiedhotline.matching.comparison.RecordEncoder;
import org.unifiedhotline.matching.model.Feature;
import org.unifiedhotline.matching.model.FeatureWeights;
import org.unifiedhotline.matching.model.FrequencyTable;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.PairWeights;
import org.unifiedhotline.matching.model.Trained;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.MatchRecord;
import org.unifiedhotline.matching.record.Relation;

/** Trains a model on records without labels. The same records, model and seed give the same trained model. */
public final class Trainer {
    private static final int DRAWS_A_RECORD = 30;
    private static final int FEWEST_DRAWS = 60_000;
    private static final int MOST_DRAWS = 400_000;
    /** Above this, rows are counted as people: a second pass changes little where there are that many. */
    private static final int MOST_FOR_SECOND_PASS = 200_000;

    /** Records are counted as one person from this probability on. */
    private static final double COUNT_ABOVE = 0.99;

    private static final double POSSIBLE_ABOVE = 0.02;

    private final MatchModel model;
    private final long seed;
    private final Progress progress;
    private final List<Feature> features;

    /** What training gives. */
    public record Result(MatchModel model, TrainingReport report) {}

    public Trainer(MatchModel model, long seed, Progress progress) {
        MatchModel untrained = model.untrained();
        this.model = untrained.blocking().isEmpty() ? BlockingChooser.choose(untrained) : untrained;
        this.seed = seed;
        this.progress = progress;
        this.features = this.model.features();
    }

    /** Learns from records; their order does not matter. */
    public Result train(Collection<MatchRecord> unordered) {
        List<MatchRecord> records = unordered.stream()
                .sorted(Comparator.comparing(MatchRecord::key))
                .toList();
        List<EncodedRecord> encoded = encode(model, records);
        progress.at("block", 0, records.size());
        Candidates candidates = new Candidates(encoded, new KeyMaker(model));
        Map<String, FrequencyTable> byRow = FrequencyCounter.tables(model, encoded, IntUnaryOperator.identity(), false);
        progress.at("sample", 0, 1);
        StrangerSample sample =
                new StrangerSample(encoded, features, new RecordComparator(model), draws(records.size()), seed);
        Result first = learn(records, byRow, candidates, sample);
        if (records.size() > MOST_FOR_SECOND_PASS) {
            return first;
        }
        IntUnaryOperator entities = entities(first.model(), records, candidates);
        return learn(records, FrequencyCounter.tables(model, encoded, entities, true), candidates, sample);
    }

    /** Who is who by what was learned so far, if quite certain: people are to be counted, not rows. */
    private IntUnaryOperator entities(MatchModel learned, List<MatchRecord> records, Candidates candidates) {
        Trained certain = learned.trained()
                .map(trained -> trained.linkingAbove(COUNT_ABOVE))
                .orElseThrow();
        MatchEngine engine = MatchEngine.forBulk(learned.with(certain), Population.exactly(records.size()));
        List<EncodedRecord> encoded =
                records.parallelStream().map(engine::encode).toList();
        BulkOutcome outcome = new BulkResolver(engine, progress).resolve(encoded, candidates, List.of());
        return outcome::clusterOf;
    }

    private static int draws(int records) {
        return Math.clamp((long) records * DRAWS_A_RECORD, FEWEST_DRAWS, MOST_DRAWS);
    }

    private List<EncodedRecord> encode(MatchModel with, List<MatchRecord> records) {
        progress.at("encode", 0, records.size());
        RecordEncoder encoder = RecordEncoder.sharing(with);
        records.stream().map(MatchRecord::kind).distinct().sorted().forEach(kind -> {
            encoder.encode(MatchRecord.of(0, "kind", kind, Map.of()));
        });
        return records.parallelStream().map(encoder::encode).toList();
    }

    private Result learn(
            List<MatchRecord> records,
            Map<String, FrequencyTable> tables,
            Candidates candidates,
            StrangerSample sample) {
        MatchModel weighing = model.with(new Trained(records.size(), 0.5, 0.5, Map.of(), tables, Map.of()));
        List<EncodedRecord> encoded = encode(weighing, records);
        RecordComparator comparator = new RecordComparator(weighing);
        VectorCounts vectors =
                compareCandidates(encoded, comparator, candidates).sorted();
        progress.at("learn", 0, 1);
        return fit(records, encoded, tables, sample, vectors);
    }

    private VectorCounts compareCandidates(
            List<EncodedRecord> records, RecordComparator comparator, Candidates candidates) {
        Commonness commonness = BulkCommonness.of(records, comparator);
        Object[] chunks = PairPass.<VectorCounts>run(
                candidates,
                "train",
                () -> {
                    ComparisonVector vector = comparator.newVector();
                    byte[] row = new byte[VectorCounts.LEVELS + features.size()];
                    return (from, to, stamps) -> {
                        VectorCounts counts = new VectorCounts(features.size());
                        for (int a = from; a < to; a++) {
                            candidates.after(a, stamps, (x, b) -> {
                                if (fill(records.get(x), records.get(b), comparator, commonness, vector, row)) {
                                    counts.add(row, 0, 1);
                                }
                            });
                        }
                        return counts;
                    };
                },
                progress);
        VectorCounts all = new VectorCounts(features.size());
        for (Object chunk : chunks) {
            all.addAll((VectorCounts) chunk);
        }
        return all;
    }

    /** Writes the row of a pair; false if the two are known to be different people. */
    private boolean fill(
            EncodedRecord a,
            EncodedRecord b,
            RecordComparator comparator,
            Commonness commonness,
            ComparisonVector vector,
            byte[] row) {
        Relation.Kind relation = RecordComparator.relation(a, b);
        if (relation == Relation.Kind.FAMILY || relation == Relation.Kind.OTHER_PERSON) {
            return false;
        }
        comparator.compare(a, b, commonness, vector);
        if (comparator.isConflict(a, b, vector)) {
            return false;
        }
        float one = 0;
        float kin = 0;
        float twin = 0;
        for (int f = 0; f < features.size(); f++) {
            row[VectorCounts.LEVELS + f] = (byte) vector.level(f);
            one += vector.adjustment(f);
            twin += features.get(f).role().isSharedByTwins() ? vector.adjustment(f) : 0;
            kin += features.get(f).role().isSharedByRelatives() ? vector.adjustment(f) : 0;
        }
        row[VectorCounts.KIND] = (byte) (Math.min(a.kind(), b.kind()) * 16 + Math.max(a.kind(), b.kind()));
        row[VectorCounts.SELF] = (byte) (relation == Relation.Kind.SELF ? 1 : 0);
        row[VectorCounts.ADJUSTMENT] = (byte) Math.clamp(Math.round(one), -60, 60);
        row[VectorCounts.TWIN_ADJUSTMENT] = (byte) Math.clamp(Math.round(twin), -60, 60);
        row[VectorCounts.RELATIVE_ADJUSTMENT] = (byte) Math.clamp(Math.round(kin), -60, 60);
        return true;
    }

    private Result fit(
            List<MatchRecord> records,
            List<EncodedRecord> encoded,
            Map<String, FrequencyTable> tables,
            StrangerSample sample,
            VectorCounts vectors) {
        ExpectationMaximization pooled = new ExpectationMaximization(
                vectors,
                -1,
                features,
                model.rivals(),
                sample.pairs.values().stream().mapToDouble(pairs -> pairs).sum(),
                pooled(sample),
                null,
                records.size() * 0.25);
        int rounds = pooled.run();
        Map<Integer, String> kindNames = new TreeMap<>();
        encoded.forEach(record -> kindNames.put(record.kind(), record.kindName()));
        Map<String, PairWeights> weights = new LinkedHashMap<>();
        Map<Integer, ExpectationMaximization> fits = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        for (Map.Entry<Integer, Double> kind : sample.pairs.entrySet()) {
            long[][] levels = sample.counts.getOrDefault(kind.getKey(), new long[0][]);
            ExpectationMaximization fit = sample.pairs.size() == 1
                    ? pooled
                    : new ExpectationMaximization(
                            vectors,
                            kind.getKey(),
                            features,
                            model.rivals(),
                            kind.getValue(),
                            levels,
                            pooled,
                            Math.max(1, pooled.matches * kind.getValue()));
            if (fit != pooled) {
                rounds += fit.run();
            }
            String name = Trained.pairKind(
                    kindNames.getOrDefault(kind.getKey() / 16, ""), kindNames.getOrDefault(kind.getKey() % 16, ""));
            weights.put(name, weights(fit));
            fits.put(kind.getKey(), fit);
            lines.add(
                    "%s: %.0f matches expected among %.0f pairs".formatted(name, fit.expectedMatches, kind.getValue()));
        }
        Map<String, String> run = new TreeMap<>();
        run.put("seed", String.valueOf(seed));
        run.put("records", String.valueOf(records.size()));
        run.put("rounds", String.valueOf(rounds));
        run.put("method", "u by sampling, m and r by expectation maximization over blocked pairs");
        double linkAbove = FrequencyCounter.round(Thresholds.best(vectors, fits));
        Trained trained =
                new Trained(records.size(), linkAbove, Math.min(POSSIBLE_ABOVE, linkAbove), weights, tables, run);
        long candidates = 0;
        for (int row = 0; row < vectors.size(); row++) {
            candidates += vectors.count(row);
        }
        double expected =
                fits.values().stream().mapToDouble(fit -> fit.expectedMatches).sum();
        return new Result(model.with(trained), new TrainingReport(candidates, vectors.size(), expected, lines));
    }

    private long[][] pooled(StrangerSample sample) {
        long[][] sum = new long[features.size()][16];
        for (long[][] counts : sample.counts.values()) {
            for (int f = 0; f < sum.length; f++) {
                for (int level = 0; level < 16; level++) {
                    sum[f][level] += counts[f][level];
                }
            }
        }
        return sum;
    }

    private PairWeights weights(ExpectationMaximization fit) {
        Map<String, FeatureWeights> learned = new LinkedHashMap<>();
        for (int f = 0; f < features.size(); f++) {
            learned.put(
                    features.get(f).name(),
                    FeatureWeights.of(round(fit.m[f]), round(fit.u[f]), round(fit.r[f]), round(fit.n[f])));
        }
        double strangers = 1 - fit.matches - fit.relatives - fit.namesakes - fit.twins;
        return new PairWeights(
                FrequencyCounter.round(log2(fit.matches / strangers)),
                FrequencyCounter.round(log2(fit.relatives / strangers)),
                FrequencyCounter.round(log2(fit.namesakes / strangers)),
                FrequencyCounter.round(log2(fit.twins / strangers)),
                FrequencyCounter.round(fit.selfBits),
                learned);
    }

    private static double[] round(double[] values) {
        double[] rounded = values.clone();
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = i == 0 ? 0 : FrequencyCounter.round(values[i]);
        }
        return rounded;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
