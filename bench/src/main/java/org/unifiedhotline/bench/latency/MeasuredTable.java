package org.unifiedhotline.bench.latency;

import java.util.List;
import org.unifiedhotline.bench.latency.Token.Field;

/**
 * How one legacy table is written by the benchmark. In each statement the first parameter is the token; in updates and
 * deletes the last is the key. Inserts copy a row that stands there, so that the new one resolves as real ones do.
 *
 * @param insert parameters: token, new key, key of the row to copy
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
                            + " SELECT ?,?,ho_ten,gioi_tinh,nam_sinh,ma_tinh,quan_huyen,xa_phuong,NOW() FROM nguoi_goi WHERE id=?",
                    "UPDATE nguoi_goi SET dien_thoai=?, ngay_sua=NOW() WHERE id=?",
                    "DELETE FROM nguoi_goi WHERE id=?"),
            new MeasuredTable(
                    true,
                    "tre_em",
                    "id",
                    Field.TELEPHONE,
                    "INSERT INTO tre_em (dien_thoai_gd,id,ho_ten,ngay_sinh,gioi_tinh,ma_tinh,quan_huyen,xa_phuong,ho_ten_me,ngay_tao)"
                            + " SELECT ?,?,ho_ten,ngay_sinh,gioi_tinh,ma_tinh,quan_huyen,xa_phuong,ho_ten_me,NOW() FROM tre_em WHERE id=?",
                    "UPDATE tre_em SET dien_thoai_gd=?, ngay_sua=NOW() WHERE id=?",
                    "DELETE FROM tre_em WHERE id=?"),
            new MeasuredTable(
                    true,
                    "ca_can_thiep",
                    "id",
                    Field.CASE_NUMBER,
                    "INSERT INTO ca_can_thiep (ma_ca,id,id_tre_em,id_nguoi_bao,quan_he,loai_vu_viec,muc_do,trang_thai,ngay_mo)"
                            + " SELECT ?,?,id_tre_em,id_nguoi_bao,quan_he,loai_vu_viec,muc_do,'MO',ngay_mo FROM ca_can_thiep WHERE id=?",
                    "UPDATE ca_can_thiep SET ma_ca=? WHERE id=?",
                    "DELETE FROM ca_can_thiep WHERE id=?"),
            new MeasuredTable(
                    true,
                    "cuoc_goi",
                    "id",
                    Field.TELEPHONE,
                    "INSERT INTO cuoc_goi (so_goi_den,id,thoi_gian,kenh,id_nguoi_goi,ma_tdv,trung_tam,thoi_luong,loai,id_ca)"
                            + " SELECT ?,?,NOW(),'GOI',id_nguoi_goi,ma_tdv,trung_tam,60,loai,NULL FROM cuoc_goi WHERE id=?",
                    "UPDATE cuoc_goi SET so_goi_den=? WHERE id=?",
                    "DELETE FROM cuoc_goi WHERE id=?"),
            new MeasuredTable(
                    false,
                    "hotline.caller",
                    "caller_id",
                    Field.TELEPHONE,
                    "INSERT INTO hotline.caller (phone_1,caller_id,full_name,sex,birth_year,province_name,district_name,"
                            + "relation_to_victim,created_at) SELECT ?,?,full_name,sex,birth_year,province_name,district_name,"
                            + "relation_to_victim,now() FROM hotline.caller WHERE caller_id=?",
                    "UPDATE hotline.caller SET phone_1=?, updated_at=now() WHERE caller_id=?",
                    "DELETE FROM hotline.caller WHERE caller_id=?"),
            new MeasuredTable(
                    false,
                    "hotline.victim",
                    "victim_id",
                    Field.TELEPHONE,
                    "INSERT INTO hotline.victim (phone,victim_id,family_name,middle_and_given_name,dob,dob_precision,sex,"
                            + "home_province,home_district,created_at) SELECT ?,?,family_name,middle_and_given_name,dob,"
                            + "dob_precision,sex,home_province,home_district,now() FROM hotline.victim WHERE victim_id=?",
                    "UPDATE hotline.victim SET phone=?, updated_at=now() WHERE victim_id=?",
                    "DELETE FROM hotline.victim WHERE victim_id=?"),
            new MeasuredTable(
                    false,
                    "hotline.case_file",
                    "case_no",
                    Field.CASE_NUMBER,
                    "INSERT INTO hotline.case_file (case_no,victim_id,reported_by,opened_on,status) SELECT ?,victim_id,"
                            + "reported_by,current_date,'NEW' FROM hotline.case_file WHERE ?::text IS NOT NULL AND case_no=?",
                    "UPDATE hotline.case_file SET case_no=? WHERE case_no=?",
                    "DELETE FROM hotline.case_file WHERE case_no=?"),
            new MeasuredTable(
                    false,
                    "hotline.call",
                    "call_id",
                    Field.TELEPHONE,
                    "INSERT INTO hotline.call (caller_number,call_id,received_at,channel,caller_id,centre,outcome) SELECT ?,?::uuid,"
                            + "now(),'VOICE',caller_id,centre,'ADVICE' FROM hotline.call WHERE call_id=?::uuid",
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
