package org.unifiedhotline.mappings.canonical;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.AgencyRecord.AgencyKind;
import org.unifiedhotline.mappings.source.SourceRecordKey;

/**
 * A referral of a case to another agency ({@code chuyen_tuyen}, {@code referral}).
 *
 * @param agencyName free text on the switchboard; null on the hotline, where {@code agencyKey} is set
 * @param satisfaction the receiving agency's rating, 1 to 5; null if not given
 */
public record ReferralRecord(
        SourceRecordKey key,
        SourceRecordKey caseKey,
        @Nullable SourceRecordKey agencyKey,
        @Nullable String agencyName,
        @Nullable AgencyKind agencyKind,
        @Nullable String provinceCode,
        @Nullable String service,
        LocalDate referredOn,
        @Nullable LocalDate respondedOn,
        ReferralOutcome outcome,
        @Nullable Integer satisfaction,
        List<Flag> flags)
        implements CanonicalRecord {
    public ReferralRecord {
        flags = List.copyOf(flags);
    }

    /** What came of a referral. */
    public enum ReferralOutcome {
        PENDING,
        ACCEPTED,
        COMPLETED,
        DECLINED,
        LOST_CONTACT,
        UNKNOWN
    }
}
