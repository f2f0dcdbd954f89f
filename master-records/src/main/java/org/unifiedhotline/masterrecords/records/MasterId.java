package org.unifiedhotline.masterrecords.records;

import java.util.UUID;

/** The permanent id of a master record. Never reused; one that was merged away redirects for ever. */
public record MasterId(UUID value) implements Comparable<MasterId> {

    /**
     * Reads an id as the API writes it.
     *
     * @throws IllegalArgumentException if the text is not a UUID in its usual form
     */
    public static MasterId of(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("a master id is a UUID of 36 characters");
        }
        return new MasterId(value);
    }

    @Override
    public int compareTo(MasterId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
