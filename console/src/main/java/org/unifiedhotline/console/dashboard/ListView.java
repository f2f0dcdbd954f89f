package org.unifiedhotline.console.dashboard;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * A page of what is behind a number.
 *
 * @param nextCursor where the next page begins; null on the last
 */
record ListView(List<EntryView> items, @Nullable String nextCursor) {

    /**
     * One of them.
     *
     * @param withheld true if it is about somebody whom the reader is not cleared for: then only {@code at} is told
     */
    record EntryView(
            @Nullable SourceRecordKey key,
            @Nullable Instant at,
            @JsonRawValue @Nullable String facts,
            List<PersonView> people,
            boolean withheld) {
        static EntryView withheld(@Nullable Instant at) {
            return new EntryView(null, at, null, List.of(), true);
        }
    }

    /**
     * Somebody whom it names.
     *
     * @param as CALLER, SUBJECT, REPORTER or PERSON
     * @param name null if no record gives one
     */
    record PersonView(
            String as, MasterId masterId, @Nullable String name) {}
}
