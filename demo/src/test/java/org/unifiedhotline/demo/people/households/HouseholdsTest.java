package org.unifiedhotline.demo.people.households;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.names.EthnicGroup;
import org.unifiedhotline.demo.people.names.PersonName;
import org.unifiedhotline.demo.people.names.Sex;

@DisplayName("The true world")
class HouseholdsTest {
    private static final LocalDate UNTIL = LocalDate.of(2026, 10, 31);
    private static final Households WORLD = new Households(5, UNTIL);
    private static final List<Household> SOME =
            IntStream.range(0, 4_000).mapToObj(index -> WORLD.make(index, 1)).toList();

    @Test
    @DisplayName("makes the same household for the same seed and index, and others for another seed")
    void deterministic() {
        assertThat(new Households(5, UNTIL).make(17, 40)).isEqualTo(WORLD.make(17, 40));
        assertThat(new Households(6, UNTIL).make(17, 40)).isNotEqualTo(WORLD.make(17, 40));
    }

    @Test
    @DisplayName("has twins who share everything but a part of the name")
    void twins() {
        List<Person> twins = SOME.stream()
                .map(household -> household.all(Role.CHILD))
                .filter(children -> children.size()
                        > new HashSet<>(children.stream().map(Person::birth).toList()).size())
                .flatMap(List::stream)
                .toList();
        assertThat(twins).hasSizeGreaterThan(60);
        assertThat(SOME)
                .allSatisfy(household -> assertThat(household.all(Role.CHILD).stream()
                                .map(child -> child.birth() + child.name().full()))
                        .doesNotHaveDuplicates());
    }

    @Test
    @DisplayName("has sons who share their father's name")
    void fathersAndSons() {
        assertThat(SOME.stream().filter(HouseholdsTest::sonCalledAsFather).count())
                .isBetween(10L, 150L);
    }

    @Test
    @DisplayName("has shelters with many residents on one telephone and address")
    void shelters() {
        List<Household> shelters = SOME.stream().filter(Household::isShelter).toList();
        assertThat(shelters).hasSizeBetween(12, 50).allSatisfy(shelter -> {
            assertThat(shelter.all(Role.RESIDENT)).hasSizeGreaterThanOrEqualTo(8);
            assertThat(shelter.all(Role.RESIDENT))
                    .extracting(Person::telephone)
                    .containsOnly(shelter.members().getFirst().telephone());
            assertThat(shelter.all(Role.RESIDENT))
                    .extracting(Person::home)
                    .containsOnly(shelter.members().getFirst().home());
        });
    }

    @Test
    @DisplayName("has family names by their real shares, and children who bear their father's")
    void familyNames() {
        List<Person> kinh =
                people().filter(person -> person.group() == EthnicGroup.KINH).toList();
        double nguyen = share(kinh, "Nguyễn");
        assertThat(nguyen).isBetween(0.34, 0.43);
        assertThat(share(kinh, "Trần")).isBetween(0.08, 0.14);
        for (Household household : SOME) {
            household
                    .first(Role.FATHER)
                    .filter(father -> father.group() == EthnicGroup.KINH)
                    .ifPresent(father -> assertThat(household.all(Role.CHILD))
                            .allSatisfy(child -> assertThat(child.name().family())
                                    .isEqualTo(father.name().family())));
        }
    }

    @Test
    @DisplayName("has the names of the minorities in their own forms, with and without family names")
    void minorities() {
        assertThat(namesOf(EthnicGroup.MONG))
                .anyMatch(name -> name.matches("(Giàng|Vàng|Sùng|Thào|Lầu|Vừ|Mùa|Hạng|Lý) .+"));
        assertThat(namesOf(EthnicGroup.E_DE)).allMatch(name -> name.startsWith("H'") || name.startsWith("Y "));
        assertThat(people().filter(person -> person.group() == EthnicGroup.E_DE).map(Person::name))
                .allMatch(name -> name.family().isEmpty() && !name.clan().isEmpty());
        assertThat(namesOf(EthnicGroup.XE_DANG)).allMatch(name -> name.matches("[AY] .+"));
        assertThat(people().filter(person -> person.group() == EthnicGroup.MONG).map(Person::name))
                .anyMatch(name -> name.family().isEmpty());
        assertThat(new PersonName("", "H'", "Bluê", "Niê").full()).isEqualTo("H'Bluê Niê");
    }

    @Test
    @DisplayName("gives identity numbers that tell province, century, sex and year")
    void identityNumbers() {
        Chance chance = Chance.of(1, "number", 1);
        assertThat(Registrar.citizenNumber("01", Sex.FEMALE, LocalDate.of(1968, 8, 16), chance))
                .matches("001168\\d{6}");
        assertThat(Registrar.citizenNumber("64", Sex.MALE, LocalDate.of(1999, 7, 9), chance))
                .matches("064099\\d{6}");
        assertThat(Registrar.citizenNumber("01", Sex.FEMALE, LocalDate.of(2007, 6, 26), chance))
                .matches("001307\\d{6}");
        assertThat(Registrar.citizenNumber("79", Sex.MALE, LocalDate.of(2015, 1, 2), chance))
                .matches("079215\\d{6}");
    }

    @Test
    @DisplayName(
            "shows nine digits until 2020 from the age of fourteen, twelve since, and twelve to all born since 2016")
    void papersOfTheDay() {
        Papers papers = new Papers("012345678", "023456789", "001199390140", null, "12/1999");
        LocalDate birth = LocalDate.of(1999, 7, 9);
        LocalDate moved = LocalDate.of(2018, 1, 1);
        assertThat(papers.numberOn(LocalDate.of(2012, 1, 1), birth, moved)).isNull();
        assertThat(papers.numberOn(LocalDate.of(2015, 1, 1), birth, moved)).isEqualTo("012345678");
        assertThat(papers.numberOn(LocalDate.of(2019, 1, 1), birth, moved)).isEqualTo("023456789");
        assertThat(papers.numberOn(LocalDate.of(2022, 1, 1), birth, moved)).isEqualTo("001199390140");
        assertThat(papers.numberOn(LocalDate.of(2017, 1, 1), LocalDate.of(2016, 2, 1), LocalDate.MAX))
                .isEqualTo("001199390140");
    }

    private static boolean sonCalledAsFather(Household household) {
        return household
                .first(Role.FATHER)
                .filter(father -> household.all(Role.CHILD).stream()
                        .anyMatch(child -> child.name().equals(father.name())))
                .isPresent();
    }

    private static Stream<Person> people() {
        return SOME.stream().flatMap(household -> household.members().stream());
    }

    private static Stream<String> namesOf(EthnicGroup group) {
        return people().filter(person -> person.group() == group)
                .map(person -> person.name().full());
    }

    private static double share(List<Person> people, String family) {
        return (double) people.stream()
                        .filter(person -> person.name().family().equals(family))
                        .count()
                / people.size();
    }
}
