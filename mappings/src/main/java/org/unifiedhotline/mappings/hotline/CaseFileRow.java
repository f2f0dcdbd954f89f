package org.unifiedhotline.mappings.hotline;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.reading.Columns;

/** A row of {@code case_file}: a case. */
record CaseFileRow(
        String caseNo,
        long victimId,
        @Nullable Long reportedBy,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn,
        String status,
        List<String> exploitation,
        List<String> means,
        @Nullable String destinationCountry,
        @Nullable String recruitedInProvince,
        @Nullable String narrative) {
    CaseFileRow {
        exploitation = List.copyOf(exploitation);
        means = List.copyOf(means);
    }

    static CaseFileRow of(Columns columns) {
        return new CaseFileRow(
                columns.requiredCode("case_no"),
                columns.requiredNumber("victim_id"),
                columns.number("reported_by"),
                columns.date("opened_on", "openedOn"),
                columns.date("closed_on", "closedOn"),
                columns.requiredCode("status"),
                columns.texts("exploitation"),
                columns.texts("means"),
                columns.code("destination_country"),
                columns.text("recruited_in_province"),
                columns.text("narrative"));
    }
}
