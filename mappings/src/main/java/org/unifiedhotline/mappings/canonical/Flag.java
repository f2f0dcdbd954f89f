package org.unifiedhotline.mappings.canonical;

/**
 * Something about a value that its reader must know: not understood, repaired, or at odds with another value.
 *
 * @param field the canonical field concerned, such as {@code birth} or {@code telephones}
 * @param code what is the matter, such as {@code not-understood}, {@code repaired-tcvn3}, {@code month-day-swapped};
 *     the list stands in {@code mappings/README.md}. Never holds a value of a person.
 */
public record Flag(String field, String code) {
    public Flag {
        if (!field.matches("[a-zA-Z]{1,40}") || !code.matches("[a-z0-9-]{1,60}")) {
            throw new IllegalArgumentException("a flag names a field and a code in lower case, not a value");
        }
    }
}
