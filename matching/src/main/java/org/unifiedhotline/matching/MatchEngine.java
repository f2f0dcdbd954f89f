package org.unifiedhotline.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.matching.blocking.KeyMaker;
import org.unifiedhotline.matching.cluster.ClusterRules;
import org.unifiedhotline.matching.cluster.Component;
import org.unifiedhotline.matching.cluster.ComponentClusterer;
import org.unifiedhotline.matching.cluster.PairWeigher;
import org.unifiedhotline.matching.comparison.ComparisonVector;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.RecordComparator;
import org.unifiedhotline.matching.comparison.RecordEncoder;
import org.unifiedhotline.matching.model.Feature;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelException;
import org.unifiedhotline.matching.model.PairWeights;
import org.unifiedhotline.matching.model.Trained;
import org.unifiedhotline.matching.record.Assertion;
import org.unifiedhotline.matching.record.BlockingKey;
import org.unifiedhotline.matching.record.ClusterHistory;
import org.unifiedhotline.matching.record.ClusterOutcome;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.CountedValue;
import org.unifiedhotline.matching.record.Decision;
import org.unifiedhotline.matching.record.Edge;
import org.unifiedhotline.matching.record.MatchRecord;
import org.unifiedhotline.matching.record.MatchWeight;
import org.unifiedhotline.matching.record.Relation;
import org.unifiedhotline.matching.record.WeightPart;
import org.unifiedhotline.matching.weight.WeightTable;

/**
 * The face of the engine: one trained model at one size of population. Every answer is a function of its arguments and the
 * model; the bulk resolver and a store that keeps keys, edges and links in a database call the same methods.
 *
 * <p>Safe for threads, but for {@link #remembering}.
 */
public final class MatchEngine {
    /**
     * How far below the threshold of possible links a pair stays that has nothing in common by which people are known, in bits:
     * there is nothing in it for a steward to decide, either.
     */
    private static final double UNKNOWN_BELOW = 1;

    private final MatchModel model;
    private final Population population;
    private final RecordEncoder encoder;
    private final RecordComparator comparator;
    private final KeyMaker keyMaker;
    private final List<Feature> features;
    private final Map<String, WeightTable> tables = new HashMap<>();
    private final Map<Long, WeightTable> tablesByKind = new ConcurrentHashMap<>();
    private final double linkBits;
    private final double possibleBits;
    private final @Nullable WeightMemory memory;
    /** The features by which people are known; empty where the model has no such rule. */
    private final int[] known;

    private MatchEngine(MatchModel model, Population population, boolean sharing) {
        Trained trained = model.trained()
                .orElseThrow(() -> new ModelException(model.name(), "the model has no weights yet: train it first"));
        this.model = model;
        this.memory = null;
        this.population = population;
        this.encoder = sharing ? RecordEncoder.sharing(model) : RecordEncoder.of(model);
        this.comparator = new RecordComparator(model);
        this.keyMaker = new KeyMaker(model);
        this.features = model.features();
        double growth = population.log2() - Math.log((double) trained.population()) / Math.log(2);
        for (Map.Entry<String, PairWeights> weights : trained.weights().entrySet()) {
            tables.put(weights.getKey(), new WeightTable(features, weights.getValue(), trained.calibration(), growth));
        }
        this.known = IntStream.range(0, features.size())
                .filter(f -> model.knownBy().contains(features.get(f).name().replaceFirst("\\..*", "")))
                .toArray();
        this.linkBits = bits(trained.linkAbove());
        this.possibleBits = bits(trained.possibleAbove());
    }

    private static double bits(double probability) {
        return Math.log(probability / (1 - probability)) / Math.log(2);
    }

    /** An engine for a trained model, at the size of population that it was trained on. */
    public static MatchEngine of(MatchModel model) {
        return of(
                model,
                Population.exactly(model.trained().map(Trained::population).orElse(1L)));
    }

    /**
     * An engine for a trained model and a size of population: the more people there are, the rarer is a match among two at
     * random, and the more telling is a telephone shared.
     */
    public static MatchEngine of(MatchModel model, Population population) {
        return new MatchEngine(model, population, false);
    }

    /** The same for one bulk run: equal values are shared among its records, and kept as long as the engine. */
    public static MatchEngine forBulk(MatchModel model, Population population) {
        return new MatchEngine(model, population, true);
    }

    private MatchEngine(MatchEngine other, double linkBits, @Nullable WeightMemory memory) {
        this.memory = memory;
        this.model = other.model;
        this.population = other.population;
        this.encoder = other.encoder;
        this.comparator = other.comparator;
        this.keyMaker = other.keyMaker;
        this.features = other.features;
        this.tables.putAll(other.tables);
        this.known = other.known;
        this.linkBits = linkBits;
        this.possibleBits = Math.min(other.possibleBits, linkBits);
    }

    /**
     * The same engine for a store that clusters the same components again and again: it remembers the weights within those
     * clustered last. Its answers are the same; it is for one thread.
     */
    public MatchEngine remembering() {
        return new MatchEngine(this, linkBits, new WeightMemory());
    }

