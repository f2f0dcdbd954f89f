package org.unifiedhotline.mappings.standardization;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unifiedhotline.mappings.canonical.Flag;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonName.NameKind;

@DisplayName("Names")
class NamesTest {
    private final Flags flags = new Flags();

    private PersonName only(String written) {
        List<PersonName> names = Names.of(written, List.of(), flags);
        assertThat(names).hasSize(1);
        return names.getFirst();
    }

    private String parts(String written) {
        PersonName name = Names.of(written, List.of(), flags).getFirst();
        return Objects.requireNonNullElse(name.family(), "-")
                + "|" + Objects.requireNonNullElse(name.middle(), "-")
                + "|" + Objects.requireNonNullElse(name.given(), "-");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Nguyễn Thị Hoa, Nguyễn|Thị|Hoa",
                "Nguyễn Thị Ngọc Phương, Nguyễn|Thị Ngọc|Phương",
                "Vũ Ân, Vũ|-|Ân",
                "Huy, -|-|Huy",
                "Nguyễn, Nguyễn|-|-",
                "Ngọc Lan, -|Ngọc|Lan",
                "Anh Thư, -|Anh|Thư",
                "Tôn Nữ Thị Ninh, Tôn Nữ|Thị|Ninh",
                "Vàng A Sử, Vàng|A|Sử",
                "Giàng Mí Pó, Giàng|Mí|Pó",
                "Vàng Seo Lử, Vàng|Seo|Lử",
                "Thạch Sô Phia, Thạch|Sô|Phia",
                "H'Yuên Niê, Niê|-|Yuên",
                "H' Yuên Niê, Niê|-|Yuên",
                "H’Nga, -|-|Nga",
                "H'Wen Niê Kdăm, Niê Kdăm|-|Wen",
                "Y Bhăm Mlô, Mlô|-|Bhăm",
                "Y KHIÊM MLÔ, Mlô|-|Khiêm",
                "Y Byă, Byă|-|-",
                "Siu H'Lan, Siu|-|Lan",
                "A Blung, -|-|Blung",
                "Y Blen, -|-|Blen",
                "'Blưp Mlô, Mlô|-|Blưp",
                "Bùii Văn Nhuận, Bùii|Văn|Nhuận",
                "Nguyên Uyển, Nguyên|-|Uyển"
            })
    void areTakenApart(String written, String parts) {
        assertThat(parts(written)).isEqualTo(parts);
    }

    @ParameterizedTest(name = "{0} is shown as {1}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "NGUYỄN THỊ ÂN, Nguyễn Thị Ân",
                "nguyễn thị nghi, Nguyễn Thị Nghi",
                "H'YUÊN NIÊ, H'Yuên Niê",
                "h’blup eban, H'Blup Eban",
                "  Huỳnh   Thị  Cúc , Huỳnh Thị Cúc",
                "Ðặng Thị Hoa, Đặng Thị Hoa",
                "Nguyễn Thị Hoa (mẹ cháu Na), Nguyễn Thị Hoa",
                "Nguyễn Thị Hoa - mẹ cháu, Nguyễn Thị Hoa",
                "Hoa 0912345678, Hoa",
                "NguyÔn V¨n Hïng, Nguyễn Văn Hùng",
                "Le Thi Khanh, Le Thi Khanh"
            })
    void areShownInSensibleForm(String written, String display) {
        PersonName name = only(written);
        assertThat(name.display()).isEqualTo(display);
        assertThat(name.written()).isEqualTo(written);
    }

    @ParameterizedTest(name = "{0} is {1} with a title")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "chị Nguyễn Thị Hoa, Nguyễn Thị Hoa",
                "anh Nguyễn Hà Pháp, Nguyễn Hà Pháp",
                "anh  Nguyễn  Thị  Hoa, Nguyễn Thị Hoa",
                "Anh Nguyễn Văn Hùng, Nguyễn Văn Hùng",
                "anh NGÔ PHƯƠNG DẠ, Ngô Phương Dạ",
                "em Nguyễn Thị Hoa, Nguyễn Thị Hoa",
                "bé Na, Na",
                "cháu bé Na, Na",
                "Chị Hoa, Hoa",
                "anh Hùng, Hùng",
                "chi Nguyen Thi Hoa, Nguyen Thi Hoa",
                "bà Trần Thị Tư, Trần Thị Tư"
            })
    void loseTheirTitles(String written, String display) {
        assertThat(only(written).display()).isEqualTo(display);
        assertThat(flags.live()).containsExactly(new Flag("names", "title-removed"));
    }

    @ParameterizedTest(name = "{0} stays")
    @ValueSource(
            strings = {
                "Anh Thư",
                "Anh Đào",
                "Nguyễn Tuấn Anh",
                "Châu Quốc Đức",
                "Chu Thị Bé",
                "Em",
                "Bảo Anh",
                "Cô Na Anh"
            })
    void keepWhatIsATitleOnlyElsewhere(String written) {
        String display = written.startsWith("Cô ") ? written.substring(3) : written;
        assertThat(only(written).display()).isEqualTo(display);
    }

    @ParameterizedTest(name = "<{0}> is no name")
    @NullSource
    @ValueSource(
            strings = {
                "khong ro",
                "Không rõ",
                "an danh",
                "Ẩn danh",
                "ẩn danh",
                ".",
                "-",
                "...",
                "?",
                "không tên",
                "chưa rõ",
                "n/a",
                "N/A",
                "không biết tên",
                "KHONG RO",
                "",
                " ",
                "chị",
                "Èn danh",
                "AÅn danh",
                "không rõ (trẻ nhỏ)",
                "0912345678"
            })
    void areEmptyWhereNoneWasGiven(String written) {
        assertThat(Names.of(written, List.of(), flags)).isEmpty();
    }

    @Test
    void sayThatNoneWasGivenOnlyWhereWordsSaidSo() {
        Names.of(null, List.of(), flags);
        assertThat(flags.live()).isEmpty();
        Names.of("an danh", List.of(), flags);
        assertThat(flags.live()).containsExactly(new Flag("names", "no-name-given"));
    }

    @ParameterizedTest(name = "{0} is also {1}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Sử Vàng A, Vàng A Sử, Vàng|A|Sử",
                "Bảo Phạm Khánh, Phạm Khánh Bảo, Phạm|Khánh|Bảo",
                "Thao Vo Thi, Vo Thi Thao, Vo|Thi|Thao",
                "Cầm Trần Thị, Trần Thị Cầm, Trần|Thị|Cầm",
                "đôn nguyễn minh, Nguyễn Minh Đôn, Nguyễn|Minh|Đôn"
            })
    void areAlsoKnownInTheUsualOrderWhereTheGivenNameCameFirst(String written, String usual, String parts) {
        List<PersonName> names = Names.of(written, List.of(), flags);
        assertThat(names).extracting(PersonName::kind).containsExactly(NameKind.PRIMARY, NameKind.ALIAS);
        assertThat(names.getLast().display()).isEqualTo(usual);
        assertThat(names).allSatisfy(name -> assertThat(name.written()).isEqualTo(written));
        assertThat(parts(written)).isEqualTo(parts);
    }

    @Test
    void areFlaggedAndKeptAsWrittenWhereTheOrderIsDoubtful() {
        List<PersonName> names = Names.of("Lâm Nguyễn Thanh", List.of(), flags);
        assertThat(names).extracting(PersonName::display).containsExactly("Lâm Nguyễn Thanh", "Nguyễn Thanh Lâm");
        assertThat(names).extracting(PersonName::given).containsExactly("Thanh", "Lâm");
        assertThat(flags.live()).containsExactly(new Flag("names", "order-doubtful"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Trần Lê Bảo Ngọc",
                "Nguyễn Phan Anh",
                "Lê Thị Hà",
                "Nguyne Thi Hoa",
                "Nguyen Thi Thi",
                "Trân Hoàng Sơn",
                "Y Phôn Mlô",
                "Hà Mai Anh",
                "Thu Hà",
                "Minh Hoàng",
                "Tòng Quang Thụy",
                "Pḥam Quang Tráng",
                "Tong Quang Thuy",
                "Luong Dinh Hung",
                "Bảo An"
            })
    void areNotTurnedWithoutAReason(String written) {
        assertThat(Names.of(written, List.of(), flags)).hasSize(1);
        assertThat(flags.live()).isEmpty();
    }

    @Test
    void includeNicknamesSeparatedByCommaOrSlash() {
        List<PersonName> names = Names.of("Trần Thị Na", List.of("Bé Na / Bông, Mei Ling", "khong co"), flags);
        assertThat(names).extracting(PersonName::display).containsExactly("Trần Thị Na", "Na", "Bông", "Mei Ling");
        assertThat(names)
                .extracting(PersonName::kind)
                .containsExactly(NameKind.PRIMARY, NameKind.ALIAS, NameKind.ALIAS, NameKind.ALIAS);
    }

    @Test
    void doNotTurnNamesUsedAbroad() {
        List<PersonName> names = Names.of("Phan Thị Hương", List.of("Chen Li", "Xiao Li"), flags);
        assertThat(names).extracting(PersonName::display).containsExactly("Phan Thị Hương", "Chen Li", "Xiao Li");
    }

    @Test
    void haveKeysInThreeStrengths() {
        PersonName name = only("Nguyễn Thị Hoà");
        assertThat(name.exact()).isEqualTo("nguyễn thị hoà");
        assertThat(name.toneless()).isEqualTo("nguyên4 thi5 hoa2");
        assertThat(name.folded()).isEqualTo("nguyen thi hoa");
    }

    @Test
    void areTheSameComposedAndDecomposed() {
        String decomposed = Normalizer.normalize("Đặng Thuỳ Trâm", Normalizer.Form.NFD);
        PersonName name = only(decomposed);
        assertThat(name.display()).isEqualTo("Đặng Thuỳ Trâm");
        assertThat(name.toneless()).isEqualTo(only("Đặng Thùy Trâm").toneless());
        assertThat(flags.live()).isEmpty();
    }

    @Test
    @DisplayName("are no more than fifty in one field")
    void areNoMoreThanFifty() {
        StringBuilder list = new StringBuilder();
        for (int n = 0; n < 5_000; n++) {
            list.append("Na")
                    .append((char) ('a' + n % 26))
                    .append((char) ('a' + n / 26 % 26))
                    .append(", ");
        }
        Flags flags = new Flags();
        assertThat(Names.of(list.toString(), List.of(), flags)).hasSizeLessThanOrEqualTo(50);
        assertThat(flags.live()).contains(new Flag("names", "note-removed"));
    }
}
