package org.unifiedhotline.masterrecords.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.unifiedhotline.masterrecords.Changes.key;
import static org.unifiedhotline.masterrecords.Changes.row;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.TestMapping;

class SurvivorshipTest {
    private final Survivorship survivorship =
            new Survivorship(SurvivorshipReader.read(Hub.resource("config/survivorship.yaml")));

    @Test
    @DisplayName(
            "the name held most often stands, tells who holds it and which rule chose it; the other is kept beside it")
    void mostFrequentName() {
        MasterRecord master = master(
                person("caller", 1, "Lê Hoa", null),
                person("tre_em", 2, "Lê Hòa", null),
                person("victim", 3, "Lê Hòa", null));

        Sourced<PersonName> name = master.name();
        assertThat(name.value().display()).isEqualTo("Lê Hòa");
        assertThat(name.from()).containsExactly(key("victim", 3), key("tre_em", 2));
        assertThat(name.rule()).isEqualTo("most-frequent");
        assertThat(master.otherNames())
                .extracting(other -> other.value().display())
                .containsExactly("Lê Hoa");
        assertThat(master.roles()).containsExactly(PersonRole.CALLER, PersonRole.CHILD, PersonRole.VICTIM);
    }

    @Test
    @DisplayName("of values held equally often that of the most trusted table stands")
    void mostTrusted() {
        MasterRecord master = master(person("nguoi_goi", 1, null, 1990L), person("victim", 2, null, 1991L));

        assertThat(master.birth().value().year()).isEqualTo(1991);
        assertThat(master.birth().rule()).isEqualTo("most-trusted");
        assertThat(master.name()).isNull();
    }

    @Test
    @DisplayName("a value that only one says stands as the only one")
    void onlyValue() {
        assertThat(master(person("victim", 2, "Y Ban", null)).name().rule()).isEqualTo("only-value");
    }

    @Test
    @DisplayName("all that is wrong with the rules is said at once")
    void complaints() {
        assertThatThrownBy(() -> SurvivorshipReader.read(
                        "trust: [hotline]\nrules: {name: [shortest], shoe: [most-recent], sex: [most-recent]}"))
                .hasMessageContaining("'hotline' is no table")
                .hasMessageContaining("no rule 'shortest'")
                .hasMessageContaining("no attribute 'shoe'")
                .hasMessageContaining("rules.birth is missing");
    }

    @Test
    @DisplayName("the longest name stands where the rules say so, and of telephones only one where they say so")
    void longestAndOne() {
        SurvivorshipRules rules = SurvivorshipReader.read(Hub.resource("config/survivorship.yaml")
                .replaceFirst("name: \\[.*]", "name: [longest]")
                .replaceFirst("telephones: \\[.*]", "telephones: [most-frequent, most-trusted]"));
        MasterRecord master = new Survivorship(rules)
                .masterRecord(
                        new MasterId(new UUID(1, 1)),
                        1,
                        Instant.EPOCH,
                        List.of(
                                member(withTelephone("nguoi_goi", 1, "Lê Thị Hoa", "+84911111111")),
                                member(withTelephone("victim", 2, "Lê Hòa", "+84922222222"))),
                        Pins.NONE);
        assertThat(master.name().value().display()).isEqualTo("Lê Thị Hoa");
        assertThat(master.name().rule()).isEqualTo("longest");
        assertThat(master.telephones())
                .singleElement()
                .satisfies(one -> assertThat(one.value().numbers()).containsExactly("+84922222222"));
    }

    @Test
    @DisplayName("a pinned value stands whatever the rules say, while its record is a member")
    void pinned() {
        Member trusted = member(person("victim", 2, null, 1991L));
        Member pinned = member(person("nguoi_goi", 1, null, 1990L));
        Pins pins = new Pins(Map.of(SurvivorshipRules.Attribute.BIRTH, key("nguoi_goi", 1)));

        Sourced<?> birth = survivorship
                .masterRecord(new MasterId(new UUID(1, 1)), 1, Instant.EPOCH, List.of(trusted, pinned), pins)
                .birth();
        assertThat(birth.rule()).isEqualTo("pinned");
        assertThat(birth.from()).containsExactly(key("nguoi_goi", 1));
        assertThat(survivorship
                        .masterRecord(new MasterId(new UUID(1, 1)), 1, Instant.EPOCH, List.of(trusted), pins)
                        .birth()
                        .rule())
                .isEqualTo("only-value");
    }

    @Test
    @DisplayName("all-distinct is for what a person has several of")
    void allDistinct() {
        assertThatThrownBy(() -> SurvivorshipReader.read(
                        Hub.resource("config/survivorship.yaml").replaceFirst("sex: \\[.*]", "sex: [all-distinct]")))
                .hasMessageContaining("survivorship.rules.sex");
    }

    private static Member member(PersonRecord person) {
        return new Member(LinkKind.AUTOMATIC, person);
    }

    private static PersonRecord withTelephone(String table, long id, String name, String phone) {
        return (PersonRecord) new TestMapping().map(key(table, id), row("name", name, "phone", phone));
    }

    private MasterRecord master(PersonRecord... people) {
        List<Member> members = Arrays.stream(people)
                .map(person -> new Member(LinkKind.AUTOMATIC, person))
                .toList();
        return survivorship.masterRecord(new MasterId(new UUID(1, 1)), 1, Instant.EPOCH, members, Pins.NONE);
    }

    private static PersonRecord person(String table, long id, String name, Long year) {
        return (PersonRecord) new TestMapping().map(key(table, id), row("name", name, "year", year));
    }
}
