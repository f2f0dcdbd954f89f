package org.unifiedhotline.console;

import static org.unifiedhotline.console.SmallWorld.row;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * What the small world has for the office: contacts that are none, a referral of either system, an assessment, reports of
 * equipment, and an assessment whose score cannot be read, which waits as a dead letter.
 */
final class OfficeWorld {
    static final Map<SourceRecordKey, Map<String, @Nullable Object>> SWITCHBOARD = new LinkedHashMap<>();
    static final Map<SourceRecordKey, Map<String, @Nullable Object>> HOTLINE = new LinkedHashMap<>();

    static {
        contact(901, "2021-03-10T08:00:00", "IVR", "QUAY_ROI", "DN");
        contact(902, "2021-03-31T23:59:59", "ZALO", "IM_LANG", "AG");
        contact(903, "2021-04-01T00:00:00", "GOI", "TU_VAN", "AG");
        SWITCHBOARD.put(
                SourceRecordKey.of(SourceSystem.SWITCHBOARD, "chuyen_tuyen", "911"),
                row(
                        "id_ca", 5L,
                        "don_vi_nhan", "Công an huyện",
                        "loai_don_vi", "CONG_AN",
                        "ma_tinh", "10",
                        "dich_vu", null,
                        "ngay_chuyen", "2021-03-10",
                        "ngay_phan_hoi", "2021-03-20",
                        "ket_qua", "HOAN_THANH"));
        SWITCHBOARD.put(
                SourceRecordKey.of(SourceSystem.SWITCHBOARD, "qms_danh_gia", "921"),
                row(
                        "id_cuoc_goi",
                        9L,
                        "nguoi_cham",
                        4L,
                        "diem",
                        "84.5",
                        "tieu_chi",
                        "{\"lang_nghe\": 18, \"ghi_chep\": 14}",
                        "nhan_xet",
                        null,
                        "ngay_cham",
                        "2021-03-15T09:00:00"));
        monitoring(931, "HN", "PBX", "OK", null, "2026-11-19T08:00:00");
        monitoring(932, "HN", "UPS", "OK", null, "2026-11-19T08:00:00");
        monitoring(933, "HN", "UPS", "LOI", "Hết ắc quy", "2026-11-20T07:30:00");
        monitoring(934, "HN", "UPS", "LOI", "Hết ắc quy", "2026-11-20T08:30:00");
        monitoring(935, "DN", "IVR", "CANH_BAO", null, "2026-11-20T06:00:00");
        monitoring(936, "AG", "DUONG_TRUYEN", "OK", null, "2026-11-20T06:00:00");
        HOTLINE.put(
                SourceRecordKey.of(SourceSystem.HOTLINE, "agency", "NGO-01"),
                row(
                        "name", "Ngôi nhà bình yên",
                        "kind", "NGO",
                        "country", "VN",
                        "province_name", "Hà Nội",
                        "in_interagency_group", true));
        HOTLINE.put(
                SourceRecordKey.of(SourceSystem.HOTLINE, "referral", "941"),
                row(
                        "case_no", "MB-21-00042",
                        "agency_code", "NGO-01",
                        "service", "SHELTER",
                        "referred_on", "2021-06-02",
                        "responded_on", "2021-06-05",
                        "outcome", "PENDING",
                        "satisfaction", 4L));
        HOTLINE.put(
                SourceRecordKey.of(SourceSystem.HOTLINE, "call_review", "951"),
                row(
                        "call_id", "00000000-0000-4000-8000-000000000951",
                        "reviewer", "tv01",
                        "score", "NaN",
                        "remarks", null,
                        "reviewed_at", "2021-06-02T02:00:00Z"));
        HOTLINE.put(
                SourceRecordKey.of(SourceSystem.HOTLINE, "site_status", "961"),
                row(
                        "centre", "DANANG",
                        "component", "LINK",
                        "state", "UP",
                        "detail", null,
                        "observed_at", "2026-11-20T02:00:00Z"));
    }

    private OfficeWorld() {}

    private static void contact(long id, String at, String channel, String kind, String centre) {
        SWITCHBOARD.put(
                SourceRecordKey.of(SourceSystem.SWITCHBOARD, "cuoc_goi", Long.toString(id)),
                row(
                        "thoi_gian", at,
                        "kenh", channel,
                        "so_goi_den", null,
                        "id_nguoi_goi", null,
                        "ma_tdv", null,
                        "trung_tam", centre,
                        "thoi_luong", 20L,
                        "loai", kind,
                        "ma_linh_vuc", null,
                        "id_ca", null,
                        "vi_do", null,
                        "kinh_do", null,
                        "noi_dung", null));
    }

    private static void monitoring(
            long id, String centre, String device, String state, @Nullable String detail, String at) {
        SWITCHBOARD.put(
                SourceRecordKey.of(SourceSystem.SWITCHBOARD, "giam_sat", Long.toString(id)),
                row(
                        "trung_tam", centre,
                        "thiet_bi", device,
                        "trang_thai", state,
                        "chi_tiet", detail,
                        "thoi_gian", at));
    }
}
