package org.unifiedhotline.mappings.canonical;

import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;

/** An agency that people are referred to ({@code agency}). */
public record AgencyRecord(
        SourceRecordKey key,
        String code,
        String name,
        AgencyKind kind,
        String country,
        @Nullable String provinceName,
        boolean inInteragencyGroup)
        implements CanonicalRecord {

    /** Kinds of receiving agencies. */
    public enum AgencyKind {
        POLICE,
        BORDER_GUARD,
        WOMEN_UNION,
        SOCIAL,
        HEALTH,
        JUSTICE,
        NGO,
        OTHER
    }
}
