package org.unifiedhotline.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;

@DisplayName("Columns of codes that hold anything")
class OpenCodesTest {
    private static final SourceTable CASES = SourceTable.of(SourceSystem.HOTLINE, "case_file");
    private static final SourceTable CALLS = SourceTable.of(SourceSystem.HOTLINE, "call");
    private static final SourceTable CHILDS_CASES = SourceTable.of(SourceSystem.SWITCHBOARD, "ca_can_thiep");

    private static final SourceTable CHILDS_CALLS = SourceTable.of(SourceSystem.SWITCHBOARD, "cuoc_goi");
    private static final SourceTable ASSESSMENTS = SourceTable.of(SourceSystem.SWITCHBOARD, "qms_danh_gia");

    @Test
    @DisplayName("keep their codes, in every form in which they are captured")
    void codes() {
        for (Object value : Arrays.asList(
                List.of("SEXUAL", "ORGAN"), Arrays.asList("ORGAN", null), "[0:1]={SEXUAL,ORGAN}", "{}", null)) {
            assertThat(OpenCodes.only(CASES, "exploitation", value)).isEqualTo(value);
        }
        assertThat(OpenCodes.only(CALLS, "language", "hmn")).isEqualTo("hmn");
        assertThat(OpenCodes.only(CHILDS_CASES, "loai_vu_viec", "MUA_BAN")).isEqualTo("MUA_BAN");
        assertThat(OpenCodes.only(CALLS, "case_no", "any text")).isEqualTo("any text");
        for (String topic : List.of("BLGD", "HOCDUONG", "TL-1 ", "LV12")) {
            assertThat(OpenCodes.only(CHILDS_CALLS, "ma_linh_vuc", topic)).isEqualTo(topic);
        }
        String points = "{\"lang_nghe\": 18, \"ghi_chep\":14.5}";
        assertThat(OpenCodes.only(ASSESSMENTS, "tieu_chi", points)).isEqualTo(points);
    }

    @Test
    @DisplayName("hold points under names that are codes alone, and none as long as a number of somebody's")
    void points() {
        assertThat(OpenCodes.only(
                        ASSESSMENTS,
                        "tieu_chi",
                        "{\"lang_nghe\":18,\"nguyen_thi_hoa\":3,\"ghi_chep\":912345678,\"thong_tin\":\"Hoa\"}"))
                .isEqualTo("{\"lang_nghe\": 18}");
        for (String words : List.of("{\"Em Hoa\": 18}", "Hoa", "{}Hoa", "[\"Hoa\"]", "{\"lang_nghe\":\"Hoa\"}")) {
            assertThat(OpenCodes.only(ASSESSMENTS, "tieu_chi", words)).as(words).isNull();
        }
        assertThat(OpenCodes.only(ASSESSMENTS, "tieu_chi", null)).isNull();
    }

    @Test
    @DisplayName("hold ? in the place of what is none")
    void none() {
        assertThat(OpenCodes.only(CASES, "exploitation", List.of("SEXUAL", "bị bán")))
                .isEqualTo(List.of("SEXUAL", "?"));
        assertThat(OpenCodes.only(CASES, "exploitation", "[0:1]={SEXUAL,\"bị dì bán\"}"))
                .isEqualTo(List.of("SEXUAL", "?"));
        assertThat(OpenCodes.only(CASES, "exploitation", "bị bán")).isEqualTo("?");
        assertThat(OpenCodes.only(CALLS, "language", "{hmn}")).isEqualTo("?");
        assertThat(OpenCodes.only(CALLS, "language", 7L)).isEqualTo("?");
        assertThat(OpenCodes.only(CHILDS_CASES, "loai_vu_viec", "bị dì bán")).isEqualTo("?");
        for (String words : List.of("Em Hoa", "hoa", "Hoa", "EM HOA", "ĐÀO", "0912345")) {
            assertThat(OpenCodes.only(CHILDS_CALLS, "ma_linh_vuc", words)).isEqualTo("?");
        }
        assertThat(OpenCodes.only(CASES, "exploitation", OpenCodes.only(CASES, "exploitation", List.of("bị bán"))))
                .as("again")
                .isEqualTo(List.of("?"));
    }
}