    /**
     * The same engine with another link threshold: records that this one encoded are good for it.
     *
     * @param bits the weight at and above which a pair links
     */
    public MatchEngine linkingAt(double bits) {
        return new MatchEngine(this, bits, null);
    }

    public MatchModel model() {
        return model;
    }

    public Population population() {
        return population;
    }

    /** Takes a record apart; see {@link RecordEncoder#encode}. */
    public EncodedRecord encode(MatchRecord record) {
        return encoder.encode(record);
    }

    /** The keys under which a record looks for candidates: a function of the record and the model. */
    public List<BlockingKey> blockingKeys(EncodedRecord record) {
        return keyMaker.keys(record);
    }

    /** Makes keys rule by rule. */
    public KeyMaker keyMaker() {
        return keyMaker;
    }

    /**
     * Whether pairs that share a key are candidates now.
     *
     * @param key the key
     * @param holders how many records hold it
     * @param parentHolders how many hold its parent; not looked at where the level is 0
     */
    public boolean isLive(BlockingKey key, long holders, long parentHolders) {
        return keyMaker.isLive(key, holders, parentHolders);
    }

    /** The values of a record whose commonness the caller counts, for {@link Commonness}. */
    public List<CountedValue> countedValues(EncodedRecord record) {
        return comparator.countedValues(record);
    }

    /** A vector for {@link #bits}: one a thread. */
    public ComparisonVector newVector() {
        return comparator.newVector();
    }

    /**
     * The match weight of a pair in bits, without its parts and without allocation; negative infinity if forbidden. The same
     * for (a, b) and (b, a).
     */
    public double bits(EncodedRecord a, EncodedRecord b, Commonness commonness, ComparisonVector vector) {
        return bits(a, b, commonness, vector, possibleBits - UNKNOWN_BELOW);
    }

    private double bits(
            EncodedRecord a, EncodedRecord b, Commonness commonness, ComparisonVector vector, double unknownAtMost) {
        Relation.Kind relation = RecordComparator.relation(a, b);
        if (relation == Relation.Kind.FAMILY || relation == Relation.Kind.OTHER_PERSON) {
            return Double.NEGATIVE_INFINITY;
        }
        comparator.compare(a, b, commonness, vector);
        if (comparator.isConflict(a, b, vector)) {
            return Double.NEGATIVE_INFINITY;
        }
        boolean isSelf = relation == Relation.Kind.SELF;
        return capped(table(a, b).bits(vector, isSelf), vector, isSelf, unknownAtMost);
    }

    /** Records that have nothing in common by which people are known stay below both thresholds. */
    private double capped(double bits, ComparisonVector vector, boolean isSelf, double unknownAtMost) {
        return bits > unknownAtMost && !isSelf && !isKnown(vector) ? unknownAtMost : bits;
    }

    private boolean isKnown(ComparisonVector vector) {
        if (known.length == 0) {
            return true;
        }
        for (int feature : known) {
            if (vector.level(feature) != Feature.MISSING) {
                return true;
            }
        }
        return false;
    }

    /** The match weight of a pair with the parts that sum to it. */
    public MatchWeight compare(EncodedRecord a, EncodedRecord b, Commonness commonness) {
        ComparisonVector vector = newVector();
        comparator.compare(a, b, commonness, vector);
        WeightTable table = table(a, b);
        Relation.Kind relation = RecordComparator.relation(a, b);
        List<WeightPart> parts = new ArrayList<>();
        parts.add(new WeightPart("prior", "", table.priorBits(), "", ""));
        for (int f = 0; f < features.size(); f++) {
            Feature feature = features.get(f);
            parts.add(new WeightPart(
                    feature.name(),
                    feature.levelName(vector.level(f)),
                    table.featureBits(vector, f),
                    comparator.words(a, feature),
                    comparator.words(b, feature)));
        }
        for (int rival = 0; rival < WeightTable.RIVALS.size(); rival++) {
            parts.add(new WeightPart(WeightTable.RIVALS.get(rival).word(), "", table.rivalBits(vector, rival), "", ""));
        }
        if (relation == Relation.Kind.SELF) {
            parts.add(new WeightPart("relation", "self", table.selfBits(), "", ""));
        }
        double sum = parts.stream().mapToDouble(WeightPart::bits).sum();
        double calibration = table.calibrationBits(sum);
        if (calibration != 0) {
            parts.add(new WeightPart("calibration", "", calibration, "", ""));
        }
        double weight = sum + calibration;
        double capped = capped(weight, vector, relation == Relation.Kind.SELF, possibleBits - UNKNOWN_BELOW);
        if (capped < weight) {
            parts.add(new WeightPart("unknown-person", "", capped - weight, "", ""));
        }
        return new MatchWeight(capped, parts, forbidden(a, b, relation, vector));
    }

    private String forbidden(
            EncodedRecord a, EncodedRecord b, Relation.@Nullable Kind relation, ComparisonVector vector) {
        if (relation == Relation.Kind.FAMILY) {
            return "family";
        }
        if (relation == Relation.Kind.OTHER_PERSON) {
            return "other-person";
        }
        return comparator.isConflict(a, b, vector) ? "exclusive-identifier" : "";
    }

