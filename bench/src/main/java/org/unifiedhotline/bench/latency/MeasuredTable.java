package org.unifiedhotline.bench.latency;

import java.util.List;
import org.unifiedhotline.bench.latency.Token.Field;

/**
 * How one legacy table is written by the benchmark. In each statement the first parameter is the token; in updates and
 * deletes the last is the key. A new person has the name of one that stands there and the year and place of another; a
 * new case or call is about people who stand there: so they resolve as real ones do, and clusters do not grow for ever.
 *
 * @param insert parameters: token, new key, keys of two rows to copy from
 */
record MeasuredTable(
        boolean switchboard, String name, String key, Field field, String insert, String update, String delete) {

    static final List<MeasuredTable> ALL = List.of(
            new MeasuredTable(
                    true,
                    "nguoi_goi",
                    "id",
                    Field.TELEPHONE,
                    "INSERT INTO nguoi_goi (dien_thoai,id,ho_ten,gioi_tinh,nam_sinh,ma_tinh,quan_huyen,xa_phuong,ngay_tao)"
                            + " SELECT ?,?,a.ho_ten,a.gioi_tinh,b.nam_sinh,b.ma_tinh,b.quan_huyen,b.xa_phuong,NOW()"
                            + " FROM nguoi_goi a, nguoi_goi b WHERE a.id=? AND b.id=?",
                    "UPDATE nguoi_goi SET dien_thoai=?, ngay_sua=NOW() WHERE id=?",
                    "DELETE FROM nguoi_goi WHERE id=?"),
            new MeasuredTable(
                    true,
                    "tre_em",
                    "id",
                    Field.TELEPHONE,
                    "INSERT INTO tre_em (dien_thoai_gd,id,ho_ten,ngay_sinh,gioi_tinh,ma_tinh,quan_huyen,xa_phuong,ho_ten_me,ngay_tao)"
                            + " SELECT ?,?,a.ho_ten,b.ngay_sinh,a.gioi_tinh,b.ma_tinh,b.quan_huyen,b.xa_phuong,b.ho_ten_me,NOW()"
                            + " FROM tre_em a, tre_em b WHERE a.id=? AND b.id=?",
                    "UPDATE tre_em SET dien_thoai_gd=?, ngay_sua=NOW() WHERE id=?",
                    "DELETE FROM tre_em WHERE id=?"),
            new MeasuredTable(
                    true,
                    "ca_can_thiep",
                    "id",
                    Field.CASE_NUMBER,
                    "INSERT INTO ca_can_thiep (ma_ca,id,id_tre_em,id_nguoi_bao,quan_he,loai_vu_viec,muc_do,trang_thai,ngay_mo)"
                            + " SELECT ?,?,a.id_tre_em,a.id_nguoi_bao,a.quan_he,b.loai_vu_viec,b.muc_do,'MO',a.ngay_mo"
                            + " FROM ca_can_thiep a, ca_can_thiep b WHERE a.id=? AND b.id=?",
                    "UPDATE ca_can_thiep SET ma_ca=? WHERE id=?",
                    "DELETE FROM ca_can_thiep WHERE id=?"),
            new MeasuredTable(
                    true,
                    "cuoc_goi",
                    "id",
                    Field.TELEPHONE,
                    "INSERT INTO cuoc_goi (so_goi_den,id,thoi_gian,kenh,id_nguoi_goi,ma_tdv,trung_tam,thoi_luong,loai,id_ca)"
                            + " SELECT ?,?,NOW(),'GOI',a.id_nguoi_goi,b.ma_tdv,b.trung_tam,60,b.loai,NULL"
                            + " FROM cuoc_goi a, cuoc_goi b WHERE a.id=? AND b.id=?",
                    "UPDATE cuoc_goi SET so_goi_den=? WHERE id=?",
                    "DELETE FROM cuoc_goi WHERE id=?"),
            new MeasuredTable(
                    false,
                    "hotline.caller",
                    "caller_id",
                    Field.TELEPHONE,
                    "INSERT INTO hotline.caller (phone_1,caller_id,full_name,sex,birth_year,province_name,district_name,"
                            + "relation_to_victim,created_at) SELECT ?,?,a.full_name,a.sex,b.birth_year,b.province_name,"
                            + "b.district_name,b.relation_to_victim,now()"
                            + " FROM hotline.caller a, hotline.caller b WHERE a.caller_id=? AND b.caller_id=?",
                    "UPDATE hotline.caller SET phone_1=?, updated_at=now() WHERE caller_id=?",
                    "DELETE FROM hotline.caller WHERE caller_id=?"),
            new MeasuredTable(
                    false,
                    "hotline.victim",
                    "victim_id",
                    Field.TELEPHONE,
                    "INSERT INTO hotline.victim (phone,victim_id,family_name,middle_and_given_name,dob,dob_precision,sex,"
                            + "home_province,home_district,created_at) SELECT ?,?,a.family_name,a.middle_and_given_name,b.dob,"
                            + "b.dob_precision,a.sex,b.home_province,b.home_district,now()"
                            + " FROM hotline.victim a, hotline.victim b WHERE a.victim_id=? AND b.victim_id=?",
                    "UPDATE hotline.victim SET phone=?, updated_at=now() WHERE victim_id=?",
                    "DELETE FROM hotline.victim WHERE victim_id=?"),
            new MeasuredTable(
                    false,
                    "hotline.case_file",
                    "case_no",
                    Field.CASE_NUMBER,
                    "INSERT INTO hotline.case_file (case_no,victim_id,reported_by,opened_on,status) SELECT ?,"
                            + "a.victim_id,a.reported_by,current_date,'NEW' FROM hotline.case_file a, hotline.case_file b"
                            + " WHERE ?::text IS NOT NULL AND a.case_no=? AND b.case_no=?",
                    "UPDATE hotline.case_file SET case_no=? WHERE case_no=?",
                    "DELETE FROM hotline.case_file WHERE case_no=?"),
            new MeasuredTable(
                    false,
                    "hotline.call",
                    "call_id",
                    Field.TELEPHONE,
                    "INSERT INTO hotline.call (caller_number,call_id,received_at,channel,caller_id,centre,outcome) SELECT ?,?::uuid,"
                            + "now(),'VOICE',a.caller_id,b.centre,'ADVICE' FROM hotline.call a, hotline.call b"
                            + " WHERE a.call_id=?::uuid AND b.call_id=?::uuid",
                    "UPDATE hotline.call SET caller_number=? WHERE call_id=?::uuid",
                    "DELETE FROM hotline.call WHERE call_id=?::uuid"));

    /** Rows that a new one may be copied from: for calls, those with a caller, for only these show in a person's document. */
    String rowsToCopy() {
        String condition = switch (name) {
            case "cuoc_goi" -> " WHERE id_nguoi_goi IS NOT NULL";
            case "hotline.call" -> " WHERE caller_id IS NOT NULL";
            default -> "";
        };
        return "SELECT " + key + " FROM " + name + condition + " ORDER BY 1 LIMIT 2000";
    }
}
