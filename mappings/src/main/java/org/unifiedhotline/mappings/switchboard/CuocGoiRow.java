package org.unifiedhotline.mappings.switchboard;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.reading.Columns;

/** A row of {@code cuoc_goi}: a contact on any channel. */
record CuocGoiRow(
        @Nullable Instant thoiGian,
        String kenh,
        @Nullable String soGoiDen,
        @Nullable Long idNguoiGoi,
        @Nullable Long maTdv,
        String trungTam,
        @Nullable Integer thoiLuong,
        String loai,
        @Nullable String maLinhVuc,
        @Nullable Long idCa,
        @Nullable BigDecimal viDo,
        @Nullable BigDecimal kinhDo,
        @Nullable String noiDung) {
    static CuocGoiRow of(Columns columns) {
        return new CuocGoiRow(
                columns.instant("thoi_gian", "receivedAt"),
                columns.requiredCode("kenh"),
                columns.text("so_goi_den"),
                columns.number("id_nguoi_goi"),
                columns.number("ma_tdv"),
                columns.requiredCode("trung_tam"),
                columns.integer("thoi_luong"),
                columns.requiredCode("loai"),
                columns.code("ma_linh_vuc"),
                columns.number("id_ca"),
                columns.decimal("vi_do", "latitude"),
                columns.decimal("kinh_do", "longitude"),
                columns.text("noi_dung"));
    }
}
