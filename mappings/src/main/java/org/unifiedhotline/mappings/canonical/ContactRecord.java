package org.unifiedhotline.mappings.canonical;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;

/**
 * A contact on any channel ({@code cuoc_goi}, {@code call}).
 *
 * @param presentedNumber the number presented by the exchange; null when withheld or not a call
 * @param caller the caller's source record; null for automatic answers and hang-ups
 * @param caseKey the case it belongs to; null if none. For the hotline keyed by case number, which is the case's key
 * @param counsellor switchboard: {@code ma_tdv} as text; hotline: login
 * @param topic code of the field of consultation (switchboard); null if none
 * @param language ISO 639 code; {@code vi} on the switchboard, {@code und} for what is no code
 * @param durationSeconds length of the contact, 0 or more
 * @param notes free text; sensitive
 */
public record ContactRecord(
        SourceRecordKey key,
        Instant receivedAt,
        Channel channel,
        @Nullable Telephone presentedNumber,
        @Nullable SourceRecordKey caller,
        @Nullable SourceRecordKey caseKey,
        @Nullable String counsellor,
        Centre centre,
        String language,
        int durationSeconds,
        ContactOutcome outcome,
        @Nullable String topic,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable String notes,
        List<Flag> flags)
        implements CanonicalRecord {
    public ContactRecord {
        flags = List.copyOf(flags);
    }

    /** Names no value of a person: safe in a log. */
    @Override
    public String toString() {
        return "ContactRecord[" + key + "]";
    }

    /** How the contact came in. */
    public enum Channel {
        VOICE,
        AUTOMATIC_ANSWER,
        FACEBOOK,
        ZALO,
        APP,
        LOCATION_SHARE,
        WALK_IN,
        UNKNOWN
    }

    /** What came of the contact. */
    public enum ContactOutcome {
        ADVICE,
        CASE,
        TRANSFERRED,
        NUISANCE,
        SILENT,
        ABANDONED,
        UNKNOWN
    }
}
