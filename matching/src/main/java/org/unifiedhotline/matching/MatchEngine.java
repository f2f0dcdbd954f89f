package org.unifiedhotline.matching;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.matching.blocking.KeyMaker;
import org.unifiedhotline.matching.cluster.ClusterRules;
import org.unifiedhotline.matching.cluster.ComponentClusterer;
import org.unifiedhotline.matching.comparison.ComparisonVector;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.RecordComparator;
import org.unifiedhotline.matching.comparison.RecordEncoder;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelException;
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
    private final PairScorer scorer;
    private final double linkBits;
    private final double possibleBits;
    private final Components components;

    private MatchEngine(MatchModel model, Population population, boolean sharing) {
        Trained trained = model.trained()
                .orElseThrow(() -> new ModelException(model.name(), "the model has no weights yet: train it first"));
        this.model = model;
        this.population = population;
        this.encoder = sharing ? RecordEncoder.sharing(model) : RecordEncoder.of(model);
        this.comparator = new RecordComparator(model);
        this.keyMaker = new KeyMaker(model);
        double growth = population.log2() - Math.log((double) trained.population()) / Math.log(2);
        this.scorer = new PairScorer(model, trained, comparator, growth);
        this.linkBits = bits(trained.linkAbove());
        this.possibleBits = bits(trained.possibleAbove());
        this.components = components(null);
    }

    private Components components(@Nullable WeightMemory memory) {
        // Within a cluster that others made, having nothing to be known by speaks neither for nor much against.
        return new Components(comparator, scorer, linkBits, linkBits - UNKNOWN_BELOW, memory);
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
        this.model = other.model;
        this.population = other.population;
        this.encoder = other.encoder;
        this.comparator = other.comparator;
        this.keyMaker = other.keyMaker;
        this.scorer = other.scorer;
        this.linkBits = linkBits;
        this.possibleBits = Math.min(other.possibleBits, linkBits);
        this.components = components(memory);
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
        return scorer.bits(a, b, commonness, vector, possibleBits - UNKNOWN_BELOW);
    }

    /** The match weight of a pair with the parts that sum to it. */
    public MatchWeight compare(EncodedRecord a, EncodedRecord b, Commonness commonness) {
        return scorer.compare(a, b, commonness, possibleBits - UNKNOWN_BELOW);
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
        Components.Ready ready = components.ready(records, edges, assertions, commonness);
        return clusterer().cluster(ready.component(), ready.weigher());
    }

    /** How the clusters of a component come to be, from the same arguments as {@link #cluster}. */
    public ClusterHistory history(
            Collection<EncodedRecord> records,
            Collection<Edge> edges,
            Collection<Assertion> assertions,
            Commonness commonness) {
        Components.Ready ready = components.ready(records, edges, assertions, commonness);
        return clusterer().history(ready.component(), ready.weigher());
    }

    private ComponentClusterer clusterer() {
        return new ComponentClusterer(ClusterRules.of(linkBits, possibleBits));
    }
}
