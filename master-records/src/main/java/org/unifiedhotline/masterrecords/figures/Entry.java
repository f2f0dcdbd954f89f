package org.unifiedhotline.masterrecords.figures;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * One of those behind a number.
 *
 * @param key the row that counts; null where a person counts
 * @param at when it counts; null where a person counts
 * @param facts codes and figures of it as a JSON object; nothing that a person said or is called
 * @param people whom it names, as the hub knows them now
 */
public record Entry(@Nullable SourceRecordKey key, @Nullable Instant at, String facts, List<Named> people) {
    public Entry {
        people = List.copyOf(people);
    }

    /**
     * A person whom the row names.
     *
     * @param as CALLER, SUBJECT, REPORTER or PERSON
     */
    public record Named(String as, MasterId id) {}
}
