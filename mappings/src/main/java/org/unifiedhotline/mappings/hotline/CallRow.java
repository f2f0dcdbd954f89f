package org.unifiedhotline.mappings.hotline;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.reading.Columns;

/** A row of {@code call}: a contact on any channel. */
record CallRow(
        @Nullable Instant receivedAt,
        String channel,
        @Nullable String callerNumber,
        @Nullable Long callerId,
        @Nullable String counsellor,
        String centre,
        @Nullable String language,
        @Nullable Integer durationS,
        String outcome,
        @Nullable String caseNo,
        @Nullable BigDecimal lat,
        @Nullable BigDecimal lon,
        @Nullable String summary) {
    static CallRow of(Columns columns) {
        return new CallRow(
                columns.instant("received_at", "receivedAt"),
                columns.requiredCode("channel"),
                columns.text("caller_number"),
                columns.number("caller_id"),
                columns.text("counsellor"),
                columns.requiredCode("centre"),
                columns.code("language"),
                columns.integer("duration_s"),
                columns.requiredCode("outcome"),
                columns.code("case_no"),
                columns.decimal("lat", "latitude"),
                columns.decimal("lon", "longitude"),
                columns.text("summary"));
    }
}
