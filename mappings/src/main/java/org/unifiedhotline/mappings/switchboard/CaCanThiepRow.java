package org.unifiedhotline.mappings.switchboard;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.reading.Columns;

/** A row of {@code ca_can_thiep}: an intervention case. */
record CaCanThiepRow(
        String maCa,
        long idTreEm,
        @Nullable Long idNguoiBao,
        @Nullable String quanHe,
        String loaiVuViec,
        @Nullable Integer mucDo,
        String trangThai,
        @Nullable LocalDate ngayMo,
        @Nullable LocalDate ngayDong,
        @Nullable String tomTat) {
    static CaCanThiepRow of(Columns columns) {
        return new CaCanThiepRow(
                columns.requiredCode("ma_ca"),
                columns.requiredNumber("id_tre_em"),
                columns.number("id_nguoi_bao"),
                columns.text("quan_he"),
                columns.requiredCode("loai_vu_viec"),
                columns.integer("muc_do"),
                columns.requiredCode("trang_thai"),
                columns.date("ngay_mo", "openedOn"),
                columns.date("ngay_dong", "closedOn"),
                columns.text("tom_tat"));
    }
}
