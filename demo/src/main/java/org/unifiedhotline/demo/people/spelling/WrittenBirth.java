package org.unifiedhotline.demo.people.spelling;

import org.jspecify.annotations.Nullable;

/**
 * A date of birth as text of the switchboard, and how much of it that tells.
 *
 * @param text at most ten characters; {@code null} when only an age was stated, or nothing
 */
public record WrittenBirth(@Nullable String text, Extent extent) {

    /** How much of the date was given. A stated age alone counts as nothing. */
    public enum Extent {
        NONE,
        YEAR,
        MONTH,
        DAY
    }
}
