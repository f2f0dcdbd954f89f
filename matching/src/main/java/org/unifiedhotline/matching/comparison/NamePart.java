package org.unifiedhotline.matching.comparison;

import org.jspecify.annotations.Nullable;
import org.unifiedhotline.matching.model.Feature;
import org.unifiedhotline.matching.model.Levels;

/** A part of a name: one or more words, with marks and without. */
final class NamePart {
    private static final int SHORTEST_FOR_SLIP = 2;
    private static final double SIMILAR = 0.88;

    final String marked;
    final String folded;
    final Letters letters;
    /** The number of its set of variants, or -1. */
    final int variant;

    NamePart(String marked, Variants variants) {
        this.marked = marked;
        this.folded = Folding.folded(marked);
        this.letters = Letters.of(folded);
        this.variant = variants.of(folded);
    }

    /** The level that two parts reach; {@code bare} says that a side was typed without marks. */
    static int level(@Nullable NamePart a, @Nullable NamePart b, boolean bare, DamerauLevenshtein edits) {
        if (a == null || b == null) {
            return Feature.MISSING;
        }
        if (a.letters.isSame(b.letters)) {
            return a.marked.equals(b.marked)
                    ? Levels.NAME_EQUAL
                    : bare ? Levels.NAME_UNMARKED : Levels.NAME_OTHER_MARKS;
        }
        if (a.variant >= 0 && a.variant == b.variant) {
            return Levels.NAME_VARIANT;
        }
        return spelledLevel(a, b, edits);
    }

    private static int spelledLevel(NamePart a, NamePart b, DamerauLevenshtein edits) {
        int shorter = Math.min(a.letters.length(), b.letters.length());
        int longer = Math.max(a.letters.length(), b.letters.length());
        int distance = a.letters.mayBeWithin(b.letters, 2) ? edits.distance(a.letters.chars, b.letters.chars, 2) : 3;
        if (distance == 1 && longer >= SHORTEST_FOR_SLIP) {
            return Levels.NAME_SLIP;
        }
        if (isPartOf(a, b) || isPartOf(b, a)) {
            return Levels.NAME_PART_OF;
        }
        boolean similar = (distance == 2 && shorter >= 5)
                || (a.letters.mayBeAlike(b.letters, SIMILAR)
                        && JaroWinkler.similarity(a.letters.chars, b.letters.chars) >= SIMILAR);
        return similar ? Levels.NAME_SIMILAR : Levels.NAME_DIFFERENT;
    }

    /** An initial, a beginning of three letters or more, or some of several words. */
    private static boolean isPartOf(NamePart part, NamePart whole) {
        int length = part.folded.length();
        if (length >= whole.folded.length() || !(length == 1 || length >= 3) || !part.letters.mayBeIn(whole.letters)) {
            return false;
        }
        if (whole.folded.startsWith(part.folded)) {
            return true;
        }
        int at = whole.folded.indexOf(part.folded);
        return length > 1
                && at > 0
                && whole.folded.charAt(at - 1) == ' '
                && (at + length == whole.folded.length() || whole.folded.charAt(at + length) == ' ');
    }
}
