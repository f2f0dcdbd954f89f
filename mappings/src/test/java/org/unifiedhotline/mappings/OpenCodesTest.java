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
        assertThat(OpenCodes.only(CASES, "exploitation", OpenCodes.only(CASES, "exploitation", List.of("bị bán"))))
                .as("again")
                .isEqualTo(List.of("?"));
    }
}
