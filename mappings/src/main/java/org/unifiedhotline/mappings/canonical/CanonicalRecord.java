package org.unifiedhotline.mappings.canonical;

import org.unifiedhotline.mappings.source.SourceRecordKey;

/** What a source record says, in the words of the canonical model. */
public sealed interface CanonicalRecord
        permits AgencyRecord,
                CaseRecord,
                CodeRecord,
                ContactRecord,
                CounsellorRecord,
                PersonRecord,
                QualityReviewRecord,
                ReferralRecord,
                ReturnRecord,
                SiteStatusRecord {

    /** The source record it was mapped from. */
    SourceRecordKey key();
}
