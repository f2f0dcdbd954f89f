package org.unifiedhotline.mappings.switchboard;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.reading.Columns;

/** A row of {@code chuyen_tuyen}: a referral to another agency. */
record ChuyenTuyenRow(
        long idCa,
        String donViNhan,
        String loaiDonVi,
        @Nullable String maTinh,
        @Nullable String dichVu,
        @Nullable LocalDate ngayChuyen,
        @Nullable LocalDate ngayPhanHoi,
        String ketQua) {
    static ChuyenTuyenRow of(Columns columns) {
        return new ChuyenTuyenRow(
                columns.requiredNumber("id_ca"),
                columns.requiredText("don_vi_nhan"),
                columns.requiredCode("loai_don_vi"),
                columns.code("ma_tinh"),
                columns.text("dich_vu"),
                columns.date("ngay_chuyen", "referredOn"),
                columns.date("ngay_phan_hoi", "respondedOn"),
                columns.requiredCode("ket_qua"));
    }
}
