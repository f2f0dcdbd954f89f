package org.unifiedhotline.mappings.canonical;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;

/**
 * A call-quality assessment ({@code qms_danh_gia}, {@code call_review}).
 *
 * @param score 0 to 100
 * @param criteria points by criterion (switchboard); empty if none
 */
public record QualityReviewRecord(
        SourceRecordKey key,
        SourceRecordKey contact,
        String reviewer,
        BigDecimal score,
        Map<String, BigDecimal> criteria,
        @Nullable String remarks,
        Instant reviewedAt,
        List<Flag> flags)
        implements CanonicalRecord {
    public QualityReviewRecord {
        criteria = Map.copyOf(criteria);
        flags = List.copyOf(flags);
    }
}
