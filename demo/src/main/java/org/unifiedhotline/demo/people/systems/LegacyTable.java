package org.unifiedhotline.demo.people.systems;

import java.util.Arrays;
import java.util.List;

/** Every table of both legacy schemas with its columns; within a system in the order that foreign keys ask for. */
public enum LegacyTable {
    DM_TINH(SourceSystem.SWITCHBOARD, "dm_tinh", "ma_tinh,ten_tinh,trung_tam"),
    DM_LINH_VUC(SourceSystem.SWITCHBOARD, "dm_linh_vuc", "ma,ten"),
    TONG_DAI_VIEN(SourceSystem.SWITCHBOARD, "tong_dai_vien", "ma_tdv,ho_ten,trung_tam,dang_lam"),
    NGUOI_GOI(
            SourceSystem.SWITCHBOARD,
            "nguoi_goi",
            "id,ho_ten,dien_thoai,gioi_tinh,nam_sinh,ma_tinh,quan_huyen,xa_phuong,dia_chi,dan_toc,ghi_chu,ngay_tao,ngay_sua"),
    TRE_EM(
            SourceSystem.SWITCHBOARD,
            "tre_em",
            "id,ho_ten,ten_goi_khac,ngay_sinh,tuoi_khai,gioi_tinh,so_khai_sinh,so_dinh_danh,ma_tinh,quan_huyen,xa_phuong,"
                    + "dan_toc,ho_ten_cha,ho_ten_me,dien_thoai_gd,tre_khuyet_tat,ngay_tao,ngay_sua"),
    CA_CAN_THIEP(
            SourceSystem.SWITCHBOARD,
            "ca_can_thiep",
            "id,ma_ca,id_tre_em,id_nguoi_bao,quan_he,loai_vu_viec,muc_do,trang_thai,ngay_mo,ngay_dong,tom_tat"),
    CUOC_GOI(
            SourceSystem.SWITCHBOARD,
            "cuoc_goi",
            "id,thoi_gian,kenh,so_goi_den,id_nguoi_goi,ma_tdv,trung_tam,thoi_luong,loai,ma_linh_vuc,id_ca,vi_do,kinh_do,"
                    + "noi_dung"),
    CHUYEN_TUYEN(
            SourceSystem.SWITCHBOARD,
            "chuyen_tuyen",
            "id,id_ca,don_vi_nhan,loai_don_vi,ma_tinh,dich_vu,ngay_chuyen,ngay_phan_hoi,ket_qua"),
    QMS_DANH_GIA(
            SourceSystem.SWITCHBOARD, "qms_danh_gia", "id,id_cuoc_goi,nguoi_cham,diem,tieu_chi,nhan_xet,ngay_cham"),
    GIAM_SAT(SourceSystem.SWITCHBOARD, "giam_sat", "id,trung_tam,thiet_bi,trang_thai,chi_tiet,thoi_gian"),

    AGENCY(SourceSystem.HOTLINE, "agency", "agency_code,name,kind,country,province_name,in_interagency_group"),
    CALLER(
            SourceSystem.HOTLINE,
            "caller",
            "caller_id,full_name,phone_1,phone_2,sex,birth_year,province_name,district_name,relation_to_victim,created_at,"
                    + "updated_at"),
    VICTIM(
            SourceSystem.HOTLINE,
            "victim",
            "victim_id,family_name,middle_and_given_name,aliases,dob,dob_precision,sex,id_type,id_number,nationality,"
                    + "ethnicity,home_province,home_district,home_commune,phone,guardian_name,guardian_phone,"
                    + "consent_to_share,created_at,updated_at"),
    CASE_FILE(
            SourceSystem.HOTLINE,
            "case_file",
            "case_no,victim_id,reported_by,opened_on,closed_on,status,exploitation,means,destination_country,"
                    + "recruited_in_province,narrative"),
    RETURN_RECORD(
            SourceSystem.HOTLINE,
            "return_record",
            "return_id,victim_id,returned_on,kind,border_gate,handed_over_by,receiving_agency,screened_as,certificate_no"),
    CALL(
            SourceSystem.HOTLINE,
            "call",
            "call_id,received_at,channel,caller_number,caller_id,counsellor,centre,language,duration_s,outcome,case_no,lat,"
                    + "lon,summary"),
    REFERRAL(
            SourceSystem.HOTLINE,
            "referral",
            "referral_id,case_no,agency_code,service,referred_on,responded_on,outcome,satisfaction"),
    CALL_REVIEW(SourceSystem.HOTLINE, "call_review", "review_id,call_id,reviewer,score,remarks,reviewed_at"),
    SITE_STATUS(SourceSystem.HOTLINE, "site_status", "status_id,centre,component,state,detail,observed_at");

    private final SourceSystem source;
    private final String tableName;
    private final String columns;

    LegacyTable(SourceSystem source, String tableName, String columns) {
        this.source = source;
        this.tableName = tableName;
        this.columns = columns;
    }

    /** The system that owns the table. */
    public SourceSystem source() {
        return source;
    }

    /** The name without schema, as in truth and crosswalk. */
    public String tableName() {
        return tableName;
    }

    /** The name by which SQL reaches the table: with its schema for the hotline. */
    public String sqlName() {
        return source == SourceSystem.HOTLINE ? "hotline." + tableName : tableName;
    }

    /** Column names in the order of the schema; the first is the primary key. */
    public List<String> columns() {
        return List.of(columns.split(","));
    }

    /** The tables of one system, those that others refer to first. */
    public static List<LegacyTable> of(SourceSystem source) {
        return Arrays.stream(values()).filter(table -> table.source == source).toList();
    }
}
