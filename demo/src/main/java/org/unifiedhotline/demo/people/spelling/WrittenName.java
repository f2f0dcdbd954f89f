package org.unifiedhotline.demo.people.spelling;

import org.jspecify.annotations.Nullable;

/**
 * A name as it was written, and how much of it that is.
 *
 * @param text what stands in the column; {@code null} or a word such as {@code khong ro} when no name was given
 */
public record WrittenName(@Nullable String text, Extent extent) {

    /** How much of the name was given. */
    public enum Extent {
        NONE,
        GIVEN_NAME_ONLY,
        FULL
    }
}
