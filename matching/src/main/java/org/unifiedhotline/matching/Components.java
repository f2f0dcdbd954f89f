package org.unifiedhotline.matching;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.matching.cluster.Component;
import org.unifiedhotline.matching.cluster.PairWeigher;
import org.unifiedhotline.matching.comparison.ComparisonVector;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.RecordComparator;
import org.unifiedhotline.matching.record.Assertion;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.CountedValue;
import org.unifiedhotline.matching.record.Edge;

/**
 * Makes components ready to be clustered: records in the order of their keys, links and assertions by their places, and a weigher
 * of all pairs.
 *
 * @param linkBits edges below do not link
 * @param unknownAtMost what a pair within a component weighs at most that has nothing by which people are known
 * @param memory weights within components clustered before, if they are kept
 */
record Components(
        RecordComparator comparator,
        PairScorer scorer,
        double linkBits,
        double unknownAtMost,
        @Nullable WeightMemory memory) {
    /** A component with a weigher of its pairs. */
    record Ready(Component component, PairWeigher weigher) {}

    /** From the arguments of {@link MatchEngine#cluster}. */
    Ready ready(
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
        ComparisonVector vector = comparator.newVector();
        // Within a cluster that others made, having nothing to be known by speaks neither for nor much against.
        PairWeigher fresh = (a, b) -> scorer.bits(members.get(a), members.get(b), commonness, vector, unknownAtMost);
        return new Ready(
                component,
                memory == null
                        ? fresh
                        : memory.weigher(members, record -> commonnessOfValues(record, commonness), fresh));
    }

    /** The steps of all counted values of a record as one number. */
    private long commonnessOfValues(EncodedRecord record, Commonness commonness) {
        long all = 1;
        for (CountedValue value : comparator.countedValues(record)) {
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
