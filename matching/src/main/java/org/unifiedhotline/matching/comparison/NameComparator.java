package org.unifiedhotline.matching.comparison;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.matching.model.Attribute;
import org.unifiedhotline.matching.model.Feature;
import org.unifiedhotline.matching.model.Kind;
import org.unifiedhotline.matching.model.Levels;

/** Compares names: whole ones part by part, tolerant of the order of words, or a given or a family name alone. */
final class NameComparator extends AttributeComparator {
    private final boolean whole;
    private final Variants variants;

    NameComparator(Attribute attribute) {
        super(attribute);
        whole = attribute.kind() == Kind.FULL_NAME;
        variants = new Variants(attribute.variants());
    }

    @Override
    List<String> tables() {
        List<String> tables =
                new ArrayList<>(attribute.features().stream().map(Feature::name).toList());
        if (whole) {
            tables.add(attribute.name() + ".given+family");
            tables.add(attribute.name() + ".middle+family");
        }
        return tables;
    }

    @Override
    @Nullable
    Value read(String text) {
        return Folding.marked(text).isEmpty() ? null : new NameValue(attribute, text, variants);
    }

    @Override
    void compare(Value a, Value b, ComparisonVector vector) {
        NameValue left = (NameValue) a;
        NameValue right = (NameValue) b;
        boolean bare = left.bare || right.bare;
        int[] levels = vector.tryLevels;
        levels[NameValue.GIVEN] = given(left, right, bare, vector.edits);
        if (whole) {
            levels[NameValue.FAMILY] = NamePart.level(left.family, right.family, bare, vector.edits);
            levels[NameValue.MIDDLE] = middle(left.middle, right.middle, vector.edits);
            if (levels[NameValue.GIVEN] >= Levels.NAME_SLIP || levels[NameValue.FAMILY] >= Levels.NAME_SLIP) {
                otherOrder(left, right, levels);
            }
        }
        for (int part = 0; part < (whole ? 3 : 1); part++) {
            vector.tryAdjustments[part] = adjustment(part, levels[part], left, right);
        }
        if (whole && isSame(levels[NameValue.FAMILY])) {
            if (isSame(levels[NameValue.GIVEN])) {
                vector.tryAdjustments[NameValue.GIVEN] += lift(NameValue.GIVEN_WITH_FAMILY, left, right);
            }
            if (levels[NameValue.MIDDLE] == Levels.MIDDLE_EQUAL) {
                vector.tryAdjustments[NameValue.MIDDLE] += lift(NameValue.MIDDLE_WITH_FAMILY, left, right);
            }
        }
    }

    private int given(NameValue a, NameValue b, boolean bare, DamerauLevenshtein edits) {
        int level = NamePart.level(a.given, b.given, bare, edits);
        boolean single = whole && level == Levels.NAME_DIFFERENT && Math.min(a.words, b.words) == 1;
        return single ? Levels.NAME_SINGLE_WORD : level;
    }

    private static boolean isSame(int level) {
        return level != Feature.MISSING && level <= Levels.NAME_OTHER_MARKS;
    }

    /** What two parts of a name that go together lose: they are commoner with each other than each alone tells. */
    private static float lift(int slot, NameValue a, NameValue b) {
        return Math.min(a.adjustments[slot], b.adjustments[slot]);
    }

    /**
     * Main names are compared with main names. A further name counts where these differ: it lifts the given name to
     * "equal by alias" and leaves what the main names said of the other parts.
     */
    @Override
    void compareSets(Value[] a, Value[] b, ComparisonVector vector, int offset) {
        boolean aliases = hasAlias(a) || hasAlias(b);
        super.compareSets(a, b, vector, offset);
        if (aliases && (vector.levels[offset] == Feature.MISSING || vector.levels[offset] >= Levels.NAME_SLIP)) {
            byAlias(a, b, vector, offset);
        }
    }

    @Override
    boolean isComparable(Value a, Value b, Value[] left, Value[] right) {
        return !isFurther((NameValue) a, left) && !isFurther((NameValue) b, right);
    }

