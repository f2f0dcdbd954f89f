package org.unifiedhotline.mappings.switchboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.reading.Columns;

/** A row of {@code tre_em}: a child whom a case is about. */
record TreEmRow(
        @Nullable String hoTen,
        @Nullable String tenGoiKhac,
        @Nullable String ngaySinh,
        @Nullable Integer tuoiKhai,
        @Nullable Integer gioiTinh,
        @Nullable String soKhaiSinh,
        @Nullable String soDinhDanh,
        @Nullable String maTinh,
        @Nullable String quanHuyen,
        @Nullable String xaPhuong,
        @Nullable String danToc,
        @Nullable String hoTenCha,
        @Nullable String hoTenMe,
        @Nullable String dienThoaiGd,
        @Nullable Boolean treKhuyetTat,
        @Nullable Instant ngayTao,
        @Nullable Instant ngaySua) {
    static TreEmRow of(Columns columns) {
        return new TreEmRow(
                columns.text("ho_ten"),
                columns.text("ten_goi_khac"),
                columns.text("ngay_sinh"),
                columns.integer("tuoi_khai"),
                columns.integer("gioi_tinh"),
                columns.text("so_khai_sinh"),
                columns.text("so_dinh_danh"),
                columns.code("ma_tinh"),
                columns.text("quan_huyen"),
                columns.text("xa_phuong"),
                columns.text("dan_toc"),
                columns.text("ho_ten_cha"),
                columns.text("ho_ten_me"),
                columns.text("dien_thoai_gd"),
                columns.flag("tre_khuyet_tat"),
                columns.instant("ngay_tao", "createdAt"),
                columns.instant("ngay_sua", "updatedAt"));
    }
}
