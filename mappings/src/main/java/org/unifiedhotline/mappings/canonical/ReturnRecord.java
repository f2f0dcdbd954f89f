package org.unifiedhotline.mappings.canonical;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;

/** A return of a victim: rescue, handover, self-return, deportation ({@code return_record}). */
public record ReturnRecord(
        SourceRecordKey key,
        SourceRecordKey victim,
        LocalDate returnedOn,
        ReturnKind kind,
        @Nullable String borderGate,
        @Nullable String handedOverBy,
        @Nullable SourceRecordKey receivingAgency,
        @Nullable String screenedAs,
        @Nullable String certificateNumber,
        List<Flag> flags)
        implements CanonicalRecord {
    public ReturnRecord {
        flags = List.copyOf(flags);
    }

    /** How a victim came back. */
    public enum ReturnKind {
        RESCUED,
        HANDED_OVER,
        SELF_RETURNED,
        DEPORTED,
        UNKNOWN
    }
}
