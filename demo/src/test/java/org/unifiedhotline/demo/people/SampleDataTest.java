package org.unifiedhotline.demo.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.unifiedhotline.demo.people.households.Person;
import org.unifiedhotline.demo.people.systems.HotlineRow;
import org.unifiedhotline.demo.people.systems.LegacyRow;
import org.unifiedhotline.demo.people.systems.LegacyTable;
import org.unifiedhotline.demo.people.systems.SwitchboardRow;
import org.unifiedhotline.demo.people.systems.TruthRow;

@DisplayName("A sample world")
class SampleDataTest {
    private static final SampleWorld WORLD = SampleWorld.of(3, 8_000);
    private static Collected sample = new Collected();

    @BeforeAll
    static void make() throws SQLException, IOException {
        sample = Collected.of(WORLD);
    }

    @Test
    @DisplayName("gives the same files for the same seed, and other files for another")
    void deterministic(@TempDir Path folder) throws Exception {
        SampleData.write(folder.resolve("a"), SampleWorld.of(9, 1_000), Progress.NONE);
        SampleData.write(folder.resolve("b"), SampleWorld.of(9, 1_000), Progress.NONE);
        SampleData.write(folder.resolve("c"), SampleWorld.of(10, 1_000), Progress.NONE);
        for (String file : List.of("switchboard.sql", "hotline.sql", "truth.csv", "persons.csv")) {
            String hash = hash(folder.resolve("a").resolve(file));
            assertThat(hash(folder.resolve("b").resolve(file))).as(file).isEqualTo(hash);
            assertThat(hash(folder.resolve("c").resolve(file))).as(file).isNotEqualTo(hash);
        }
    }

    @ParameterizedTest
    @EnumSource(LegacyTable.class)
    @DisplayName("begins with the smaller world of the same seed, table by table")
    void prefix(LegacyTable table) throws SQLException, IOException {
        List<String> small = Collected.of(SampleWorld.of(3, 600)).text(table);
        assertThat(sample.text(table).subList(0, small.size())).isEqualTo(small);
    }

    @Test
    @DisplayName("of ten times the people has about ten times the rows")
    void scales() throws SQLException, IOException {
        int small = Collected.of(SampleWorld.of(4, 2_000)).rows().size();
        int large = Collected.of(SampleWorld.of(4, 20_000)).rows().size();
        assertThat((double) large / small).isBetween(8.5, 11.5);
    }

