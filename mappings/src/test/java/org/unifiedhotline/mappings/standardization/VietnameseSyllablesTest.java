package org.unifiedhotline.mappings.standardization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Syllables of Vietnamese")
class VietnameseSyllablesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn", "Trần", "Huỳnh", "Hoà", "Hòa", "Thuý", "Thúy", "Khuê", "Quỳnh", "Quốc", "Gì", "Giêng",
                "Giàng", "Nghĩa", "Xuyến", "Ý", "Ân", "Ước", "Uyên", "Khuỷu", "Thương", "Ngoằn", "Quyết", "Đặng", "Kỷ",
                "Yến", "Oanh"
            })
    void are(String word) {
        assertThat(VietnameseSyllables.isSyllable(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NguyÔn", "V¨n", "Hïng", "Huøng", "Nguyeãn", "Müller", "José", "Mlô", "Êban", "Bùii", "Tgị", "Thờu",
                "ặĐng", "Các̀h", "Hoạnp", "Đưcc", "Phùc", ""
            })
    void areNot(String word) {
        assertThat(VietnameseSyllables.isSyllable(word)).isFalse();
    }
}
