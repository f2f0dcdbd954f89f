package org.unifiedhotline.matching.model;

import java.util.List;

/** The comparison levels of each kind, from the best to the worst, and their numbers in comparison vectors. */
public final class Levels {
    /** Names: equal with all marks. */
    public static final int NAME_EQUAL = 1;
    /** Equal once marks are dropped, where one side has none. */
    public static final int NAME_UNMARKED = 2;
    /** Equal once marks are dropped, where both sides have marks that differ. */
    public static final int NAME_OTHER_MARKS = 3;
    /** Equal, but at another place of the name. */
    public static final int NAME_OTHER_ORDER = 4;
    /** Variants of one name by the model's list. */
    public static final int NAME_VARIANT = 5;
    /** One slip of the keyboard apart. */
    public static final int NAME_SLIP = 6;
    /** One begins as the other: an initial, a short form, a part of several words. */
    public static final int NAME_PART_OF = 7;
    /** Much alike. */
    public static final int NAME_SIMILAR = 8;

    /** Equal only by a further name (a nickname, a name used abroad), while the main names differ. */
    public static final int NAME_ALIAS = 9;
    /** Different, where one side is a single word: perhaps a nickname. */
    public static final int NAME_SINGLE_WORD = 10;

    public static final int NAME_DIFFERENT = 11;

    static final List<Level> NAME_PART = List.of(
            Level.frequent("equal"),
            Level.frequent("equal-without-marks"),
            Level.frequent("other-marks"),
            Level.frequent("other-order"),
            Level.frequent("variant"),
            Level.frequent("slip"),
            Level.of("part-of"),
            Level.of("similar"),
            Level.frequent("equal-by-alias"),
            Level.of("other-single-word"),
            Level.of("different"));

    public static final int MIDDLE_EQUAL = 1;
    public static final int MIDDLE_SLIP = 2;
    public static final int MIDDLE_PART_OF = 3;
    public static final int MIDDLE_DIFFERENT = 4;

    static final List<Level> MIDDLE =
            List.of(Level.frequent("equal"), Level.of("slip"), Level.of("part-of"), Level.of("different"));

    public static final int DATE_DAY = 1;
    public static final int DATE_SWAPPED = 2;
    public static final int DATE_SLIP = 3;
    public static final int DATE_MONTH = 4;
    public static final int DATE_YEAR = 5;
    public static final int DATE_NEAR_YEAR = 6;
    public static final int DATE_TWO_SLIPS = 7;
    public static final int DATE_OTHER_DAY = 8;
    public static final int DATE_CLOSE = 9;
    public static final int DATE_APART = 10;

    static final List<Level> DATE = List.of(
            Level.of("same-day"),
            Level.of("day-and-month-swapped"),
            Level.of("one-digit-off"),
            Level.of("same-month"),
            Level.of("same-year"),
            Level.of("about-the-same-year"),
            Level.of("two-digits-off"),
            Level.of("same-year-other-day"),
            Level.of("two-years-apart"),
            Level.of("far-apart"));

    public static final int NUMBER_LIKE_EQUAL = 1;
    public static final int NUMBER_LIKE_SLIP = 2;
    public static final int NUMBER_LIKE_DIFFERENT = 3;

    static final List<Level> TELEPHONE =
            List.of(Level.identifying("equal"), Level.of("one-digit-off"), Level.of("different"));

    static final List<Level> IDENTIFIER =
            List.of(Level.identifying("equal"), Level.of("one-digit-off"), Level.of("different"));

    static final List<Level> CODE = List.of(Level.frequent("equal"), Level.of("one-off"), Level.of("different"));

    public static final int EMAIL_EQUAL = 1;
    public static final int EMAIL_SLIP = 2;
    public static final int EMAIL_LOCAL_PART = 3;
    public static final int EMAIL_SIMILAR = 4;
    public static final int EMAIL_DIFFERENT = 5;

    static final List<Level> EMAIL = List.of(
            Level.identifying("equal"),
            Level.of("slip"),
            Level.of("same-local-part"),
            Level.of("similar"),
            Level.of("different"));

    public static final int TEXT_EQUAL = 1;
    public static final int TEXT_SLIP = 2;
    public static final int TEXT_SIMILAR = 3;
    public static final int TEXT_PART_OF = 4;
    public static final int TEXT_LIKE = 5;
    public static final int TEXT_DIFFERENT = 6;

    static final List<Level> TEXT = List.of(
            Level.frequent("equal"),
            Level.frequent("slip"),
            Level.of("similar"),
            Level.of("part-of"),
            Level.of("a-little-alike"),
            Level.of("different"));

    public static final int PLACE_THIRD = 1;
    public static final int PLACE_SECOND = 2;
    public static final int PLACE_SECOND_NOT_THIRD = 3;
    public static final int PLACE_FIRST = 4;
    public static final int PLACE_FIRST_NOT_SECOND = 5;
    public static final int PLACE_DIFFERENT = 6;

    static final List<Level> PLACE = List.of(
            Level.frequent("same-third-level"),
            Level.frequent("same-second-level"),
            Level.frequent("same-second-not-third"),
            Level.frequent("same-first-level"),
            Level.frequent("same-first-not-second"),
            Level.of("different"));

    public static final int NUMBER_EQUAL = 1;
    public static final int NUMBER_SLIP = 2;
    public static final int NUMBER_CLOSE = 3;
    public static final int NUMBER_NEAR = 4;
    public static final int NUMBER_DIFFERENT = 5;

    static final List<Level> NUMBER = List.of(
            Level.frequent("equal"),
            Level.of("one-digit-off"),
            Level.of("within-two-percent"),
            Level.of("within-ten-percent"),
            Level.of("different"));

    private Levels() {}
}
