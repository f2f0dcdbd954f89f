package org.unifiedhotline.mappings.hotline;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.reading.Columns;

/** A row of {@code call_review}: a call-quality assessment. */
record CallReviewRow(
        String callId,
        String reviewer,
        BigDecimal score,
        @Nullable String remarks,
        @Nullable Instant reviewedAt) {
    static CallReviewRow of(Columns columns) {
        return new CallReviewRow(
                columns.requiredText("call_id"),
                columns.requiredText("reviewer"),
                columns.requiredDecimal("score"),
                columns.text("remarks"),
                columns.instant("reviewed_at", "reviewedAt"));
    }
}
