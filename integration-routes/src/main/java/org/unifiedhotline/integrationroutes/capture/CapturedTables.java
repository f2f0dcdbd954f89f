package org.unifiedhotline.integrationroutes.capture;

import java.util.List;
import org.unifiedhotline.mappings.source.SourceSystem;

/** The tables of the source systems: all of both legacy schemas, and no other that may stand beside them. */
final class CapturedTables {
    private static final List<String> SWITCHBOARD = List.of(
            "dm_tinh",
            "dm_linh_vuc",
            "tong_dai_vien",
            "nguoi_goi",
            "tre_em",
            "ca_can_thiep",
            "cuoc_goi",
            "chuyen_tuyen",
            "qms_danh_gia",
            "giam_sat");
    private static final List<String> HOTLINE = List.of(
            "agency",
            "caller",
            "victim",
            "case_file",
            "return_record",
            "call",
            "referral",
            "call_review",
            "site_status");

    private CapturedTables() {}

    static List<String> of(SourceSystem system) {
        return switch (system) {
            case SWITCHBOARD -> SWITCHBOARD;
            case HOTLINE -> HOTLINE;
        };
    }
}
