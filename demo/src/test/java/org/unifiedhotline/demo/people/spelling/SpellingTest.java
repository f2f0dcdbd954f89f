package org.unifiedhotline.demo.people.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.names.PersonName;
import org.unifiedhotline.demo.people.names.Sex;
import org.unifiedhotline.demo.people.telephones.Mobile;

@DisplayName("What clerks make of a value")
class SpellingTest {
    private static final LocalDate DAY = LocalDate.of(2021, 5, 4);

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Văn Hùng, NguyÔn V¨n Hïng",
        "Lê Ngọc Trang, Lª Ngäc Trang",
        "Phạm Quang Sáng, Ph¹m Quang S¸ng",
        "Đặng Thị Ước, §Æng ThÞ ¦íc"
    })
    @DisplayName("TCVN3 read as Latin-1")
    void tcvn3(String name, String written) {
        assertThat(Tcvn3.mojibake(name)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Văn Hùng, Nguyeãn Vaên Huøng",
        "Trần Quốc Hoài, Traàn Quoác Hoaøi",
        "Đỗ Thị Phương, Ñoã Thò Phöông",
        "Lý Mỹ Kỵ, Lyù Myõ Kî"
    })
    @DisplayName("VNI read as Latin-1")
    void vni(String name, String written) {
        assertThat(Vni.mojibake(name)).isEqualTo(written);
    }

    @Test
    @DisplayName("no marks at all, đ included")
    void unmarked() {
        assertThat(Marks.none("Nguyễn Thị Hoa Đỗ đ")).isEqualTo("Nguyen Thi Hoa Do d");
    }

    @ParameterizedTest
    @CsvSource({
        "Hòa, Hoà",
        "Hoà, Hòa",
        "Thúy, Thuý",
        "Thuý, Thúy",
        "Khỏe, Khoẻ",
        "Quý, Quý",
        "Hoàng, Hoàng",
        "Huỳnh, Huỳnh",
        "Hoa, Hoa"
    })
    @DisplayName("the tone on the other vowel where there are two places for it, and only there")
    void otherTonePlace(String name, String written) {
        assertThat(Marks.otherTonePlace(name)).isEqualTo(written);
    }

    @Test
    @DisplayName("one tone missing, all other marks kept")
    void oneTone() {
        assertThat(IntStream.range(0, 40)
                        .mapToObj(number -> Marks.oneToneMissing("Nguyễn Thị", Chance.of(1, "tone", number))))
                .containsOnly("Nguyên Thị", "Nguyễn Thi");
    }

    @Test
    @DisplayName("decomposed, capitals and small letters")
    void keyboards() {
        assertThat(Keyboard.DECOMPOSED.type("Hoà")).isEqualTo("Hoa\u0300");
        assertThat(Keyboard.CAPITALS.type("Trần Đỗ")).isEqualTo("TRẦN ĐỖ");
        assertThat(Keyboard.SMALL_LETTERS.type("Trần Đỗ")).isEqualTo("trần đỗ");
    }

    @Test
    @DisplayName("old fonts until the end of 2016, and never later")
    void oldFonts() {
        assertThat(keyboardsOn(LocalDate.of(2016, 12, 31))).contains(Keyboard.TCVN3, Keyboard.VNI);
        assertThat(keyboardsOn(LocalDate.of(2017, 1, 1))).doesNotContain(Keyboard.TCVN3, Keyboard.VNI);
    }

    @Test
    @DisplayName("telephones in the notations of the data notes")
    void telephones() {
        assertThat(IntStream.range(0, 400)
                        .mapToObj(number -> TelephoneSpelling.written("0912345678", Chance.of(2, "telephone", number))))
                .contains(
                        "0912345678",
                        "0912.345.678",
                        "0912 345 678",
                        "+84912345678",
                        "84912345678",
                        "912345678",
                        "0912 345 678 (me chau)");
    }

    @Test
    @DisplayName("dates of birth whole, partial, short, swapped, or not at all")
    void births() {
        assertThat(IntStream.range(0, 600)
                        .mapToObj(
                                number -> BirthSpelling.written(LocalDate.of(2012, 4, 9), Chance.of(3, "birth", number))
                                        .text()))
                .contains("09/04/2012", "00/04/2012", "00/00/2012", "2012", "9/4/12", "04/09/2012", null);
    }

    @Test
    @DisplayName("titles by age, as one speaks")
    void titles() {
        assertThat(NameSpelling.title(Sex.FEMALE, 5)).isEqualTo("bé");
        assertThat(NameSpelling.title(Sex.MALE, 15)).isEqualTo("em");
        assertThat(NameSpelling.title(Sex.FEMALE, 30)).isEqualTo("chị");
        assertThat(NameSpelling.title(Sex.MALE, 70)).isEqualTo("ông");
    }

    @Test
    @DisplayName("names whole, without middle names, in another order, or the given name alone")
    void heardNames() {
        PersonName name = PersonName.of("Trần", "Thị", "Hoa");
        assertThat(IntStream.range(0, 400)
                        .mapToObj(number -> NameSpelling.heard(name, Chance.of(4, "heard", number))
                                .text()))
                .containsOnly("Trần Thị Hoa", "Trần Hoa", "Hoa", "Hoa Trần Thị", "Hoa Thị Trần");
    }

    @Test
    @DisplayName("the hotline's split at the first word, wrong now and then, and none where there is no family name")
    void splitNames() {
        PersonName name = PersonName.of("Trần", "Thị", "Hoa");
        assertThat(split(name)).contains("Trần|Thị Hoa", "Trần Thị|Hoa", "null|Trần Thị Hoa", "chị|Trần Thị Hoa");
        assertThat(split(new PersonName("", "H'", "Bluê", "Niê")))
                .contains("null|H'Bluê Niê")
                .noneMatch(s -> s.startsWith("H'"));
    }

    @Test
    @DisplayName("words for a name that was not given")
    void notGiven() {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(number -> Clerk.on(DAY, Chance.of(5, "none", number))
                                .noName()
                                .text()))
                .contains("khong ro", "an danh", "Ẩn danh", ".", null);
    }

    @Test
    @DisplayName("places without their type words")
    void places() {
        assertThat(PlaceSpelling.withoutTypeWord("Huyện Mê Linh")).isEqualTo("Mê Linh");
        assertThat(PlaceSpelling.withoutTypeWord("Thành phố Hà Nội")).isEqualTo("Hà Nội");
        assertThat(PlaceSpelling.withoutTypeWord("Phường 14")).isEqualTo("14");
    }

    @Test
    @DisplayName("one identity number in fifty with exactly one wrong digit")
    void wrongDigits() {
        Clerk clerk = Clerk.on(DAY, Chance.of(6, "digits", 0));
        String number = "001302809825";
        long wrong = IntStream.range(0, 5_000)
                .mapToObj(i -> clerk.identityNumber(number))
                .filter(written -> !written.equals(number))
                .peek(written -> assertThat(differences(number, written)).isOne())
                .count();
        assertThat(wrong).isBetween(60L, 145L);
    }

    @Test
    @DisplayName("the number of the day: eleven digits before September 2018, ten since")
    void numberOfTheDay() {
        Mobile line = new Mobile("0325209911");
        assertThat(Clerk.on(LocalDate.of(2016, 3, 1), Chance.of(1, "line", 1)).telephone(line))
                .contains("1625209911");
        assertThat(Clerk.on(DAY, Chance.of(1, "line", 1)).telephone(line)).doesNotContain("162");
    }

    private static Stream<String> split(PersonName name) {
        return IntStream.range(0, 1_500)
                .mapToObj(number -> Clerk.on(DAY, Chance.of(8, "split", number)).splitName(name, Sex.FEMALE, 30))
                .map(split -> split.family() + "|" + split.middleAndGiven());
    }

    private static Stream<Keyboard> keyboardsOn(LocalDate day) {
        return IntStream.range(0, 500).mapToObj(number -> Keyboard.on(day, Chance.of(9, "keyboard", number)));
    }

    private static long differences(String one, String other) {
        return IntStream.range(0, one.length())
                .filter(i -> one.charAt(i) != other.charAt(i))
                .count();
    }
}
