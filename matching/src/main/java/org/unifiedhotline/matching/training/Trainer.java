package org.unifiedhotline.matching.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.Population;
import org.unifiedhotline.matching.blocking.KeyMaker;
import org.unifiedhotline.matching.bulk.BulkOutcome;
import org.unifiedhotline.matching.bulk.BulkResolver;
import org.unifiedhotline.matching.bulk.Candidates;
import org.unifiedhotline.matching.bulk.EncodedTable;
import org.unifiedhotline.matching.bulk.PairPass;
import org.unifiedhotline.matching.bulk.Progress;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.Hashing;
import org.unifiedhotline.matching.comparison.RecordComparator;
import org.unifiedhotline.matching.model.Attribute;
import org.unifiedhotline.matching.model.Feature;
import org.unifiedhotline.matching.model.FrequencyTable;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.Trained;
import org.unifiedhotline.matching.record.Assertion;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.MatchRecord;

/**
 * Trains a model on records, without labels or with some: the few pairs of which people said what they are. The same records,
 * labels, model and seed give the same trained model.
 */
public final class Trainer {
    private static final int DRAWS_A_RECORD = 30;
    private static final int FEWEST_DRAWS = 60_000;
    private static final int MOST_DRAWS = 120_000;
    /**
     * Of more candidate pairs than this, only a fair part is learned from, and rows are counted as people: a second pass
     * changes little where there are that many.
     */
    private static final long MOST_PAIRS = 2_000_000;

    /** How many pairs that part has, or fewer. */
    private static final double PAIRS_OF_PART = 500_000;

    /** On how many of them blocking rules are tried. */
    private static final double PAIRS_OF_TRIAL = 350_000;

    /** Records are counted as one person from this probability on. */
    private static final double COUNT_ABOVE = 0.99;

    private final MatchModel given;
    private final long seed;
    private final Progress progress;
    private final List<Feature> features;

    /** What training gives. */
    public record Result(MatchModel model, TrainingReport report) {}

    /** What training gives of a table, and the candidates of the trained model in it. */
    public record Learned(MatchModel model, TrainingReport report, Candidates candidates) {
        private Learned with(List<String> lines) {
            List<String> all = new ArrayList<>(lines);
            all.addAll(report.lines());
            return new Learned(
                    model,
                    new TrainingReport(report.candidates(), report.vectors(), report.expectedMatches(), all),
                    candidates);
        }
    }

    public Trainer(MatchModel model, long seed, Progress progress) {
        this.given = model.untrained();
        this.seed = seed;
        this.progress = progress;
        this.features = given.features();
    }

    /** Learns from records; their order does not matter. */
    public Result train(Collection<MatchRecord> records) {
        return train(records, List.of());
    }

    /**
     * Learns from records and from what people said of some pairs of them: these refit the weights (they enter expectation
     * maximization with a known class) and calibrate them. Few labels change little.
     *
     * @param labels those about records that are not there, and contradictions, are left out
     */
    public Result train(Collection<MatchRecord> records, Collection<Assertion> labels) {
        progress.at("encode", 0, records.size());
        EncodedTable table = EncodedTable.of(given, records);
        Learned learned = train(table, labels);
        return new Result(learned.model(), learned.report());
    }

    /** What is learned from; {@code part} of the pairs of the table, and every label. */
    private record Material(
            MatchModel model,
            EncodedTable table,
            Candidates candidates,
            StrangerSample sample,
            double part,
            Labels labels) {}

    /**
     * Learns from records that are taken apart, and leaves them weighed by what was learned: ready to be resolved by an
     * engine of the trained model.
     */
    public Learned train(EncodedTable table) {
        return train(table, List.of());
    }

    private Learned train(EncodedTable whole, Collection<Assertion> said) {
        List<Set<String>> placeholders = new Placeholders(given, whole.records()).find();
        boolean isAny = placeholders.stream().anyMatch(of -> !of.isEmpty());
        MatchModel model = isAny ? given.withAttributes(attributes(placeholders)) : given;
        EncodedTable table = isAny ? whole.without(placeholders) : whole;
        Learned learned = learn(model, table, new Labels(table.records(), said));
        return isAny ? learned.with(lines(placeholders)) : learned;
    }