    private WeightTable table(EncodedRecord a, EncodedRecord b) {
        long kinds = ((long) Math.min(a.kind(), b.kind()) << 32) + Math.max(a.kind(), b.kind());
        WeightTable known = tablesByKind.get(kinds);
        if (known == null) {
            String name = Trained.pairKind(a.kindName(), b.kindName());
            known = tables.get(name);
            if (known == null) {
                throw new ModelException(model.name(), "has no weights for pairs of kind " + name);
            }
            tablesByKind.put(kinds, known);
        }
        return known;
    }

    /** The weight at and above which a pair links. */
    public double linkBits() {
        return linkBits;
    }

    /** The weight at and above which a pair is at least a possible link, and its edge worth keeping. */
    public double possibleBits() {
        return possibleBits;
    }

    /** What a weight means. */
    public Decision decide(MatchWeight weight) {
        return weight.isForbidden() ? Decision.NON_LINK : decide(weight.bits());
    }

    /** What a weight in bits means. */
    public Decision decide(double bits) {
        return bits >= linkBits ? Decision.LINK : bits >= possibleBits ? Decision.POSSIBLE_LINK : Decision.NON_LINK;
    }

    /**
     * Clusters one connected component of the links and "same person" assertions.
     *
     * @param records its records, in any order
     * @param edges the known edges among them; those below the link threshold are ignored
     * @param assertions all that stewards said; those about other records are ignored
     */
    public ClusterOutcome cluster(
            Collection<EncodedRecord> records,
            Collection<Edge> edges,
            Collection<Assertion> assertions,
            Commonness commonness) {
        Ready ready = ready(records, edges, assertions, commonness);
        return clusterer().cluster(ready.component(), ready.weigher());
    }

    /** How the clusters of a component come to be, from the same arguments as {@link #cluster}. */
    public ClusterHistory history(
            Collection<EncodedRecord> records,
            Collection<Edge> edges,
            Collection<Assertion> assertions,
            Commonness commonness) {
        Ready ready = ready(records, edges, assertions, commonness);
        return clusterer().history(ready.component(), ready.weigher());
    }

    private ComponentClusterer clusterer() {
        return new ComponentClusterer(ClusterRules.of(linkBits, possibleBits));
    }

    /** A component with a weigher of its pairs. */
    private record Ready(Component component, PairWeigher weigher) {}

    private Ready ready(
            Collection<EncodedRecord> records,
            Collection<Edge> edges,
            Collection<Assertion> assertions,
            Commonness commonness) {
        List<EncodedRecord> members = records.stream()
                .sorted(Comparator.comparing(EncodedRecord::key))
                .toList();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            places.put(members.get(i).key(), i);
        }
        List<Component.Link> links = edges.stream()
                .filter(edge -> edge.bits() >= linkBits && !edge.forbidden())
                .filter(edge -> places.containsKey(edge.keyA()) && places.containsKey(edge.keyB()))
                .map(edge -> new Component.Link(
                        Objects.requireNonNull(places.get(edge.keyA())),
                        Objects.requireNonNull(places.get(edge.keyB())),
                        edge.bits()))
                .toList();
        Component component = new Component(
                members.stream().map(EncodedRecord::key).toList(),
                links,
                places(assertions, Assertion.Verdict.SAME_PERSON, places),
                places(assertions, Assertion.Verdict.DIFFERENT_PEOPLE, places));
        ComparisonVector vector = newVector();
        // Within a cluster that others made, having nothing to be known by speaks neither for nor much against.
        PairWeigher fresh =
                (a, b) -> bits(members.get(a), members.get(b), commonness, vector, linkBits - UNKNOWN_BELOW);
        return new Ready(
                component,
                memory == null
                        ? fresh
                        : memory.weigher(members, record -> commonnessOfValues(record, commonness), fresh));
    }

    /** The steps of all counted values of a record as one number. */
    private long commonnessOfValues(EncodedRecord record, Commonness commonness) {
        long all = 1;
        for (CountedValue value : countedValues(record)) {
            all = 0x9E3779B97F4A7C15L * all + Commonness.step(commonness.distinctNames(value.valueHash())) + 1;
        }
        return all;
    }

    private static List<int[]> places(
            Collection<Assertion> assertions, Assertion.Verdict verdict, Map<String, Integer> places) {
        return assertions.stream()
                .filter(assertion -> assertion.verdict() == verdict)
                .filter(said -> places.containsKey(said.keyA()) && places.containsKey(said.keyB()))
                .map(said -> new int[] {
                    Objects.requireNonNull(places.get(said.keyA())), Objects.requireNonNull(places.get(said.keyB()))
                })
                .map(pair -> pair[0] < pair[1] ? pair : new int[] {pair[1], pair[0]})
                .distinct()
                .sorted(Comparator.<int[]>comparingInt(pair -> pair[0]).thenComparingInt(pair -> pair[1]))
                .toList();
    }
}
