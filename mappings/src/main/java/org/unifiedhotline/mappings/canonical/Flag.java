package org.unifiedhotline.mappings.canonical;

import java.util.regex.Pattern;

/**
 * Something about a value that its reader must know: not understood, repaired, or at odds with another value.
 *
 * @param field the canonical field concerned, such as {@code birth} or {@code telephones}
 * @param code what is the matter, such as {@code not-understood}, {@code repaired-tcvn3}, {@code month-day-swapped};
 *     the list stands in {@code mappings/README.md}. Never holds a value of a person.
 */
public record Flag(String field, String code) {
    private static final Pattern FIELD = Pattern.compile("[a-zA-Z]{1,40}");
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,60}");

    public Flag {
        if (!FIELD.matcher(field).matches() || !CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a flag names a field and a code in lower case, not a value");
        }
    }
}
