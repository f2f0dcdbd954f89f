package org.unifiedhotline.matching.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.matching.model.Attribute;

/** Reads and compares the values of one attribute. */
abstract class AttributeComparator {
    final Attribute attribute;
    private final boolean[][] frequent;

    AttributeComparator(Attribute attribute) {
        this.attribute = attribute;
        this.frequent = new boolean[attribute.features().size()][];
        for (int feature = 0; feature < frequent.length; feature++) {
            var levels = attribute.features().get(feature).levels();
            frequent[feature] = new boolean[levels.size() + 1];
            for (int level = 1; level <= levels.size(); level++) {
                frequent[feature][level] = levels.get(level - 1).frequent();
            }
        }
    }

    /** The names of the frequency tables of its terms, in the order of a value's slots. */
    abstract List<String> tables();

    /** Takes a standardized text apart; null if it holds nothing. */
    abstract @Nullable Value read(String text);

    /** Writes the levels and adjustments of its features into the try arrays of the vector. */
    abstract void compare(Value a, Value b, ComparisonVector vector);

    /** Whether two values of two sets can be compared at all. */
    boolean isComparable(Value a, Value b, Value[] left, Value[] right) {
        return true;
    }

    /** Whether the rarity of what is agreed on counts at a level. */
    final boolean isFrequent(int feature, int level) {
        return frequent[feature][level];
    }

    /** Compares the only value of a with the only one of b. */
    final void compareOnly(Value a, Value b, ComparisonVector vector, int offset) {
        if (isComparable(a, b, a.alone(), b.alone())) {
            compare(a, b, vector);
            for (int feature = 0; feature < frequent.length; feature++) {
                vector.levels[offset + feature] = vector.tryLevels[feature];
                vector.adjustments[offset + feature] = vector.tryAdjustments[feature];
            }
        }
    }

    /** Compares all values of a with all of b and keeps the pair of values that agrees best. */
    void compareSets(Value[] a, Value[] b, ComparisonVector vector, int offset) {
        int features = frequent.length;
        int best = Integer.MAX_VALUE;
        float bestAdjustment = 0;
        for (Value left : a) {
            for (Value right : b) {
                if (!isComparable(left, right, a, b)) {
                    continue;
                }
                compare(left, right, vector);
                int rank = rank(vector.tryLevels, features);
                float adjustment = sum(vector.tryAdjustments, features);
                if (rank < best || (rank == best && adjustment > bestAdjustment)) {
                    best = rank;
                    bestAdjustment = adjustment;
                    System.arraycopy(vector.tryLevels, 0, vector.levels, offset, features);
                    System.arraycopy(vector.tryAdjustments, 0, vector.adjustments, offset, features);
                }
            }
        }
    }

    /** Low is good; the first feature counts most; nothing to compare ranks last. */
    private static int rank(int[] levels, int features) {
        int rank = 0;
        for (int feature = 0; feature < features; feature++) {
            rank = rank * 16 + (levels[feature] == 0 ? 15 : levels[feature]);
        }
        return rank;
    }

    private static float sum(float[] bits, int features) {
        float sum = 0;
        for (int feature = 0; feature < features; feature++) {
            sum += bits[feature];
        }
        return sum;
    }
}
