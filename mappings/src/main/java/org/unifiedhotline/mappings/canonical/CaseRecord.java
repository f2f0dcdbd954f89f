package org.unifiedhotline.mappings.canonical;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;

/**
 * A case of either hotline ({@code ca_can_thiep}, {@code case_file}).
 *
 * @param caseNumber the number people use: {@code TE-2021-000123}, {@code MB-19-00042}
 * @param subject the child or victim it is about
 * @param reporter the caller who reported it; null if none is recorded
 * @param relation what the reporter is to the subject, as the case says; unknown when it does not
 * @param kinds switchboard: one of SEXUAL_ABUSE, VIOLENCE, LABOUR_EXPLOITATION, TRAFFICKING, NEGLECT, PSYCHOLOGICAL,
 *     OTHER; hotline: exploitation types, of which OTHER is also whatever was typed there that is none
 * @param means hotline only: means of control as written
 * @param urgency 1 (act within 24 hours) to 3; null where the system has none
 * @param narrative free text; sensitive
 */
public record CaseRecord(
        SourceRecordKey key,
        String caseNumber,
        SourceRecordKey subject,
        @Nullable SourceRecordKey reporter,
        ReporterRelation relation,
        List<String> kinds,
        List<String> means,
        @Nullable Integer urgency,
        CaseStatus status,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Nullable String destinationCountry,
        @Nullable String recruitedInProvince,
        @Nullable String narrative,
        List<Flag> flags)
        implements CanonicalRecord {
    public CaseRecord {
        kinds = List.copyOf(kinds);
        means = List.copyOf(means);
        flags = List.copyOf(flags);
    }

    /** Names no value of a person: safe in a log. */
    @Override
    public String toString() {
        return "CaseRecord[" + key + "]";
    }

    /** Where a case stands. */
    public enum CaseStatus {
        NEW,
        IN_PROGRESS,
        REFERRED,
        CLOSED,
        CANCELLED,
        UNKNOWN
    }
}
