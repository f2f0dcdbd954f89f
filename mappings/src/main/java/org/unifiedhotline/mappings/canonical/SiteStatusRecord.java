package org.unifiedhotline.mappings.canonical;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;

/** What remote monitoring reported of a centre's equipment ({@code giam_sat}, {@code site_status}). */
public record SiteStatusRecord(
        SourceRecordKey key,
        Centre centre,
        String component,
        SiteState state,
        @Nullable String detail,
        Instant observedAt,
        List<Flag> flags)
        implements CanonicalRecord {
    public SiteStatusRecord {
        flags = List.copyOf(flags);
    }

    /** How a piece of equipment is. */
    public enum SiteState {
        UP,
        DEGRADED,
        DOWN,
        UNKNOWN
    }
}