    /** A further name beside a main one; a further name alone stands for the main one. */
    private static boolean isFurther(NameValue name, Value[] all) {
        if (!name.alias) {
            return false;
        }
        for (Value other : all) {
            if (!((NameValue) other).alias) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasAlias(Value[] values) {
        for (Value value : values) {
            if (((NameValue) value).alias) {
                return true;
            }
        }
        return false;
    }

    private void byAlias(Value[] a, Value[] b, ComparisonVector vector, int offset) {
        for (Value left : a) {
            for (Value right : b) {
                NameValue one = (NameValue) left;
                NameValue other = (NameValue) right;
                if (one.alias || other.alias) {
                    compare(left, right, vector);
                    boolean agree = isSame(vector.tryLevels[NameValue.GIVEN])
                            && (!whole || vector.tryLevels[NameValue.FAMILY] <= Levels.NAME_OTHER_MARKS);
                    if (agree) {
                        vector.levels[offset] = Levels.NAME_ALIAS;
                        vector.adjustments[offset] =
                                Math.min(one.adjustments[NameValue.GIVEN], other.adjustments[NameValue.GIVEN]);
                        return;
                    }
                }
            }
        }
    }

    private static int middle(@Nullable NamePart a, @Nullable NamePart b, DamerauLevenshtein edits) {
        int level = NamePart.level(a, b, true, edits);
        return switch (level) {
            case Feature.MISSING -> Feature.MISSING;
            case Levels.NAME_EQUAL, Levels.NAME_UNMARKED -> Levels.MIDDLE_EQUAL;
            case Levels.NAME_SLIP, Levels.NAME_VARIANT -> Levels.MIDDLE_SLIP;
            case Levels.NAME_PART_OF -> Levels.MIDDLE_PART_OF;
            default -> Levels.MIDDLE_DIFFERENT;
        };
    }

    /** The same words in another order, family and given name swapped, or a given name of two words without the family's. */
    private static void otherOrder(NameValue a, NameValue b, int[] levels) {
        boolean sameWords = a.words > 1
                && a.sortedHash == b.sortedHash
                && a.sorted.equals(b.sorted)
                && (a.bare || b.bare || a.sortedMarked.equals(b.sortedMarked));
        if (sameWords || isSwapped(a, b)) {
            levels[NameValue.GIVEN] = Levels.NAME_OTHER_ORDER;
            // One observation, counted once: the other parts say nothing more.
            levels[NameValue.FAMILY] = Feature.MISSING;
            levels[NameValue.MIDDLE] = Feature.MISSING;
        } else if (levels[NameValue.GIVEN] != Feature.MISSING
                && levels[NameValue.GIVEN] <= Levels.NAME_OTHER_MARKS
                && (isTwoGiven(a, b) || isTwoGiven(b, a))) {
            levels[NameValue.FAMILY] = Feature.MISSING;
            levels[NameValue.MIDDLE] = Levels.MIDDLE_PART_OF;
        }
    }

    private static boolean isSwapped(NameValue a, NameValue b) {
        return a.given != null
                && b.given != null
                && a.family != null
                && b.family != null
                && a.given.letters.isSame(b.family.letters)
                && b.given.letters.isSame(a.family.letters);
    }

    /** Whether what stands as the family name of a two-word name is the last middle name of the other. */
    private static boolean isTwoGiven(NameValue two, NameValue more) {
        return two.words == 2
                && two.family != null
                && more.middle != null
                && (more.middle.folded.equals(two.family.folded)
                        || more.middle.folded.endsWith(" " + two.family.folded));
    }

    private float adjustment(int part, int level, NameValue a, NameValue b) {
        if (!isFrequent(part, level)) {
            return 0;
        }
        float left = a.adjustments[part];
        float right = b.adjustments[part];
        // What a slip makes of a name is rarely a name: the rarer of the two says how likely it came by chance.
        boolean slip = level == Levels.NAME_SLIP || level == Levels.NAME_VARIANT;
        return slip ? Math.max(left, right) : Math.min(left, right);
    }
}