    @ParameterizedTest
    @EnumSource(LegacyTable.class)
    @DisplayName("fills every table, each row as wide as the table and with a key of its own")
    void everyTable(LegacyTable table) {
        List<LegacyRow> rows =
                sample.rows().stream().filter(row -> row.table() == table).toList();
        assertThat(rows)
                .isNotEmpty()
                .allMatch(row -> row.cells().length == table.columns().size());
        assertThat(rows).extracting(LegacyRow::key).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("has a truth for every row of a person, about people who exist")
    void truth() {
        Set<String> told = new HashSet<>();
        for (TruthRow row : sample.truth()) {
            assertThat(told.add(row.table() + " " + row.localId())).isTrue();
            assertThat(sample.people()).containsKey(row.personId());
        }
        Set<LegacyTable> ofPeople =
                Set.of(LegacyTable.NGUOI_GOI, LegacyTable.TRE_EM, LegacyTable.CALLER, LegacyTable.VICTIM);
        assertThat(sample.rows().stream()
                        .filter(row -> ofPeople.contains(row.table()))
                        .map(row -> row.table() + " " + row.key()))
                .containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    @DisplayName("has about three rows of four that can be linked")
    void resolvable() {
        long resolvable = sample.truth().stream().filter(TruthRow::resolvable).count();
        assertThat((double) resolvable / sample.truth().size()).isBetween(0.68, 0.88);
    }

    @Test
    @DisplayName("has about one name in six without marks")
    void unmarked() {
        Map<Integer, Person> who = sample.whoIn(LegacyTable.TRE_EM);
        List<SwitchboardRow.Child> marked = sample.rows(SwitchboardRow.Child.class)
                .filter(child -> child.name() != null
                        && !ascii(who.get(child.id()).name().full()))
                .toList();
        double share = share(marked, child -> ascii(String.valueOf(child.name())));
        assertThat(share).isBetween(0.13, 0.22);
    }

    @Test
    @DisplayName("has about one caller in five without a name")
    void anonymous() {
        Set<String> words = Set.of("null", ".", "an danh", "khong ro", "không rõ", "Ẩn danh");
        List<SwitchboardRow.Caller> callers =
                sample.rows(SwitchboardRow.Caller.class).toList();
        assertThat(share(callers, caller -> words.contains(String.valueOf(caller.name()))))
                .isBetween(0.1, 0.3);
    }

    @Test
    @DisplayName("has eleven-digit mobiles until 2018 and none from 2019")
    void oldMobiles() {
        Predicate<SwitchboardRow.Caller> old = caller ->
                String.valueOf(caller.telephone()).replaceAll("\\D", "").matches("(0|84)?1[26]\\d{8}");
        assertThat(sample.rows(SwitchboardRow.Caller.class)
                        .filter(caller -> caller.created().getYear() < 2018)
                        .filter(old))
                .hasSizeGreaterThan(200);
        assertThat(sample.rows(SwitchboardRow.Caller.class)
                        .filter(caller -> caller.created().getYear() > 2019)
                        .filter(old))
                .isEmpty();
    }

    @Test
    @DisplayName("writes the new province codes from 1 July 2025, the old ones before")
    void provinceCodes() {
        Set<String> gone = Set.of("02", "06", "10", "17", "26", "27", "30", "34", "36", "64", "70", "74", "84", "89");
        Predicate<SwitchboardRow.Caller> reformed =
                caller -> !caller.created().toLocalDate().isBefore(LocalDate.of(2025, 7, 1));
        assertThat(sample.rows(SwitchboardRow.Caller.class).filter(reformed))
                .isNotEmpty()
                .noneMatch(caller -> gone.contains(String.valueOf(caller.provinceCode())));
        assertThat(sample.rows(SwitchboardRow.Caller.class).filter(reformed.negate()))
                .anyMatch(caller -> gone.contains(String.valueOf(caller.provinceCode())));
    }

    @Test
    @DisplayName("knows children who stand on both lines within two weeks")
    void bothLines() {
        Map<Integer, Person> children = sample.whoIn(LegacyTable.TRE_EM);
        Map<Integer, Person> victims = sample.whoIn(LegacyTable.VICTIM);
        List<HotlineRow.Victim> onHotline = sample.rows(HotlineRow.Victim.class).toList();
        long both = sample.rows(SwitchboardRow.Child.class)
                .filter(child -> onHotline.stream()
                        .anyMatch(victim -> victims.get(victim.id()).id()
                                        == children.get(child.id()).id()
                                && Duration.between(victim.created().toLocalDateTime(), child.created())
                                                .abs()
                                                .toDays()
                                        <= 14))
                .count();
        assertThat(both).isGreaterThan(40);
    }

    @Test
    @DisplayName("knows children and victims who called about themselves, in both tables of the system")
    void self() {
        Map<Integer, Person> children = sample.whoIn(LegacyTable.TRE_EM);
        Map<Integer, Person> callers = sample.whoIn(LegacyTable.NGUOI_GOI);
        List<SwitchboardRow.Case> own = sample.rows(SwitchboardRow.Case.class)
                .filter(one -> "chinh tre".equals(one.relation()))
                .toList();
        assertThat(own)
                .hasSizeGreaterThan(40)
                .allMatch(one -> children.get(one.childId()).equals(callers.get(one.reporterId())));
        Map<Integer, Person> hotlineCallers = sample.whoIn(LegacyTable.CALLER);
        Map<Integer, Person> victims = sample.whoIn(LegacyTable.VICTIM);
        Set<Integer> selves = new HashSet<>(sample.rows(HotlineRow.Caller.class)
                .filter(caller -> "SELF".equals(caller.relation()))
                .map(HotlineRow.Caller::id)
                .toList());
        assertThat(sample.rows(HotlineRow.CaseFile.class).filter(file -> selves.contains(file.reporterId())))
                .hasSizeGreaterThan(40)
                .allMatch(file -> victims.get(file.victimId()).equals(hotlineCallers.get(file.reporterId())));
    }

    @Test
    @DisplayName("keeps to the widths of the switchboard's columns")
    void widths() {
        assertThat(sample.rows(SwitchboardRow.Child.class)).allSatisfy(child -> {
            assertThat(String.valueOf(child.birth())).hasSizeLessThanOrEqualTo(10);
            assertThat(String.valueOf(child.name())).hasSizeLessThanOrEqualTo(80);
            assertThat(String.valueOf(child.familyTelephone())).hasSizeLessThanOrEqualTo(30);
            assertThat(String.valueOf(child.district())).hasSizeLessThanOrEqualTo(60);
            assertThat(String.valueOf(child.identityNumber())).hasSizeLessThanOrEqualTo(15);
        });
    }

    @Test
    @DisplayName("has nothing before 2012 and nothing after its last day")
    void within() {
        assertThat(sample.rows(SwitchboardRow.Contact.class))
                .allMatch(contact -> contact.time().getYear() >= 2012
                        && !contact.time().toLocalDate().isAfter(WORLD.until()));
        assertThat(sample.rows(HotlineRow.Call.class))
                .allMatch(call -> call.received().getYear() >= 2012
                        && !call.received().toLocalDate().isAfter(WORLD.until()));
    }

    @Test
    @DisplayName("has every channel and every kind of contact of both systems")
    void contacts() {
        assertThat(sample.rows(SwitchboardRow.Contact.class).map(SwitchboardRow.Contact::channel))
                .contains("GOI", "IVR", "FB", "ZALO", "APP");
        assertThat(sample.rows(SwitchboardRow.Contact.class).map(SwitchboardRow.Contact::kind))
                .contains("TU_VAN", "CAN_THIEP", "CHUYEN_MAY", "QUAY_ROI", "IM_LANG");
        assertThat(sample.rows(HotlineRow.Call.class).map(HotlineRow.Call::channel))
                .contains("VOICE", "IVR", "FACEBOOK", "LOCATION_SHARE", "WALK_IN");
        assertThat(sample.rows(HotlineRow.Call.class).map(HotlineRow.Call::outcome))
                .contains("ADVICE", "CASE", "TRANSFERRED", "NUISANCE", "ABANDONED");
        assertThat(sample.rows(HotlineRow.Victim.class).map(HotlineRow.Victim::identityType))
                .contains("CMND", "CCCD", "PASSPORT", "LAISSEZ_PASSER", "BIRTH_CERT", null);
    }

    @Test
    @DisplayName("has landlines with the area codes of before and since 2017")
    void landlines() {
        assertThat(sample.rows(SwitchboardRow.Caller.class)
                        .filter(caller -> caller.created().getYear() < 2017)
                        .map(caller -> String.valueOf(caller.telephone())))
                .anyMatch(telephone -> telephone.matches("0(4|8|[2-7]\\d{1,2})3\\d{6,7}"));
        assertThat(sample.rows(SwitchboardRow.Caller.class)
                        .filter(caller -> caller.created().getYear() > 2017)
                        .map(caller -> String.valueOf(caller.telephone())))
                .anyMatch(telephone -> telephone.matches("02\\d{1,2}3\\d{6,7}"))
                .noneMatch(telephone -> telephone.matches("043\\d{7}"));
    }

    @Test
    @DisplayName("of nobody is refused")
    void nobody() {
        assertThatThrownBy(() -> SampleWorld.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean ascii(String text) {
        return text.chars().allMatch(character -> character < 128);
    }

    private static <T> double share(List<T> all, Predicate<T> which) {
        return (double) all.stream().filter(which).count() / all.size();
    }

    private static String hash(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
