package org.unifiedhotline.mappings.hotline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.reading.Columns;

/** A row of {@code caller}: a caller. */
record CallerRow(
        @Nullable String fullName,
        @Nullable String phone1,
        @Nullable String phone2,
        @Nullable String sex,
        @Nullable Integer birthYear,
        @Nullable String provinceName,
        @Nullable String districtName,
        @Nullable String relationToVictim,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {
    static CallerRow of(Columns columns) {
        return new CallerRow(
                columns.text("full_name"),
                columns.text("phone_1"),
                columns.text("phone_2"),
                columns.code("sex"),
                columns.integer("birth_year"),
                columns.text("province_name"),
                columns.text("district_name"),
                columns.code("relation_to_victim"),
                columns.instant("created_at", "createdAt"),
                columns.instant("updated_at", "updatedAt"));
    }
}
