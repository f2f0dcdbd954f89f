package org.unifiedhotline.masterrecords.figures;

import org.jspecify.annotations.Nullable;

/**
 * One number: how many there are of one value, and of these of one part.
 *
 * @param by what is counted by: the name of a filter of the figure's list, such as {@code channel}
 * @param value by that; for months their first day
 * @param label the value in words where the hub has some of its own (agencies, topics); else null
 * @param split by what the value's number is told apart further, another filter's name; null if it is not
 * @param part by that
 * @param count how many; null where too few may not be told ({@link Release})
 * @param mean of the points given, for call quality; null elsewhere, and where it may not be told
 */
public record Cell(
        String by,
        String value,
        @Nullable String label,
        @Nullable String split,
        @Nullable String part,
        @Nullable Long count,
        @Nullable Double mean) {

    Cell withheld() {
        return new Cell(by, value, label, split, part, null, null);
    }
}
