package org.unifiedhotline.masterrecords.sourcerecords;

import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;

/** Reads source record keys as their {@code toString} writes them: {@code switchboard/tre_em/42}. */
public final class SourceKeys {
    private SourceKeys() {}

    /**
     * The key of a text; the local id may hold slashes itself.
     *
     * @throws IllegalArgumentException if it is not the text of a key
     */
    public static SourceRecordKey parse(String text) {
        String[] parts = text.split("/", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a source record key has three parts");
        }
        return SourceRecordKey.of(SourceSystem.of(parts[0]), parts[1], parts[2]);
    }
}
