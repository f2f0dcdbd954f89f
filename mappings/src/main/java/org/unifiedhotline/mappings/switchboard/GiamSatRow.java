package org.unifiedhotline.mappings.switchboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.reading.Columns;

/** A row of {@code giam_sat}: what a centre's equipment reported. */
record GiamSatRow(
        String trungTam,
        String thietBi,
        String trangThai,
        @Nullable String chiTiet,
        @Nullable Instant thoiGian) {
    static GiamSatRow of(Columns columns) {
        return new GiamSatRow(
                columns.requiredCode("trung_tam"),
                columns.requiredText("thiet_bi"),
                columns.requiredCode("trang_thai"),
                columns.text("chi_tiet"),
                columns.instant("thoi_gian", "observedAt"));
    }
}
