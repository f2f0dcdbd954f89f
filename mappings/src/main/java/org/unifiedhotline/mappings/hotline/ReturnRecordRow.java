package org.unifiedhotline.mappings.hotline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.reading.Columns;

/** A row of {@code return_record}: a return of a victim. */
record ReturnRecordRow(
        long victimId,
        @Nullable LocalDate returnedOn,
        String kind,
        @Nullable String borderGate,
        @Nullable String handedOverBy,
        @Nullable String receivingAgency,
        @Nullable String screenedAs,
        @Nullable String certificateNo) {
    static ReturnRecordRow of(Columns columns) {
        return new ReturnRecordRow(
                columns.requiredNumber("victim_id"),
                columns.date("returned_on", "returnedOn"),
                columns.requiredCode("kind"),
                columns.text("border_gate"),
                columns.text("handed_over_by"),
                columns.code("receiving_agency"),
                columns.code("screened_as"),
                columns.text("certificate_no"));
    }
}
