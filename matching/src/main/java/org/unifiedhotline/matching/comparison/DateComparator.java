package org.unifiedhotline.matching.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.matching.model.Attribute;
import org.unifiedhotline.matching.model.Levels;

/** Compares dates as far as both are known. The first of January is what people fill in for "some day of that year". */
final class DateComparator extends AttributeComparator {
    DateComparator(Attribute attribute) {
        super(attribute);
    }

    @Override
    List<String> tables() {
        return List.of();
    }

    @Override
    @Nullable
    Value read(String text) {
        DateValue value = new DateValue(attribute.name(), text);
        return value.year == 0 ? null : value;
    }

    @Override
    void compare(Value a, Value b, ComparisonVector vector) {
        DateValue left = (DateValue) a;
        DateValue right = (DateValue) b;
        vector.tryAdjustments[0] = 0;
        vector.tryLevels[0] = left.isFull() && right.isFull() && !left.about && !right.about
                ? fullLevel(left, right, vector.edits)
                : partLevel(left, right);
    }

    private static int fullLevel(DateValue a, DateValue b, DamerauLevenshtein edits) {
        if (a.year == b.year) {
            if (a.isNewYear() || b.isNewYear()) {
                return Levels.DATE_YEAR;
            }
            if (a.month == b.month && a.day == b.day) {
                return Levels.DATE_DAY;
            }
            if (a.month == b.day && a.day == b.month) {
                return Levels.DATE_SWAPPED;
            }
        }
        int distance = edits.distance(a.digits, b.digits, 2);
        if (distance <= 1) {
            return Levels.DATE_SLIP;
        }
        if (distance == 2) {
            return Levels.DATE_TWO_SLIPS;
        }
        return a.year == b.year ? Levels.DATE_OTHER_DAY : apart(a, b);
    }

    private static int partLevel(DateValue a, DateValue b) {
        boolean about = a.about || b.about;
        int years = Math.abs(a.year - b.year);
        if (years == 0 && !about) {
            if (a.month == 0 || b.month == 0) {
                return Levels.DATE_YEAR;
            }
            return a.month == b.month ? Levels.DATE_MONTH : Levels.DATE_OTHER_DAY;
        }
        return years <= 1 ? Levels.DATE_NEAR_YEAR : apart(a, b);
    }

    private static int apart(DateValue a, DateValue b) {
        return Math.abs(a.year - b.year) <= 2 ? Levels.DATE_CLOSE : Levels.DATE_APART;
    }
}
