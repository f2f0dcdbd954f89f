package org.unifiedhotline.masterrecords.typed;

import org.unifiedhotline.mappings.OpenCodes;
import org.unifiedhotline.mappings.canonical.QualityReviewRecord;
import org.unifiedhotline.masterrecords.database.Rows;
import org.unifiedhotline.masterrecords.sourcerecords.CanonicalJson;

/** The table {@code quality_review}. */
final class QualityReviews extends TypedTable<QualityReviewRecord> {
    QualityReviews() {
        super("quality_review", QualityReviewRecord.class);
    }

    @Override
    String upsert() {
        return """
                INSERT INTO quality_review (record_id, source_system, contact_id, reviewer, score, reviewed_at,
                                            criteria)
                SELECT record_id, source_system, contact_id, reviewer, score::numeric, reviewed_at::timestamptz,
                       criteria::jsonb
                  FROM unnest(?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS given (record_id, source_system, contact_id, reviewer, score, reviewed_at, criteria)
                ON CONFLICT (record_id) DO UPDATE
                   SET contact_id = excluded.contact_id, reviewer = excluded.reviewer, score = excluded.score,
                       reviewed_at = excluded.reviewed_at, criteria = excluded.criteria
                """;
    }

    @Override
    Rows<QualityReviewRecord> columns(Rows<QualityReviewRecord> rows) {
        return rows.longs(review -> id(review.contact()))
                .texts(QualityReviewRecord::reviewer)
                .texts(QualityReviewRecord::score)
                .texts(QualityReviewRecord::reviewedAt)
                .texts(review ->
                        CanonicalJson.text(OpenCodes.points(review.key().table(), review.criteria())));
    }
}
