package org.unifiedhotline.console.masking;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.scope.FieldKind;

/**
 * What kind of field a column of the legacy systems holds. Both schemas' columns stand here by hand; one that a system gets later and
 * that nobody has looked at yet counts as notes.
 */
final class SourceColumns {
    private static final Map<String, FieldKind> MASKED = new HashMap<>();

    /** Columns that hold none. */
    private static final Set<String> OTHERS = Set.of(
            // switchboard
            "id",
            "ho_ten",
            "gioi_tinh",
            "nam_sinh",
            "ma_tinh",
            "ngay_tao",
            "ngay_sua",
            "ten_goi_khac",
            "ngay_sinh",
            "tuoi_khai",
            "ho_ten_cha",
            "ho_ten_me",
            "ma_ca",
            "id_tre_em",
            "id_nguoi_bao",
            "quan_he",
            "muc_do",
            "trang_thai",
            "ngay_mo",
            "ngay_dong",
            "thoi_gian",
            "kenh",
            "id_nguoi_goi",
            "ma_tdv",
            "trung_tam",
            "thoi_luong",
            "loai",
            "ma_linh_vuc",
            "id_ca",
            "don_vi_nhan",
            "loai_don_vi",
            "dich_vu",
            "ngay_chuyen",
            "ngay_phan_hoi",
            "ket_qua",
            // hotline
            "caller_id",
            "full_name",
            "sex",
            "birth_year",
            "province_name",
            "relation_to_victim",
            "created_at",
            "updated_at",
            "victim_id",
            "family_name",
            "middle_and_given_name",
            "aliases",
            "dob",
            "dob_precision",
            "id_type",
            "nationality",
            "home_province",
            "guardian_name",
            "consent_to_share",
            "case_no",
            "reported_by",
            "opened_on",
            "closed_on",
            "status",
            "return_id",
            "returned_on",
            "kind",
            "border_gate",
            "handed_over_by",
            "receiving_agency",
            "screened_as",
            "call_id",
            "received_at",
            "channel",
            "counsellor",
            "centre",
            "language",
            "duration_s",
            "outcome",
            "referral_id",
            "agency_code",
            "service",
            "referred_on",
            "responded_on",
            "satisfaction");

    static {
        put(FieldKind.IDENTITY_NUMBER, "so_khai_sinh", "so_dinh_danh", "id_number", "certificate_no");
        put(
                FieldKind.TELEPHONE,
                "dien_thoai",
                "dien_thoai_gd",
                "so_goi_den",
                "phone",
                "phone_1",
                "phone_2",
                "guardian_phone",
                "caller_number");
        put(
                FieldKind.ADDRESS,
                "quan_huyen",
                "xa_phuong",
                "dia_chi",
                "vi_do",
                "kinh_do",
                "district_name",
                "home_district",
                "home_commune",
                "lat",
                "lon");
        put(FieldKind.NOTES, "ghi_chu", "tom_tat", "noi_dung", "narrative", "summary");
        put(
                FieldKind.EXPLOITATION,
                "loai_vu_viec",
                "exploitation",
                "means",
                "destination_country",
                "recruited_in_province");
        put(FieldKind.HEALTH, "tre_khuyet_tat");
        put(FieldKind.ETHNICITY, "dan_toc", "ethnicity");
    }

    private SourceColumns() {}

    /** The kind of a column; null if it is read by whoever may know the row. */
    static @Nullable FieldKind kind(String column) {
        return OTHERS.contains(column) ? null : MASKED.getOrDefault(column, FieldKind.NOTES);
    }

    /** Whether somebody has looked at the column. */
    static boolean knows(String column) {
        return OTHERS.contains(column) || MASKED.containsKey(column);
    }

    private static void put(FieldKind kind, String... columns) {
        for (String column : columns) {
            MASKED.put(column, kind);
        }
    }
}
