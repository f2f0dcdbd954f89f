package org.unifiedhotline.mappings.reading;

import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.standardization.Flags;

/** Checks counts that cannot be negative. */
public final class Counts {
    private Counts() {}

    /** The count as a whole number of 0 or more; 0, flagged, for one below; 0 for null. */
    public static int notNegative(@Nullable Integer count, String field, Flags flags) {
        if (count != null && count < 0) {
            flags.add(field, "negative");
            return 0;
        }
        return count == null ? 0 : count;
    }
}
