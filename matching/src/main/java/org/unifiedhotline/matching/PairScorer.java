package org.unifiedhotline.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.matching.comparison.ComparisonVector;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.RecordComparator;
import org.unifiedhotline.matching.model.Feature;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelException;
import org.unifiedhotline.matching.model.PairWeights;
import org.unifiedhotline.matching.model.Trained;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.MatchWeight;
import org.unifiedhotline.matching.record.Relation;
import org.unifiedhotline.matching.record.WeightPart;
import org.unifiedhotline.matching.weight.WeightTable;

/** Weighs pairs: what they are compared to, by the table of their kind, and what relations and identifiers forbid. Safe for threads. */
final class PairScorer {
    private final MatchModel model;
    private final RecordComparator comparator;
    private final List<Feature> features;
    private final Map<String, WeightTable> tables = new HashMap<>();
    private final Map<Long, WeightTable> tablesByKind = new ConcurrentHashMap<>();
    /** The features by which people are known; empty where the model has no such rule. */
    private final int[] known;

    /**
     * @param growth log2 of the present population over the one trained on
     */
    PairScorer(MatchModel model, Trained trained, RecordComparator comparator, double growth) {
        this.model = model;
        this.comparator = comparator;
        this.features = model.features();
        for (Map.Entry<String, PairWeights> weights : trained.weights().entrySet()) {
            tables.put(weights.getKey(), new WeightTable(features, weights.getValue(), trained.calibration(), growth));
        }
        this.known = IntStream.range(0, features.size())
                .filter(f -> model.knownBy().contains(features.get(f).name().replaceFirst("\\..*", "")))
                .toArray();
    }

    /**
     * The weight in bits; negative infinity if forbidden.
     *
     * @param unknownAtMost what it is at most where there is nothing by which people are known
     */
    double bits(
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
    MatchWeight compare(EncodedRecord a, EncodedRecord b, Commonness commonness, double unknownAtMost) {
        ComparisonVector vector = comparator.newVector();
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
        double capped = capped(weight, vector, relation == Relation.Kind.SELF, unknownAtMost);
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
}
