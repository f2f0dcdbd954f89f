package org.unifiedhotline.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * A boy whom two centres know: his mother called Hà Nội about one case, a neighbour Đà Nẵng about another, which was referred. The neighbour
 * called Hà Nội too, about nothing that became a case, and the mother Đà Nẵng, from another number.
 */
final class TwoCentresWorld {
    static final String BOY = "/api/v1/crosswalk/switchboard/tre_em/60";
    static final String MOTHER = "/api/v1/crosswalk/switchboard/nguoi_goi/61";
    static final String NEIGHBOUR = "/api/v1/crosswalk/switchboard/nguoi_goi/62";

    /** What is of Đà Nẵng alone; the neighbour's name where the boy is shown. */
    static final List<String> OF_DANANG =
            List.of("TE-2023-000064", "NEGLECT", "ZALO", "DANANG", "0977 606 262", "606262");

    private TwoCentresWorld() {}

    static void add(ApplicationContext service) {
        Map<String, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
        rows.put(
                "tre_em/60",
                SmallWorld.row(
                        "ho_ten", "Vừ Mí Sùng",
                        "ten_goi_khac", null,
                        "ngay_sinh", "07/08/2011",
                        "tuoi_khai", null,
                        "gioi_tinh", 1L,
                        "so_khai_sinh", null,
                        "so_dinh_danh", null,
                        "ma_tinh", "10",
                        "quan_huyen", null,
                        "xa_phuong", null,
                        "dan_toc", null,
                        "ho_ten_cha", null,
                        "ho_ten_me", null,
                        "dien_thoai_gd", null,
                        "tre_khuyet_tat", 0L,
                        "ngay_tao", "2023-02-01T08:00:00",
                        "ngay_sua", null));
        rows.put("nguoi_goi/61", caller("Giàng Thị Chứ", "0977606161"));
        rows.put("nguoi_goi/62", caller("Lầu Chá Tủa", null));
        rows.put("ca_can_thiep/63", caseOf("TE-2023-000063", 61, "me", "MUA_BAN"));
        rows.put("ca_can_thiep/64", caseOf("TE-2023-000064", 62, "hang xom", "BO_ROI"));
        rows.put("cuoc_goi/65", contact("2023-02-01T08:00:00", "GOI", "0977606161", 61L, "HN", 63L));
        rows.put("cuoc_goi/66", contact("2023-03-01T08:00:00", "ZALO", null, 62L, "DN", 64L));
        rows.put("cuoc_goi/67", contact("2023-02-02T08:00:00", "GOI", null, 62L, "HN", null));
        rows.put("cuoc_goi/68", contact("2023-03-02T08:00:00", "ZALO", "0977 606 262", 61L, "DN", null));
        rows.put(
                "chuyen_tuyen/69",
                SmallWorld.row(
                        "id_ca", 64L,
                        "don_vi_nhan", "Hội phụ nữ",
                        "loai_don_vi", "HOI_PN",
                        "ma_tinh", "10",
                        "dich_vu", null,
                        "ngay_chuyen", "2023-03-05",
                        "ngay_phan_hoi", null,
                        "ket_qua", "CHO"));
        SmallWorld.insert(service, SourceSystem.SWITCHBOARD, rows);
    }

    /** The neighbour calls Đà Nẵng about the case of Hà Nội, too. */
    static void addCall(ApplicationContext service) {
        SmallWorld.insert(
                service,
                SourceSystem.SWITCHBOARD,
                Map.of("cuoc_goi/70", contact("2023-04-01T08:00:00", "GOI", null, 62L, "DN", 63L)));
    }

    static void removeCall(ApplicationContext service) {
        SmallWorld.delete(service, List.of(SourceRecordKey.of(SourceSystem.SWITCHBOARD, "cuoc_goi", "70")));
    }

    static void remove(ApplicationContext service) {
        SmallWorld.delete(
                service,
                List.of(
                                "chuyen_tuyen/69",
                                "cuoc_goi/65",
                                "cuoc_goi/66",
                                "cuoc_goi/67",
                                "cuoc_goi/68",
                                "ca_can_thiep/63",
                                "ca_can_thiep/64",
                                "nguoi_goi/61",
                                "nguoi_goi/62",
                                "tre_em/60")
                        .stream()
                        .map(row -> row.split("/", -1))
                        .map(row -> SourceRecordKey.of(SourceSystem.SWITCHBOARD, row[0], row[1]))
                        .toList());
    }

    private static Map<String, @Nullable Object> caller(String name, @Nullable String telephone) {
        return SmallWorld.row(
                "ho_ten", name,
                "dien_thoai", telephone,
                "gioi_tinh", 0L,
                "nam_sinh", null,
                "ma_tinh", "10",
                "quan_huyen", null,
                "xa_phuong", null,
                "dia_chi", null,
                "dan_toc", null,
                "ghi_chu", null,
                "ngay_tao", "2023-02-01T08:00:00",
                "ngay_sua", null);
    }

    private static Map<String, @Nullable Object> caseOf(String number, long reporter, String relation, String kind) {
        return SmallWorld.row(
                "ma_ca",
                number,
                "id_tre_em",
                60L,
                "id_nguoi_bao",
                reporter,
                "quan_he",
                relation,
                "loai_vu_viec",
                kind,
                "muc_do",
                1L,
                "trang_thai",
                "MO",
                "ngay_mo",
                "2023-02-01",
                "ngay_dong",
                null,
                "tom_tat",
                null);
    }

    private static Map<String, @Nullable Object> contact(
            String at,
            String channel,
            @Nullable String presented,
            long caller,
            String centre,
            @Nullable Long caseNumber) {
        return SmallWorld.row(
                "thoi_gian",
                at,
                "kenh",
                channel,
                "so_goi_den",
                presented,
                "id_nguoi_goi",
                caller,
                "ma_tdv",
                null,
                "trung_tam",
                centre,
                "thoi_luong",
                20L,
                "loai",
                "CAN_THIEP",
                "ma_linh_vuc",
                null,
                "id_ca",
                caseNumber,
                "vi_do",
                null,
                "kinh_do",
                null,
                "noi_dung",
                null);
    }
}
