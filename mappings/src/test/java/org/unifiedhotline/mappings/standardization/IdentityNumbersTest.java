package org.unifiedhotline.mappings.standardization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unifiedhotline.mappings.canonical.Birth;
import org.unifiedhotline.mappings.canonical.Flag;
import org.unifiedhotline.mappings.canonical.IdentityNumber;
import org.unifiedhotline.mappings.canonical.IdentityNumber.IdentityKind;
import org.unifiedhotline.mappings.canonical.Sex;

@DisplayName("Identity numbers")
class IdentityNumbersTest {
    private final Flags flags = new Flags();

    private IdentityNumber number(String written, IdentityKind said, Sex sex, Birth birth) {
        return Objects.requireNonNull(IdentityNumbers.of(written, said, sex, birth, flags));
    }

    @ParameterizedTest(name = "{0} is {1} {2}")
    @CsvSource({
        "001168364892, CITIZEN_NUMBER_12, 001168364892",
        "001 168 364 892, CITIZEN_NUMBER_12, 001168364892",
        "001.168.364.892, CITIZEN_NUMBER_12, 001168364892",
        "012345678, IDENTITY_CARD_9, 012345678",
        "012 345 678, IDENTITY_CARD_9, 012345678",
        "B1234567, PASSPORT, B1234567",
        "b 1234567, PASSPORT, B1234567",
        "K12345678, PASSPORT, K12345678",
        "GTH30136, LAISSEZ_PASSER, GTH30136"
    })
    void areToldByTheirForm(String written, IdentityKind kind, String number) {
        assertThat(number(written, null, Sex.UNKNOWN, null)).isEqualTo(new IdentityNumber(written, kind, number, true));
        assertThat(flags.live()).isEmpty();
    }

    @Test
    void ofTwelveDigitsHoldAgainstSexAndBirth() {
        // 1 after the province: a woman born in the 1900s; 68: in 1968
        assertThat(number("001168364892", null, Sex.FEMALE, Births.year("1968", 1968))
                        .valid())
                .isTrue();
        // 2: a man of the 2000s; 3: a woman
        assertThat(number("002208036383", null, Sex.MALE, Births.year("2008", 2008))
                        .valid())
                .isTrue();
        assertThat(number("020302859538", null, Sex.FEMALE, Births.year("2002", 2002))
                        .valid())
                .isTrue();
        assertThat(flags.live()).isEmpty();
    }

    @Test
    void ofTwelveDigitsThatDoNotHoldAreKeptAndFlagged() {
        IdentityNumber number = number("003168364892", null, Sex.MALE, Births.year("1990", 1990));
        assertThat(number.valid()).isFalse();
        assertThat(number.number()).isEqualTo("003168364892");
        assertThat(flags.live())
                .containsExactly(
                        new Flag("identityNumbers", "province-unknown"),
                        new Flag("identityNumbers", "sex-differs"),
                        new Flag("identityNumbers", "birth-year-differs"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"215/2016, 215/2016", "0215/2016, 215/2016", "số 215/2016, 215/2016", "215 / 2016, 215/2016"})
    void ofBirthCertificatesAreNumberAndYear(String written, String number) {
        assertThat(number(written, IdentityKind.BIRTH_CERTIFICATE, Sex.UNKNOWN, null))
                .isEqualTo(new IdentityNumber(written, IdentityKind.BIRTH_CERTIFICATE, number, true));
    }

    @Test
    void ofABirthCertificateOlderThanItsChildAreFlagged() {
        Birth birth = Births.year("2018", 2018);
        assertThat(number("55/2017", IdentityKind.BIRTH_CERTIFICATE, Sex.UNKNOWN, birth)
                        .valid())
                .isFalse();
        assertThat(flags.live()).containsExactly(new Flag("identityNumbers", "year-before-birth"));
    }

    @Test
    void keepTheKindOfTheirFormWhereTheSourceSaysAnother() {
        assertThat(number("001168364892", IdentityKind.IDENTITY_CARD_9, Sex.FEMALE, null)
                        .kind())
                .isEqualTo(IdentityKind.CITIZEN_NUMBER_12);
        assertThat(flags.live()).containsExactly(new Flag("identityNumbers", "kind-differs"));
    }

    @Test
    void ofAWrongFormAreKeptAsTheKindThatTheSourceSays() {
        assertThat(number("9TH30136", IdentityKind.LAISSEZ_PASSER, Sex.UNKNOWN, null))
                .isEqualTo(new IdentityNumber("9TH30136", IdentityKind.LAISSEZ_PASSER, "9TH30136", false));
        assertThat(flags.live()).containsExactly(new Flag("identityNumbers", "wrong-form"));
    }

    @Test
    void ofNoKnownFormAreKeptAndFlagged() {
        assertThat(number("12345", null, Sex.UNKNOWN, null))
                .isEqualTo(new IdentityNumber("12345", IdentityKind.UNKNOWN, "12345", false));
        assertThat(flags.live()).containsExactly(new Flag("identityNumbers", "not-understood"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "khong co", "-"})
    void areNoneWhereNoneWasGiven(String written) {
        assertThat(IdentityNumbers.of(written, null, Sex.UNKNOWN, null, flags)).isNull();
        assertThat(flags.live()).isEmpty();
    }
}
