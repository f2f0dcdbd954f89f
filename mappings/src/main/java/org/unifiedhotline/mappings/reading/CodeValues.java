package org.unifiedhotline.mappings.reading;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.standardization.Flags;

/**
 * A legacy code list: what each code means in the canonical model.
 *
 * <p>A code that the list does not know is mapped to the value for "unknown" and flagged, so that a new code in a
 * legacy system stops nothing. Whether the row is taken in like that is {@link UnknownCodes} to say.
 *
 * @param field the canonical field, for the flag
 * @param meanings canonical value by legacy code
 * @param unknown what stands for a code that is not in the list
 */
public record CodeValues<T>(String field, Map<String, T> meanings, T unknown) {
    /** The flag of a code that the list does not know. */
    public static final String UNKNOWN_CODE = "unknown-code";

    public CodeValues {
        meanings = Map.copyOf(meanings);
    }

    /** Whether the list knows a code. */
    public boolean knows(String code) {
        return meanings.containsKey(code.strip());
    }

    /** What the code means; {@code unknown} for null (not flagged) and for a code of no known meaning (flagged). */
    public T meaning(@Nullable String code, Flags flags) {
        if (code == null) {
            return unknown;
        }
        T meaning = meanings.get(code.strip());
        if (meaning == null) {
            flags.add(field, UNKNOWN_CODE);
            return unknown;
        }
        return meaning;
    }
}
