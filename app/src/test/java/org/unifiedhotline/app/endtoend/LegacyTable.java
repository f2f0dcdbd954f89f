package org.unifiedhotline.app.endtoend;

import java.util.List;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * How a legacy application writes one table: statements by hand for an insert of key {@code k}, an update, a change of
 * the key to {@code k2}, a delete and a truncation.
 */
record LegacyTable(
        SourceSystem system, String name, List<String> insert, String update, String keyChange, String delete) {

    static final List<LegacyTable> ALL = List.of(
            switchboard(
                    "dm_tinh",
                    "INSERT INTO dm_tinh VALUES ('Z1','Tỉnh Thử','DN')",
                    "UPDATE dm_tinh SET ten_tinh='Tỉnh Thử Nghiệm' WHERE ma_tinh='Z1'",
                    "UPDATE dm_tinh SET ma_tinh='Z2' WHERE ma_tinh='Z1'",
                    "DELETE FROM dm_tinh WHERE ma_tinh='Z2'"),
            switchboard(
                    "dm_linh_vuc",
                    "INSERT INTO dm_linh_vuc VALUES ('THU1','Thử')",
                    "UPDATE dm_linh_vuc SET ten='Thử lại' WHERE ma='THU1'",
                    "UPDATE dm_linh_vuc SET ma='THU2' WHERE ma='THU1'",
                    "DELETE FROM dm_linh_vuc WHERE ma='THU2'"),
            switchboard(
                    "tong_dai_vien",
                    "INSERT INTO tong_dai_vien VALUES (900001,'Tư vấn viên thử','AG',1)",
                    "UPDATE tong_dai_vien SET dang_lam=0 WHERE ma_tdv=900001",
                    "UPDATE tong_dai_vien SET ma_tdv=900002 WHERE ma_tdv=900001",
                    "DELETE FROM tong_dai_vien WHERE ma_tdv=900002"),
            switchboard(
                    "nguoi_goi",
                    "INSERT INTO nguoi_goi (id,ho_ten,dien_thoai,gioi_tinh,nam_sinh,ma_tinh,ghi_chu,ngay_tao) VALUES"
                            + " (900001,'Trần Thị Thử Gọi','0912345001',2,1980,'01','ghi chú 😀','2024-05-01 08:00:00')",
                    "UPDATE nguoi_goi SET nam_sinh=1981, ngay_sua='2024-05-02 08:00:00' WHERE id=900001",
                    "UPDATE nguoi_goi SET id=900002 WHERE id=900001",
                    "DELETE FROM nguoi_goi WHERE id=900002"),
            switchboard(
                    "tre_em",
                    "INSERT INTO tre_em (id,ho_ten,ngay_sinh,gioi_tinh,ma_tinh,ngay_tao) VALUES"
                            + " (900001,'Trần Bé Thử','01/02/2015',1,'01','2024-05-01 08:00:00')",
                    "UPDATE tre_em SET ngay_sinh='02/02/2015' WHERE id=900001",
                    "UPDATE tre_em SET id=900002 WHERE id=900001",
                    "DELETE FROM tre_em WHERE id=900002"),
            switchboard(
                    "ca_can_thiep",
                    "INSERT INTO ca_can_thiep (id,ma_ca,id_tre_em,id_nguoi_bao,quan_he,loai_vu_viec,muc_do,trang_thai,ngay_mo)"
                            + " VALUES (900001,'TE-2024-900001',1,1,'me','KHAC',2,'MO','2024-05-01')",
                    "UPDATE ca_can_thiep SET trang_thai='DONG', ngay_dong='2024-06-01' WHERE id=900001",
                    "UPDATE ca_can_thiep SET id=900002 WHERE id=900001",
                    "DELETE FROM ca_can_thiep WHERE id=900002"),
            switchboard(
                    "cuoc_goi",
                    "INSERT INTO cuoc_goi (id,thoi_gian,kenh,so_goi_den,trung_tam,thoi_luong,loai,vi_do,kinh_do,noi_dung)"
                            + " VALUES (900001,'2024-05-01 08:00:00','FB',NULL,'HN',60,'TU_VAN',21.028511,105.804817,NULL)",
                    "UPDATE cuoc_goi SET thoi_luong=61 WHERE id=900001",
                    "UPDATE cuoc_goi SET id=900002 WHERE id=900001",
                    "DELETE FROM cuoc_goi WHERE id=900002"),
            switchboard(
                    "chuyen_tuyen",
                    "INSERT INTO chuyen_tuyen (id,id_ca,don_vi_nhan,loai_don_vi,ngay_chuyen,ket_qua) VALUES"
                            + " (900001,1,'Công an xã','CONG_AN','2024-05-02','CHO')",
                    "UPDATE chuyen_tuyen SET ket_qua='HOAN_THANH', ngay_phan_hoi='2024-05-09' WHERE id=900001",
                    "UPDATE chuyen_tuyen SET id=900002 WHERE id=900001",
                    "DELETE FROM chuyen_tuyen WHERE id=900002"),
            switchboard(
                    "qms_danh_gia",
                    "INSERT INTO qms_danh_gia VALUES (900001,1,1,75.5,'{\"lang_nghe\":18}',NULL,'2024-05-03 08:00:00')",
                    "UPDATE qms_danh_gia SET diem=80.0 WHERE id=900001",
                    "UPDATE qms_danh_gia SET id=900002 WHERE id=900001",
                    "DELETE FROM qms_danh_gia WHERE id=900002"),
            switchboard(
                    "giam_sat",
                    "INSERT INTO giam_sat VALUES (900001,'DN','PBX','OK',NULL,'2024-05-03 08:00:00')",
                    "UPDATE giam_sat SET trang_thai='LOI' WHERE id=900001",
                    "UPDATE giam_sat SET id=900002 WHERE id=900001",
                    "DELETE FROM giam_sat WHERE id=900002"),
            hotline(
                    "agency",
                    List.of("INSERT INTO hotline.agency VALUES ('THU-1','Cơ quan thử','NGO','VN','Hà Nội',false)"),
                    "UPDATE hotline.agency SET in_interagency_group=true WHERE agency_code='THU-1'",
                    "UPDATE hotline.agency SET agency_code='THU-2' WHERE agency_code='THU-1'",
                    "DELETE FROM hotline.agency WHERE agency_code='THU-2'"),
            hotline(
                    "caller",
                    List.of(
                            "INSERT INTO hotline.caller VALUES (900001,'Lê Thị Thử','0912345002',NULL,'F',1975,'Hà Nội',NULL,"
                                    + "'PARENT','2024-05-01 08:00:00+07',NULL)"),
                    "UPDATE hotline.caller SET birth_year=1976 WHERE caller_id=900001",
                    "UPDATE hotline.caller SET caller_id=900002 WHERE caller_id=900001",
                    "DELETE FROM hotline.caller WHERE caller_id=900002"),
            hotline(
                    "victim",
                    List.of(
                            "INSERT INTO hotline.victim (victim_id,family_name,middle_and_given_name,aliases,dob,sex,created_at)"
                                    + " VALUES (900001,'Lê','Thị Nạn Nhân',ARRAY['Mei','Lan']::text[],'2001-03-04','F','2024-05-01 08:00:00+07')"),
                    "UPDATE hotline.victim SET dob_precision='Y', dob='2001-01-01' WHERE victim_id=900001",
                    "UPDATE hotline.victim SET victim_id=900002 WHERE victim_id=900001",
                    "DELETE FROM hotline.victim WHERE victim_id=900002"),
            hotline(
                    "case_file",
                    List.of(
                            "INSERT INTO hotline.victim (victim_id,created_at) VALUES (900011,'2024-05-01 08:00:00+07')",
                            "INSERT INTO hotline.case_file (case_no,victim_id,opened_on,status,exploitation) VALUES"
                                    + " ('MB-24-90001',900011,'2024-05-01','NEW',ARRAY['SEXUAL']::text[])"),
                    "UPDATE hotline.case_file SET status='ASSISTING' WHERE case_no='MB-24-90001'",
                    "UPDATE hotline.case_file SET case_no='MB-24-90002' WHERE case_no='MB-24-90001'",
                    "DELETE FROM hotline.case_file WHERE case_no='MB-24-90002'"),
            hotline(
                    "return_record",
                    List.of(
                            "INSERT INTO hotline.victim (victim_id,created_at) VALUES (900012,'2024-05-01 08:00:00+07')",
                            "INSERT INTO hotline.return_record (return_id,victim_id,returned_on,kind) VALUES"
                                    + " (900001,900012,'2024-05-01','RESCUED')"),
                    "UPDATE hotline.return_record SET kind='DEPORTED' WHERE return_id=900001",
                    "UPDATE hotline.return_record SET return_id=900002 WHERE return_id=900001",
                    "DELETE FROM hotline.return_record WHERE return_id=900002"),
            hotline(
                    "call",
                    List.of(
                            "INSERT INTO hotline.call (call_id,received_at,channel,centre,outcome) VALUES"
                                    + " ('00000000-0000-4000-8000-000000900001','2024-05-01 08:00:00+07','VOICE','HANOI','ADVICE')"),
                    "UPDATE hotline.call SET duration_s=5 WHERE call_id='00000000-0000-4000-8000-000000900001'",
                    "UPDATE hotline.call SET call_id='00000000-0000-4000-8000-000000900002'"
                            + " WHERE call_id='00000000-0000-4000-8000-000000900001'",
                    "DELETE FROM hotline.call WHERE call_id='00000000-0000-4000-8000-000000900002'"),
            hotline(
                    "referral",
                    List.of(
                            "INSERT INTO hotline.agency VALUES ('THU-9','Cơ quan thử 9','NGO','VN',NULL,false)",
                            "INSERT INTO hotline.victim (victim_id,created_at) VALUES (900013,'2024-05-01 08:00:00+07')",
                            "INSERT INTO hotline.case_file (case_no,victim_id,opened_on,status) VALUES"
                                    + " ('MB-24-90009',900013,'2024-05-01','NEW')",
                            "INSERT INTO hotline.referral VALUES"
                                    + " (900001,'MB-24-90009','THU-9','SHELTER','2024-05-02',NULL,'PENDING',NULL)"),
                    "UPDATE hotline.referral SET outcome='COMPLETED', satisfaction=4 WHERE referral_id=900001",
                    "UPDATE hotline.referral SET referral_id=900002 WHERE referral_id=900001",
                    "DELETE FROM hotline.referral WHERE referral_id=900002"),
            hotline(
                    "call_review",
                    List.of(
                            "INSERT INTO hotline.call (call_id,received_at,channel,centre,outcome) VALUES"
                                    + " ('00000000-0000-4000-8000-000000900011','2024-05-01 08:00:00+07','VOICE','HANOI','ADVICE')",
                            "INSERT INTO hotline.call_review VALUES"
                                    + " (900001,'00000000-0000-4000-8000-000000900011','tv01',88.5,NULL,'2024-05-02 08:00:00+07')"),
                    "UPDATE hotline.call_review SET score=90.0 WHERE review_id=900001",
                    "UPDATE hotline.call_review SET review_id=900002 WHERE review_id=900001",
                    "DELETE FROM hotline.call_review WHERE review_id=900002"),
            hotline(
                    "site_status",
                    List.of(
                            "INSERT INTO hotline.site_status VALUES (900001,'HANOI','PBX','UP',NULL,'2024-05-02 08:00:00+07')"),
                    "UPDATE hotline.site_status SET state='DOWN' WHERE status_id=900001",
                    "UPDATE hotline.site_status SET status_id=900002 WHERE status_id=900001",
                    "DELETE FROM hotline.site_status WHERE status_id=900002"));

    /** The table's name with its schema where it has one. */
    String qualifiedName() {
        return switch (system) {
            case SWITCHBOARD -> name;
            case HOTLINE -> "hotline." + name;
        };
    }

    String truncate() {
        return switch (system) {
            case SWITCHBOARD -> "TRUNCATE TABLE " + name;
            case HOTLINE -> "TRUNCATE TABLE hotline." + name + " CASCADE";
        };
    }

    private static LegacyTable switchboard(String name, String insert, String update, String keyChange, String delete) {
        return new LegacyTable(SourceSystem.SWITCHBOARD, name, List.of(insert), update, keyChange, delete);
    }

    private static LegacyTable hotline(
            String name, List<String> insert, String update, String keyChange, String delete) {
        return new LegacyTable(SourceSystem.HOTLINE, name, insert, update, keyChange, delete);
    }
}
