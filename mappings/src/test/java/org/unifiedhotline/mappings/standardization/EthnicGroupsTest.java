package org.unifiedhotline.mappings.standardization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unifiedhotline.mappings.canonical.Flag;
import org.unifiedhotline.mappings.canonical.Sex;

@DisplayName("Ethnic groups and sexes")
class EthnicGroupsTest {
    private final Flags flags = new Flags();

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Kinh, Kinh",
                "kinh, Kinh",
                "H'Mông, Mông",
                "Hmong, Mông",
                "Mèo, Mông",
                "MÔNG, Mông",
                "Ê Đê, Ê Đê",
                "Ê-đê, Ê Đê",
                "Ede, Ê Đê",
                "Rađê, Ê Đê",
                "Khmer, Khmer",
                "Khơ me, Khmer",
                "Tay, Tày",
                "Thai, Thái",
                "Gia-rai, Gia Rai",
                "Jrai, Gia Rai",
                "Xê Đăng, Xơ Đăng",
                "Bahnar, Ba Na",
                "K'Ho, Cơ Ho",
                "dân tộc Dao, Dao",
                "Muong, Mường",
                "Mường, Mường",
                "Vân Kiều, Bru Vân Kiều",
                "Van Kieu, Bru Vân Kiều",
                "Meo, Mông",
                "Man, Dao",
                "Rhade, Ê Đê",
                "Jarai, Gia Rai",
                "Tho, Thổ"
            })
    void areKnownByAnyUsualSpelling(String written, String name) {
        assertThat(EthnicGroups.of(written, flags)).isEqualTo(name);
        assertThat(flags.live()).isEmpty();
    }

    @Test
    void areFiftyFour() {
        List<String> lines = ReferenceTable.lines("ethnic-groups.txt");
        assertThat(lines).hasSize(54);
        assertThat(lines).allSatisfy(line -> {
            String name = line.split("\\|")[0];
            assertThat(EthnicGroups.of(name, flags)).isEqualTo(name);
            assertThat(EthnicGroups.of(Folding.fold(name), flags)).isEqualTo(name);
        });
    }

    @Test
    void thatAreNotUnderstoodAreFlagged() {
        assertThat(EthnicGroups.of("Klingon", flags)).isNull();
        assertThat(flags.live()).containsExactly(new Flag("ethnicGroup", "not-understood"));
    }

    @Test
    void byCodeAreNotReadForNobodySaysWhichListItIsOf() {
        assertThat(EthnicGroups.of("08", flags)).isNull();
        assertThat(flags.live()).containsExactly(new Flag("ethnicGroup", "code-without-list"));
    }

    @Test
    void sexesAreNumbersOnOneLineAndLettersOnTheOther() {
        assertThat(Sexes.ofNumber(1, flags)).isEqualTo(Sex.MALE);
        assertThat(Sexes.ofNumber(2, flags)).isEqualTo(Sex.FEMALE);
        assertThat(Sexes.ofNumber(0, flags)).isEqualTo(Sex.UNKNOWN);
        assertThat(Sexes.ofNumber(null, flags)).isEqualTo(Sex.UNKNOWN);
        assertThat(Sexes.ofLetter("M", flags)).isEqualTo(Sex.MALE);
        assertThat(Sexes.ofLetter("F", flags)).isEqualTo(Sex.FEMALE);
        assertThat(Sexes.ofLetter("O", flags)).isEqualTo(Sex.OTHER);
        assertThat(Sexes.ofLetter(null, flags)).isEqualTo(Sex.UNKNOWN);
        assertThat(flags.live()).isEmpty();
        assertThat(Sexes.ofNumber(7, flags)).isEqualTo(Sex.UNKNOWN);
        assertThat(flags.live()).containsExactly(new Flag("sex", "unknown-code"));
    }
}
