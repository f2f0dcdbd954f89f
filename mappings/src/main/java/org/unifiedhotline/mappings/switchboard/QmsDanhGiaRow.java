package org.unifiedhotline.mappings.switchboard;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.reading.Columns;

/** A row of {@code qms_danh_gia}: a call-quality assessment. */
record QmsDanhGiaRow(
        long idCuocGoi,
        long nguoiCham,
        BigDecimal diem,
        Map<String, BigDecimal> tieuChi,
        @Nullable String nhanXet,
        @Nullable Instant ngayCham) {
    QmsDanhGiaRow {
        tieuChi = Map.copyOf(tieuChi);
    }

    static QmsDanhGiaRow of(Columns columns) {
        return new QmsDanhGiaRow(
                columns.requiredNumber("id_cuoc_goi"),
                columns.requiredNumber("nguoi_cham"),
                columns.requiredDecimal("diem"),
                columns.points("tieu_chi", "criteria"),
                columns.text("nhan_xet"),
                columns.instant("ngay_cham", "reviewedAt"));
    }
}
