package org.unifiedhotline.matching.comparison;

import java.util.Arrays;
import org.unifiedhotline.matching.record.Commonness;

/**
 * Where a comparison writes its result: the level and the adjustment in bits of each feature. One a thread, used again
 * for each pair.
 */
public final class ComparisonVector {
    final int[] levels;
    final float[] adjustments;
    final int[] tryLevels;
    final float[] tryAdjustments;
    final DamerauLevenshtein edits = new DamerauLevenshtein();
    Commonness commonness = Commonness.NONE;

    /** For a model with so many features. */
    public ComparisonVector(int features) {
        levels = new int[features];
        adjustments = new float[features];
        tryLevels = new int[3];
        tryAdjustments = new float[3];
    }

    /** The level of a feature; 0 is missing. */
    public int level(int feature) {
        return levels[feature];
    }

    /** What the rarity of the value agreed on adds to the weight of its level, in bits. */
    public float adjustment(int feature) {
        return adjustments[feature];
    }

    /** How many features there are. */
    public int size() {
        return levels.length;
    }

    void clear() {
        Arrays.fill(levels, 0);
        Arrays.fill(adjustments, 0);
    }
}