    private List<Attribute> attributes(List<Set<String>> placeholders) {
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < placeholders.size(); i++) {
            attributes.add(given.attributes().get(i).withPlaceholders(placeholders.get(i)));
        }
        return attributes;
    }

    private List<String> lines(List<Set<String>> placeholders) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < placeholders.size(); i++) {
            if (!placeholders.get(i).isEmpty()) {
                lines.add(
                        "column %s: placeholders count as missing, far commoner than the next values suggest: %d, named in the model"
                                .formatted(
                                        given.attributes().get(i).column(),
                                        placeholders.get(i).size()));
            }
        }
        return lines;
    }

    private Learned learn(MatchModel untrained, EncodedTable table, Labels labels) {
        boolean choosing = untrained.blocking().isEmpty();
        MatchModel model = choosing ? BlockingChooser.choose(untrained, table.records()) : untrained;
        progress.at("block", 0, table.size());
        Candidates candidates = new Candidates(table, new KeyMaker(model));
        progress.at("sample", 0, 1);
        StrangerSample sample =
                new StrangerSample(table.records(), features, new RecordComparator(model), draws(table.size()), seed);
        long pairs = candidates.atMost();
        boolean whole = pairs <= MOST_PAIRS;
        double part = whole ? 1 : PAIRS_OF_PART / pairs;
        progress.at("count", 0, 1);
        Material material = new Material(model, table, candidates, sample, part, labels);
        Result result = learn(material, frequencies(table, IntUnaryOperator.identity(), false));
        if (whole) {
            IntUnaryOperator entities = entities(result.model(), table, candidates);
            result = learn(material, frequencies(table, entities, true));
        }
        if (choosing && !whole) {
            BlockingTrial trial =
                    new BlockingTrial(result.model(), table, candidates, PAIRS_OF_TRIAL / pairs, seed, progress);
            return new Learned(trial.model(), result.report(), trial.candidates());
        }
        return new Learned(result.model(), result.report(), candidates);
    }

    private Map<String, FrequencyTable> frequencies(EncodedTable table, IntUnaryOperator entities, boolean byEntity) {
        return FrequencyCounter.tables(given, table.records(), entities, byEntity);
    }

    /** Who is who by what was learned so far, if quite certain: people are to be counted, not rows. */
    private IntUnaryOperator entities(MatchModel learned, EncodedTable table, Candidates candidates) {
        Trained certain = learned.trained()
                .map(trained -> trained.linkingAbove(COUNT_ABOVE))
                .orElseThrow();
        MatchEngine engine = MatchEngine.of(learned.with(certain), Population.exactly(table.size()));
        BulkOutcome outcome = new BulkResolver(engine, progress).resolve(candidates, List.of());
        return outcome::clusterOf;
    }

    private static int draws(int records) {
        return Math.clamp((long) records * DRAWS_A_RECORD, FEWEST_DRAWS, MOST_DRAWS);
    }

    private Result learn(Material from, Map<String, FrequencyTable> tables) {
        EncodedTable table = from.table();
        MatchModel weighing =
                from.model().with(new Trained(Math.max(1, table.size()), 0.5, 0.5, Map.of(), tables, Map.of()));
        table.weighBy(tables);
        VectorCounts vectors = compare(from, new RecordComparator(weighing));
        progress.at("learn", 0, 1);
        Map<Integer, String> kindNames = new TreeMap<>();
        table.records().forEach(record -> kindNames.put(record.kind(), record.kindName()));
        return new LearnedModel(from.model(), seed)
                .fit(Math.max(1, table.size()), kindNames, tables, from.sample(), vectors);
    }

    /** The vectors of all candidate pairs, or of those of a fair part of the records; and of every labelled pair, by itself. */
    private VectorCounts compare(Material from, RecordComparator comparator) {
        Candidates candidates = from.candidates();
        List<EncodedRecord> records = candidates.table().records();
        Commonness commonness = candidates.table().commonness(comparator);
        Object[] chunks = PairPass.<VectorCounts>run(
                candidates,
                "train",
                () -> {
                    PairRow pair = new PairRow(comparator, commonness, features);
                    return (first, end, stamps) -> {
                        VectorCounts counts = new VectorCounts(features.size());
                        for (int a = first; a < end; a++) {
                            if (isInPart(a, from.part(), seed)) {
                                candidates.after(a, stamps, (x, b) -> {
                                    if (!from.labels().isSaid(x, b) && pair.fill(records.get(x), records.get(b))) {
                                        counts.add(pair.row, 0, 1);
                                    }
                                });
                            }
                        }
                        return counts;
                    };
                },
                progress);
        VectorCounts all = new VectorCounts(features.size(), from.part());
        for (Object chunk : chunks) {
            all.addAll((VectorCounts) chunk);
        }
        PairRow pair = new PairRow(comparator, commonness, features);
        from.labels().forEach((a, b, isSame) -> {
            if (pair.fill(records.get(a), records.get(b), isSame)) {
                all.add(pair.row, 0, 1);
            }
        });
        return all;
    }

    /** Whether a record is one of those whose pairs are learned from. */
    static boolean isInPart(int record, double part, long seed) {
        return (Hashing.mix(seed * 31 + record) >>> 11) * 0x1p-53 < part;
    }
}
