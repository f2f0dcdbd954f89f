package org.unifiedhotline.mappings.hotline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.reading.Columns;

/** A row of {@code referral}: a referral to an agency. */
record ReferralRow(
        String caseNo,
        String agencyCode,
        @Nullable String service,
        @Nullable LocalDate referredOn,
        @Nullable LocalDate respondedOn,
        String outcome,
        @Nullable Integer satisfaction) {
    static ReferralRow of(Columns columns) {
        return new ReferralRow(
                columns.requiredCode("case_no"),
                columns.requiredCode("agency_code"),
                columns.code("service"),
                columns.date("referred_on", "referredOn"),
                columns.date("responded_on", "respondedOn"),
                columns.requiredCode("outcome"),
                columns.integer("satisfaction"));
    }
}
