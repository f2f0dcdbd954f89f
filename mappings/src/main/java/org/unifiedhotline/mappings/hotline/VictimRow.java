package org.unifiedhotline.mappings.hotline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.reading.Columns;

/** A row of {@code victim}: a victim or potential victim. */
record VictimRow(
        @Nullable String familyName,
        @Nullable String middleAndGivenName,
        List<String> aliases,
        @Nullable LocalDate dob,
        @Nullable String dobPrecision,
        @Nullable String sex,
        @Nullable String idType,
        @Nullable String idNumber,
        @Nullable String nationality,
        @Nullable String ethnicity,
        @Nullable String homeProvince,
        @Nullable String homeDistrict,
        @Nullable String homeCommune,
        @Nullable String phone,
        @Nullable String guardianName,
        @Nullable String guardianPhone,
        @Nullable Boolean consentToShare,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {
    VictimRow {
        aliases = List.copyOf(aliases);
    }

    static VictimRow of(Columns columns) {
        return new VictimRow(
                columns.text("family_name"),
                columns.text("middle_and_given_name"),
                columns.texts("aliases"),
                columns.date("dob", "birth"),
                columns.code("dob_precision"),
                columns.code("sex"),
                columns.code("id_type"),
                columns.text("id_number"),
                columns.code("nationality"),
                columns.text("ethnicity"),
                columns.text("home_province"),
                columns.text("home_district"),
                columns.text("home_commune"),
                columns.text("phone"),
                columns.text("guardian_name"),
                columns.text("guardian_phone"),
                columns.flag("consent_to_share"),
                columns.instant("created_at", "createdAt"),
                columns.instant("updated_at", "updatedAt"));
    }
}
