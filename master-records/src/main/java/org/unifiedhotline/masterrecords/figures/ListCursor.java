package org.unifiedhotline.masterrecords.figures;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/**
 * Where a page of a list ends.
 *
 * @param at the last entry's time; null at the beginning, and where people are listed
 * @param id the last entry's record number or master id; null at the beginning
 */
record ListCursor(@Nullable Instant at, @Nullable String id) {
    private static final String SEPARATOR = "~";

    /**
     * @param ofPeople whether the list is one of people
     * @throws IllegalArgumentException if the text is no cursor of such a list
     */
    static ListCursor of(@Nullable String text, boolean ofPeople) {
        if (text == null) {
            return new ListCursor(null, null);
        }
        int separator = text.indexOf(SEPARATOR);
        try {
            String id = text.substring(separator + 1);
            if (ofPeople != (separator == 0)) {
                throw new IllegalArgumentException("a cursor of another kind of list");
            }
            return ofPeople
                    ? new ListCursor(null, UUID.fromString(id).toString())
                    : new ListCursor(Instant.parse(text.substring(0, separator)), Long.toString(Long.parseLong(id)));
        } catch (DateTimeParseException | IndexOutOfBoundsException | IllegalArgumentException malformed) {
            throw new IllegalArgumentException("'cursor' does not belong to this list", malformed);
        }
    }

    String text() {
        return (at == null ? "" : at) + SEPARATOR + id;
    }

    void addTo(Map<String, Object> parameters) {
        parameters.put("before_at", Columns.parameterOrNull(at));
        parameters.put("before_id", id);
    }
}
