package org.unifiedhotline.matching.training;

import java.util.List;
import org.unifiedhotline.matching.comparison.ComparisonVector;
import org.unifiedhotline.matching.comparison.EncodedRecord;
import org.unifiedhotline.matching.comparison.RecordComparator;
import org.unifiedhotline.matching.model.Feature;
import org.unifiedhotline.matching.model.Role;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.Relation;

/** Compares pairs and makes rows of {@link VectorCounts} of them. One a thread. */
final class PairRow {
    private final RecordComparator comparator;
    private final Commonness commonness;
    private final ComparisonVector vector;
    private final boolean[] sharedByTwins;
    private final boolean[] sharedByRelatives;
    private final boolean[] sharedByNeighbours;
    final byte[] row;

    PairRow(RecordComparator comparator, Commonness commonness, List<Feature> features) {
        this.comparator = comparator;
        this.commonness = commonness;
        this.vector = comparator.newVector();
        this.row = new byte[VectorCounts.LEVELS + features.size()];
        this.sharedByTwins = new boolean[features.size()];
        this.sharedByRelatives = new boolean[features.size()];
        this.sharedByNeighbours = new boolean[features.size()];
        for (int f = 0; f < sharedByTwins.length; f++) {
            Role role = features.get(f).role();
            sharedByTwins[f] = role.isSharedByTwins();
            sharedByRelatives[f] = role.isSharedByRelatives();
            sharedByNeighbours[f] = role == Role.SHARED || role == Role.FREE;
        }
    }

    /** Writes the row of a pair; false if the two are known to be different people. */
    boolean fill(EncodedRecord a, EncodedRecord b) {
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
        float near = 0;
        for (int f = 0; f < sharedByTwins.length; f++) {
            row[VectorCounts.LEVELS + f] = (byte) vector.level(f);
            one += vector.adjustment(f);
            twin += sharedByTwins[f] ? vector.adjustment(f) : 0;
            near += sharedByNeighbours[f] ? vector.adjustment(f) : 0;
            kin += sharedByRelatives[f] ? vector.adjustment(f) : 0;
        }
        row[VectorCounts.KIND] = (byte) (Math.min(a.kind(), b.kind()) * 16 + Math.max(a.kind(), b.kind()));
        row[VectorCounts.SELF] = (byte) (relation == Relation.Kind.SELF ? 1 : 0);
        row[VectorCounts.ADJUSTMENT] = whole(one);
        row[VectorCounts.TWIN_ADJUSTMENT] = whole(twin);
        row[VectorCounts.RELATIVE_ADJUSTMENT] = whole(kin);
        row[VectorCounts.PLACE_ADJUSTMENT] = whole(near);
        row[VectorCounts.LABEL] = VectorCounts.UNSAID;
        return true;
    }

    /** The same of a pair of which people said what it is. */
    boolean fill(EncodedRecord a, EncodedRecord b, boolean isSame) {
        boolean filled = fill(a, b);
        row[VectorCounts.LABEL] = isSame ? VectorCounts.SAME : VectorCounts.DIFFERENT;
        return filled;
    }

    private static byte whole(float bits) {
        return (byte) Math.clamp(Math.round(bits), -60, 60);
    }
}
