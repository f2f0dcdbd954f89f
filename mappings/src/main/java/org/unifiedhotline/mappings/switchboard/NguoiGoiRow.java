package org.unifiedhotline.mappings.switchboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.reading.Columns;

/** A row of {@code nguoi_goi}: a caller, opened anew on most calls. */
record NguoiGoiRow(
        @Nullable String hoTen,
        @Nullable String dienThoai,
        @Nullable Integer gioiTinh,
        @Nullable Integer namSinh,
        @Nullable String maTinh,
        @Nullable String quanHuyen,
        @Nullable String xaPhuong,
        @Nullable String diaChi,
        @Nullable String danToc,
        @Nullable String ghiChu,
        @Nullable Instant ngayTao,
        @Nullable Instant ngaySua) {
    static NguoiGoiRow of(Columns columns) {
        return new NguoiGoiRow(
                columns.text("ho_ten"),
                columns.text("dien_thoai"),
                columns.integer("gioi_tinh"),
                columns.integer("nam_sinh"),
                columns.code("ma_tinh"),
                columns.text("quan_huyen"),
                columns.text("xa_phuong"),
                columns.text("dia_chi"),
                columns.text("dan_toc"),
                columns.text("ghi_chu"),
                columns.instant("ngay_tao", "createdAt"),
                columns.instant("ngay_sua", "updatedAt"));
    }
}
