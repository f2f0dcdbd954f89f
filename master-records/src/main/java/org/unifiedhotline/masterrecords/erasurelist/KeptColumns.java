package org.unifiedhotline.masterrecords.erasurelist;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.OpenCodes;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceTable;

/**
 * What stays of an erased person's rows, by legacy table: keys, times, and what the office counts by. Of people's own rows only
 * these columns stay, so that a column that a legacy system adds tomorrow goes; of the others, what tells of the person goes, and what
 * stands in a column of codes and is none.
 */
final class KeptColumns {
    /** An agency as somebody wrote it; the keyed hash of it stays. */
    private static final String AGENCY = "don_vi_nhan";

    private static final Map<String, Set<String>> OF_PEOPLE = Map.of(
            "switchboard/nguoi_goi", Set.of("id", "ngay_tao", "ngay_sua"),
            "switchboard/tre_em", Set.of("id", "ngay_tao", "ngay_sua"),
            "hotline/caller", Set.of("caller_id", "created_at", "updated_at"),
            "hotline/victim", Set.of("victim_id", "dob_precision", "created_at", "updated_at"));

    private static final Map<String, Set<String>> OF_OTHERS = Map.of(
            "switchboard/cuoc_goi",
                    Set.of(
                            "id",
                            "thoi_gian",
                            "kenh",
                            "so_goi_den",
                            "id_nguoi_goi",
                            "ma_tdv",
                            "trung_tam",
                            "thoi_luong",
                            "loai",
                            "ma_linh_vuc",
                            "id_ca"),
            "switchboard/ca_can_thiep",
                    Set.of(
                            "id",
                            "ma_ca",
                            "id_tre_em",
                            "id_nguoi_bao",
                            "loai_vu_viec",
                            "muc_do",
                            "trang_thai",
                            "ngay_mo",
                            "ngay_dong"),
            "switchboard/qms_danh_gia", Set.of("id", "id_cuoc_goi", "nguoi_cham", "diem", "tieu_chi", "ngay_cham"),
            "hotline/call",
                    Set.of(
                            "call_id",
                            "received_at",
                            "channel",
                            "caller_number",
                            "caller_id",
                            "counsellor",
                            "centre",
                            "language",
                            "duration_s",
                            "outcome",
                            "case_no"),
            "hotline/case_file",
                    Set.of(
                            "case_no",
                            "victim_id",
                            "reported_by",
                            "opened_on",
                            "closed_on",
                            "status",
                            "exploitation",
                            "destination_country"),
            "hotline/return_record",
                    Set.of("return_id", "victim_id", "returned_on", "kind", "receiving_agency", "screened_as"),
            "hotline/call_review", Set.of("review_id", "call_id", "reviewer", "score", "reviewed_at"),
            "switchboard/chuyen_tuyen",
                    Set.of("id", "id_ca", AGENCY, "loai_don_vi", "ma_tinh", "ngay_chuyen", "ngay_phan_hoi", "ket_qua"),
            "hotline/referral",
                    Set.of(
                            "referral_id",
                            "case_no",
                            "agency_code",
                            "referred_on",
                            "responded_on",
                            "outcome",
                            "satisfaction"));

    private KeptColumns() {}

    /** Whether rows of this table speak of one person. */
    static boolean isOfPeople(SourceTable table) {
        return OF_PEOPLE.containsKey(table.toString());
    }

    /**
     * What stays of a row.
     *
     * @param number the column of a telephone that goes though it is otherwise kept, since it is the erased person's; null if none
     * @param agency what stands in the place of an agency's name
     */
    static SourceRow of(SourceTable table, SourceRow row, @Nullable String number, UnaryOperator<String> agency) {
        Set<String> kept = OF_PEOPLE.getOrDefault(table.toString(), OF_OTHERS.getOrDefault(table.toString(), Set.of()));
        if (kept.isEmpty()) {
            return row; // of nobody: agencies, topics, counsellors, equipment
        }
        SourceRow some = row.keeping(name -> kept.contains(name) && !name.equals(number))
                .replacing(AGENCY, name -> agency.apply(String.valueOf(name)));
        for (String name : kept) {
            some = some.replacing(name, value -> OpenCodes.only(table, name, value));
        }
        return some;
    }
}
