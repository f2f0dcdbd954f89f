package org.unifiedhotline.mappings.hotline;

import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.reading.Columns;

/** A row of {@code agency}: a receiving agency. */
record AgencyRow(
        String agencyCode,
        String name,
        String kind,
        @Nullable String country,
        @Nullable String provinceName,
        @Nullable Boolean inInteragencyGroup) {
    static AgencyRow of(Columns columns) {
        return new AgencyRow(
                columns.requiredCode("agency_code"),
                columns.requiredText("name"),
                columns.requiredCode("kind"),
                columns.code("country"),
                columns.text("province_name"),
                columns.flag("in_interagency_group"));
    }
}
