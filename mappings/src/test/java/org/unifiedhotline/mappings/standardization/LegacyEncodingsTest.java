package org.unifiedhotline.mappings.standardization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Names keyed in old encodings")
class LegacyEncodingsTest {

    @ParameterizedTest(name = "TCVN3: {0} is {1}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "NguyÔn V¨n Hïng, Nguyễn Văn Hùng",
                "Lª Xu©n Lîi, Lê Xuân Lợi",
                "Ph¹m §×nh Sü, Phạm Đình Sỹ",
                "M¸ MÝ Pã, Má Mí Pó",
                "Phan ThÞ Thñy, Phan Thị Thủy",
                "Hoµng V¨n Th¾ng, Hoàng Văn Thắng",
                "§ç ThÞ Hång, Đỗ Thị Hồng",
                "Ng« ThÞ ¸nh, Ngô Thị Ánh",
                "NGUYÔN V¡N HïNG, NGUYỄN VĂN HÙNG",
                "chị Hoµng V¨n Th¾ng, chị Hoàng Văn Thắng"
            })
    void areRepairedFromTcvn3(String written, String meant) {
        LegacyEncodings.Repaired repaired = LegacyEncodings.repair(written);
        assertThat(repaired).isEqualTo(new LegacyEncodings.Repaired(meant, "repaired-tcvn3"));
    }

    @Test
    void areRepairedFromTcvn3WithItsSoftHyphen() {
        assertThat(LegacyEncodings.repair("TrÇn Thu Th\u00AD\u00EAng"))
                .isEqualTo(new LegacyEncodings.Repaired("Trần Thu Thường", "repaired-tcvn3"));
        assertThat(LegacyEncodings.repair("H'Bl\u00ADp Ml«"))
                .isEqualTo(new LegacyEncodings.Repaired("H'Blưp Mlô", "repaired-tcvn3"));
    }

    @ParameterizedTest(name = "VNI: {0} is {1}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Nguyeãn Vaên Huøng, Nguyễn Văn Hùng",
                "Traàn Thò Thu Höông, Trần Thị Thu Hương",
                "Ñaëng Thuøy Traâm, Đặng Thùy Trâm",
                "Leâ Hoàng Phöôùc, Lê Hồng Phước",
                "NGUYEÃN VAÊN HUØNG, NGUYỄN VĂN HÙNG",
                "Phaïm Ngoïc AÅn, Phạm Ngọc Ẩn",
                "Leâ Nhö Tö, Lê Như Tư",
                "Taï Minh Trí, Tạ Minh Trí"
            })
    void areRepairedFromVni(String written, String meant) {
        assertThat(LegacyEncodings.repair(written)).isEqualTo(new LegacyEncodings.Repaired(meant, "repaired-vni"));
    }

    @ParameterizedTest(name = "VIQR: {0} is {1}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Nguye^~n Va(n Hu`ng, Nguyễn Văn Hùng",
                "DDa(.ng Thi. Hu+o+ng, Đặng Thị Hương",
                "Le^ Thu?y, Lê Thủy",
                "DDinh Tro.ng Hoa, Đinh Trọng Hoa",
                "Qua'ch Minh Thu?y, Quách Minh Thủy",
                "Ma.c Minh Ngo., Mạc Minh Ngọ"
            })
    void areRepairedFromViqr(String written, String meant) {
        assertThat(LegacyEncodings.repair(written)).isEqualTo(new LegacyEncodings.Repaired(meant, "repaired-viqr"));
    }

    @Test
    void areRepairedFromUtf8ReadAsLatin() {
        assertThat(LegacyEncodings.repair("Nguyá»…n Thá»‹ Hoa"))
                .isEqualTo(new LegacyEncodings.Repaired("Nguyễn Thị Hoa", "repaired-utf8"));
        assertThat(LegacyEncodings.repair("HoÃ\u00A0ng VÄ\u0083n ThÃ\u00A0nh"))
                .as("half of an à is a no-break space")
                .isEqualTo(new LegacyEncodings.Repaired("Hoàng Văn Thành", "repaired-utf8"));
        assertThat(LegacyEncodings.repair("VÃ\u00A0ng Anh"))
                .isEqualTo(new LegacyEncodings.Repaired("Vàng Anh", "repaired-utf8"));
    }

    @Test
    @DisplayName("are none of today's places")
    void areNoneOfTodaysPlaces() {
        assertThat(ReferenceTable.rows("admin-units-2025.csv", true))
                .allSatisfy(unit -> assertThat(unit)
                        .allSatisfy(
                                name -> assertThat(LegacyEncodings.repair(name)).isNull()));
    }

    @ParameterizedTest(name = "{0} stays")
    @ValueSource(
            strings = {
                "Nguyễn Thị Hoa",
                "Lê Hoà",
                "Hà Tú",
                "Tạ Bé",
                "Trần Tuân",
                "Vò",
                "Bùii Văn Nhuận",
                "Trương Quôc Đức",
                "Võ Thị Lôc",
                "Lê Lôc",
                "Bùi Quôc Hà",
                "Trần Bíchh",
                "Müller",
                "José García",
                "Jürgen",
                "François",
                "Núñez",
                "Muñoz",
                "Loïc Dubois",
                "Loïc",
                "Lü Mei",
                "Lü",
                "Zoé",
                "Søren",
                "Chloë",
                "H'Yuên Niê",
                "Y Bhăm Mlô",
                "Vàng A Sử",
                "Thạch Sô Phia",
                "H'Blưp Êban",
                "Y Wăn Byă",
                "Hoa (me chau)",
                "Nguyen Van A",
                "O'Neil",
                "Hoa.",
                "Bé?",
                "Hoa (",
                "Xiao Li",
                "Anna+Maria",
                "O'Brien",
                "Nguyen Thi.Hoa",
                "Ng.V.A",
                "Nguyễn\u00A0Thị Hoa",
                "Hoa\u00A0Lan"
            })
    void areLeftAloneWhereNothingShowsDamage(String good) {
        assertThat(LegacyEncodings.repair(good)).isNull();
    }
}
