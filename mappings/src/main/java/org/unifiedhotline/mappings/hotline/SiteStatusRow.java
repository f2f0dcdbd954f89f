package org.unifiedhotline.mappings.hotline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.reading.Columns;

/** A row of {@code site_status}: what a centre's equipment reported. */
record SiteStatusRow(
        String centre,
        String component,
        String state,
        @Nullable String detail,
        @Nullable Instant observedAt) {
    static SiteStatusRow of(Columns columns) {
        return new SiteStatusRow(
                columns.requiredCode("centre"),
                columns.requiredText("component"),
                columns.requiredCode("state"),
                columns.text("detail"),
                columns.instant("observed_at", "observedAt"));
    }
}
