package org.unifiedhotline.matching.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.matching.model.Attribute;
import org.unifiedhotline.matching.model.Feature;
import org.unifiedhotline.matching.model.Kind;
import org.unifiedhotline.matching.model.Levels;
import org.unifiedhotline.matching.record.Commonness;

/** Compares texts, codes, numbers, telephones, e-mail addresses and identifiers. */
final class PlainComparator extends AttributeComparator {
    private static final int SHORTEST_FOR_SLIP = 4;
    private static final int SHORTEST_NUMBER_FOR_SLIP = 6;
    private final Kind kind;

    PlainComparator(Attribute attribute) {
        super(attribute);
        kind = attribute.kind();
    }

    @Override
    List<String> tables() {
        return kind == Kind.TELEPHONE || kind == Kind.IDENTIFIER || kind == Kind.EMAIL
                ? List.of()
                : List.of(attribute.name());
    }

    @Override
    @Nullable
    Value read(String text) {
        PlainValue value = new PlainValue(attribute, text);
        return value.folded.isEmpty() ? null : value;
    }

    @Override
    void compare(Value a, Value b, ComparisonVector vector) {
        PlainValue left = (PlainValue) a;
        PlainValue right = (PlainValue) b;
        int level = level(left, right, vector.edits);
        vector.tryLevels[0] = level;
        vector.tryAdjustments[0] = isFrequent(0, level) ? adjustment(level, left, right) : 0;
        if (level == Levels.NUMBER_LIKE_EQUAL && (kind == Kind.TELEPHONE || kind == Kind.EMAIL)) {
            vector.tryAdjustments[0] = -Commonness.step(vector.commonness.distinctNames(left.hash()));
        }
    }

    private static float adjustment(int level, PlainValue a, PlainValue b) {
        return level == 1 ? Math.min(a.adjustments[0], b.adjustments[0]) : Math.max(a.adjustments[0], b.adjustments[0]);
    }

    private int level(PlainValue a, PlainValue b, DamerauLevenshtein edits) {
        return switch (kind) {
            case TEXT -> text(a, b, edits);
            case CODE -> numberLike(a, b, SHORTEST_FOR_SLIP, edits);
            case TELEPHONE -> numberLike(a, b, SHORTEST_NUMBER_FOR_SLIP, edits);
            case IDENTIFIER ->
                a.head.equals(b.head) ? numberLike(a, b, SHORTEST_NUMBER_FOR_SLIP, edits) : Feature.MISSING;
            case EMAIL -> email(a, b, edits);
            case NUMBER -> number(a, b, edits);
            case FULL_NAME, GIVEN_NAME, FAMILY_NAME, DATE, PLACE ->
                throw new IllegalStateException(kind + " has a comparator of its own");
        };
    }

    private static int numberLike(PlainValue a, PlainValue b, int shortest, DamerauLevenshtein edits) {
        if (a.letters.isSame(b.letters)) {
            return Levels.NUMBER_LIKE_EQUAL;
        }
        boolean slip = Math.min(a.letters.length(), b.letters.length()) >= shortest
                && edits.distance(a.letters.chars, b.letters.chars, 1) == 1;
        return slip ? Levels.NUMBER_LIKE_SLIP : Levels.NUMBER_LIKE_DIFFERENT;
    }

    private static int text(PlainValue a, PlainValue b, DamerauLevenshtein edits) {
        if (a.letters.isSame(b.letters)) {
            return Levels.TEXT_EQUAL;
        }
        int shorter = Math.min(a.letters.length(), b.letters.length());
        int distance = a.letters.mayBeWithin(b.letters, 2) ? edits.distance(a.letters.chars, b.letters.chars, 2) : 3;
        if ((distance == 1 && shorter >= SHORTEST_FOR_SLIP) || (distance == 2 && shorter >= 9)) {
            return Levels.TEXT_SLIP;
        }
        double similarity =
                a.letters.mayBeAlike(b.letters, 0.82) ? JaroWinkler.similarity(a.letters.chars, b.letters.chars) : 0;
        if (similarity >= 0.92) {
            return Levels.TEXT_SIMILAR;
        }
        if (shorter >= 3 && (isIn(a, b) || isIn(b, a))) {
            return Levels.TEXT_PART_OF;
        }
        return similarity >= 0.82 ? Levels.TEXT_LIKE : Levels.TEXT_DIFFERENT;
    }

    private static boolean isIn(PlainValue part, PlainValue whole) {
        return part.letters.mayBeIn(whole.letters) && whole.folded.contains(part.folded);
    }

    private static int email(PlainValue a, PlainValue b, DamerauLevenshtein edits) {
        if (a.letters.isSame(b.letters)) {
            return Levels.EMAIL_EQUAL;
        }
        if (edits.distance(a.letters.chars, b.letters.chars, 2) <= 2) {
            return Levels.EMAIL_SLIP;
        }
        if (a.head.equals(b.head) && a.head.length() > 2) {
            return Levels.EMAIL_LOCAL_PART;
        }
        boolean similar = isAlike(a.letters, b.letters)
                || (Math.min(a.head.length(), b.head.length()) >= 5 && isAlike(a.headLetters, b.headLetters));
        return similar ? Levels.EMAIL_SIMILAR : Levels.EMAIL_DIFFERENT;
    }

    private static boolean isAlike(Letters a, Letters b) {
        return a.mayBeAlike(b, 0.9) && JaroWinkler.similarity(a.chars, b.chars) >= 0.9;
    }

    private static int number(PlainValue a, PlainValue b, DamerauLevenshtein edits) {
        if (a.letters.isSame(b.letters)) {
            return Levels.NUMBER_EQUAL;
        }
        if (Math.min(a.letters.length(), b.letters.length()) >= 2
                && edits.distance(a.letters.chars, b.letters.chars, 1) == 1) {
            return Levels.NUMBER_SLIP;
        }
        double scale = Math.max(Math.abs(a.number), Math.abs(b.number));
        double apart = Math.abs(a.number - b.number);
        return apart <= scale * 0.02
                ? Levels.NUMBER_CLOSE
                : apart <= scale * 0.1 ? Levels.NUMBER_NEAR : Levels.NUMBER_DIFFERENT;
    }
}
