package org.unifiedhotline.matching.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.matching.model.Attribute;
import org.unifiedhotline.matching.model.Feature;
import org.unifiedhotline.matching.model.Levels;

/** Compares places down the hierarchy, as far as both are known. */
final class PlaceComparator extends AttributeComparator {
    PlaceComparator(Attribute attribute) {
        super(attribute);
    }

    @Override
    List<String> tables() {
        return List.of(attribute.name() + "@1", attribute.name() + "@2", attribute.name() + "@3");
    }

    @Override
    @Nullable
    Value read(String text) {
        PlaceValue value = new PlaceValue(attribute.name(), text);
        return value.units[0].isEmpty() && value.units[1].isEmpty() && value.units[2].isEmpty() ? null : value;
    }

    @Override
    void compare(Value a, Value b, ComparisonVector vector) {
        PlaceValue left = (PlaceValue) a;
        PlaceValue right = (PlaceValue) b;
        int level = level(left.units, right.units);
        vector.tryLevels[0] = level;
        int slot = slot(level);
        vector.tryAdjustments[0] = slot < 0 ? 0 : Math.min(left.adjustments[slot], right.adjustments[slot]);
    }

    /** Compares in the finest units in which both are told. */
    @Override
    boolean isComparable(Value a, Value b, Value[] left, Value[] right) {
        String era = ((PlaceValue) a).era;
        if (!era.equals(((PlaceValue) b).era)) {
            return false;
        }
        for (Value finer : left) {
            if (((PlaceValue) finer).era.compareTo(era) < 0 && has(right, ((PlaceValue) finer).era)) {
                return false;
            }
        }
        return true;
    }

    private static boolean has(Value[] values, String era) {
        for (Value value : values) {
            if (((PlaceValue) value).era.equals(era)) {
                return true;
            }
        }
        return false;
    }

    private static int level(String[] a, String[] b) {
        Boolean first = same(a[0], b[0]);
        Boolean second = same(a[1], b[1]);
        Boolean third = same(a[2], b[2]);
        if (isFalse(first)) {
            return Levels.PLACE_DIFFERENT;
        }
        if (isTrue(third) && !isFalse(second)) {
            return Levels.PLACE_THIRD;
        }
        if (isTrue(second)) {
            return isFalse(third) ? Levels.PLACE_SECOND_NOT_THIRD : Levels.PLACE_SECOND;
        }
        if (first == null) {
            return Feature.MISSING;
        }
        return (isFalse(second) || isFalse(third)) ? Levels.PLACE_FIRST_NOT_SECOND : Levels.PLACE_FIRST;
    }

    private static @Nullable Boolean same(String a, String b) {
        return (a.isEmpty() || b.isEmpty()) ? null : (Boolean) a.equals(b);
    }

    private static boolean isTrue(@Nullable Boolean answer) {
        return answer != null && answer;
    }

    private static boolean isFalse(@Nullable Boolean answer) {
        return answer != null && !answer;
    }

    private static int slot(int level) {
        return switch (level) {
            case Levels.PLACE_THIRD -> 2;
            case Levels.PLACE_SECOND, Levels.PLACE_SECOND_NOT_THIRD -> 1;
            case Levels.PLACE_FIRST, Levels.PLACE_FIRST_NOT_SECOND -> 0;
            default -> -1;
        };
    }
}
