package org.unifiedhotline.mappings.standardization;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Folding")
class FoldingTest {

    @ParameterizedTest(name = "{0} folds to {1}")
    @CsvSource({
        "Nguyễn Thị Hoa, nguyen thi hoa",
        "  Huỳnh  Thị  Cúc , huynh thi cuc",
        "ĐẶNG ĐÌNH ĐỨC, dang dinh duc",
        "Ðặng Ðình Ðức, dang dinh duc",
        "Ɖặng, dang",
        "Phước Bửu, phuoc buu",
        "Ước, uoc",
        "H'Yuên Niê, h yuen nie",
        "H’Blưp Êban, h blup eban",
        "Đắk R'Lấp, dak r lap",
        "Bà Rịa - Vũng Tàu, ba ria vung tau",
        "José Müller, jose muller",
        "Straße, strasse",
        "李丽, 李丽",
        "MB-19-00042, mb 19 00042"
    })
    void takesMarksCapitalsAndPunctuationAway(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @ParameterizedTest(name = "{0} has the toneless key {1}")
    @CsvSource({
        "Hoà, hoa2",
        "Hòa, hoa2",
        "Hoa, hoa",
        "Hỏa, hoa3",
        "Thuý, thuy1",
        "Thúy, thuy1",
        "Thủy, thuy3",
        "Nguyễn, nguyên4",
        "Đặng, đăng5",
        "Ðặng, đăng5",
        "Hương, hương",
        "Lệ Thuỷ, lê5 thuy3",
        "Lệ Thủy, lê5 thuy3"
    })
    void keepsTheToneWhereverItsMarkSits(String text, String key) {
        assertThat(Folding.toneless(text)).isEqualTo(key);
    }

    @Test
    void keepsTheMarksInTheExactKey() {
        assertThat(Folding.exact("  NGUYỄN  Thị Hoà ")).isEqualTo("nguyễn thị hoà");
        assertThat(Folding.exact("H’YUÊN Niê")).isEqualTo("h'yuên niê");
        assertThat(Folding.exact("Hoà")).isNotEqualTo(Folding.exact("Hòa"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nguyễn Thị Hoà", "Đặng Thuỳ Trâm", "H'Blưp Kbuôr", "Vừ Mí Pó", "Phạm Ngọc Ẩn", "Ưng Ơn"})
    void doesNotCareWhetherTextIsComposedOrDecomposed(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo(text);
        assertThat(NameKeys.of(decomposed)).isEqualTo(NameKeys.of(text));
    }

    @Test
    void takesMarksTypedInTheOtherOrderForTheSameLetter() {
        // e with dot below, then circumflex; and the other way round
        assertThat(Folding.exact("Le\u0323\u0302")).isEqualTo("lệ");
        assertThat(Folding.exact("Le\u0302\u0323")).isEqualTo("lệ");
    }

    @Test
    void isIdempotentOnAnyText() {
        Random random = new Random(20250701);
        String letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạếềểễệưứừửữựĐÐƉ H'’.-\u0301\u0323\u00ADñüß李 ";
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int at = 0; at < 12; at++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            NameKeys keys = NameKeys.of(text.toString());
            assertThat(Folding.fold(keys.folded())).isEqualTo(keys.folded());
            assertThat(Folding.exact(keys.exact())).isEqualTo(keys.exact());
            assertThat(Folding.fold(keys.exact())).isEqualTo(keys.folded());
            assertThat(Folding.words(text.toString()).stream()
                            .map(Folding.FoldedWord::folded)
                            .toList())
                    .isEqualTo(
                            keys.folded().isEmpty()
                                    ? List.of()
                                    : List.of(keys.folded().split(" ")));
        }
    }

    @Test
    void tellsWhereEachWordStands() {
        assertThat(Folding.words("chị  Hòa (mẹ)"))
                .containsExactly(
                        new Folding.FoldedWord("chi", 0, 3),
                        new Folding.FoldedWord("hoa", 5, 8),
                        new Folding.FoldedWord("me", 10, 12));
    }
}
