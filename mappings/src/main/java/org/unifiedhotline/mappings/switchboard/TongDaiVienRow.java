package org.unifiedhotline.mappings.switchboard;

import org.unifiedhotline.mappings.reading.Columns;

/** A row of {@code tong_dai_vien}: a counsellor. */
record TongDaiVienRow(long maTdv, String hoTen, String trungTam, boolean dangLam) {
    static TongDaiVienRow of(Columns columns) {
        return new TongDaiVienRow(
                columns.requiredNumber("ma_tdv"),
                columns.requiredText("ho_ten"),
                columns.requiredCode("trung_tam"),
                columns.requiredFlag("dang_lam"));
    }
}
