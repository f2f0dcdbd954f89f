package org.unifiedhotline.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unifiedhotline.mappings.canonical.CanonicalRecord;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.ContactRecord.Channel;
import org.unifiedhotline.mappings.canonical.Flag;
import org.unifiedhotline.mappings.reading.MappingException;
import org.unifiedhotline.mappings.reading.UnknownCodes;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;

@DisplayName("The canonical mapper")
class CanonicalMapperTest {
    private final CanonicalMapper mapper = new CanonicalMapper();

    private static SourceRecordKey key(String table) {
        int slash = table.indexOf('/');
        return SourceRecordKey.of(SourceSystem.of(table.substring(0, slash)), table.substring(slash + 1), "1");
    }

    static List<String> tables() {
        return Rows.tables();
    }

    @Test
    void knowsEveryTableOfBothSchemasAndWhichHoldPeople() {
        assertThat(mapper.tables()).extracting(SourceTable::toString).containsExactlyInAnyOrderElementsOf(tables());
        assertThat(mapper.tables())
                .filteredOn(CanonicalMapper::isPerson)
                .extracting(SourceTable::name)
                .containsExactlyInAnyOrder("nguoi_goi", "tre_em", "caller", "victim");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void mapsARowWithAllThatMayBeNullBeingSo(String table) {
        CanonicalRecord record = mapper.map(key(table), Rows.row(table));
        assertThat(record.key()).isEqualTo(key(table));
        assertThat(mapper.map(key(table), Rows.row(table))).isEqualTo(record);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void namesTheColumnThatIsMissingAndNoValue(String table) {
        List<String> unused = new ArrayList<>();
        for (String column : Rows.BY_TABLE.get(table).keySet()) {
            Map<String, Object> columns = new LinkedHashMap<>(Rows.BY_TABLE.get(table));
            columns.remove(column);
            try {
                mapper.map(key(table), SourceRow.of(columns));
                unused.add(column);
            } catch (MappingException e) {
                assertThat(e.table().toString()).isEqualTo(table);
                assertThat(e.column()).isEqualTo(column);
                assertThat(e).hasMessageContaining(table).hasMessageContaining(column);
            }
        }
        // Only the primary key may go unread: it is the record's key. Those that people go by are read.
        assertThat(unused)
                .hasSizeLessThanOrEqualTo(1)
                .isSubsetOf(Rows.BY_TABLE.get(table).keySet().stream().limit(1).toList());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void tellsWhichColumnsItNeeds(String table) {
        List<String> columns = List.copyOf(Rows.BY_TABLE.get(table).keySet());
        Set<String> needed = mapper.needs(key(table).table()).columns();
        assertThat(columns).containsAll(needed);
        assertThat(needed).containsAll(columns.subList(1, columns.size())); // the first is the key
    }

    @Test
    void tellsInWhichColumnsItTakesNoNull() {
        assertThat(mapper.needs(key("switchboard/nguoi_goi").table()).required())
                .isEmpty();
        assertThat(mapper.needs(key("hotline/call").table()).required())
                .containsExactlyInAnyOrder("channel", "centre", "outcome");
        assertThat(mapper.needs(key("switchboard/qms_danh_gia").table()).required())
                .containsExactlyInAnyOrder("id_cuoc_goi", "nguoi_cham", "diem");
    }

    @Test
    void refusesARowWithANewCodeWhereThatIsConfigured() {
        CanonicalMapper strict = new CanonicalMapper(UnknownCodes.DEAD_LETTER);
        SourceRow newCode = Rows.row("hotline/call", "channel", "CARRIER_PIGEON", "centre", "CANTHO");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> strict.map(key("hotline/call"), newCode))
                .withMessage("hotline/call: holds a code that no list knows: centre, channel");
        assertThat(((ContactRecord) mapper.map(key("hotline/call"), newCode)).channel())
                .isEqualTo(Channel.UNKNOWN);
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> strict.map(
                        key("hotline/case_file"),
                        Rows.row("hotline/case_file", "exploitation", List.of("BEGGING", "bị dì Lan bán"))))
                .withMessage("hotline/case_file: holds a code that no list knows: kinds");
        // Typed by hand, in any words.
        assertThat(strict.map(key("hotline/caller"), Rows.row("hotline/caller", "relation_to_victim", "chị họ")))
                .isNotNull();
    }

    @Test
    void saysWhatWasExpectedWhereAValueIsOfAnotherType() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper.map(
                        key("switchboard/nguoi_goi"), Rows.row("switchboard/nguoi_goi", "nam_sinh", "Nguyễn Thị Hoa")))
                .withMessage("switchboard/nguoi_goi, column nam_sinh: expected a whole number of up to nine digits,"
                        + " not this String")
                .withNoCause();
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() ->
                        mapper.map(key("hotline/victim"), Rows.row("hotline/victim", "consent_to_share", "maybe")))
                .withMessageContaining("consent_to_share")
                .withMessageNotContaining("maybe");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() ->
                        mapper.map(key("switchboard/tre_em"), Rows.row("switchboard/tre_em", "ho_ten", List.of("Hoa"))))
                .withMessageContaining("expected text");
    }

    @Test
    void refusesARowThatTheLogGaveOnlyInPart() {
        Map<String, Object> columns = new LinkedHashMap<>(Rows.BY_TABLE.get("hotline/case_file"));
        columns.remove("narrative");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper.map(key("hotline/case_file"), new SourceRow(columns, Set.of("narrative"))))
                .withMessageContaining("the log did not repeat its value");
    }

    @Test
    void refusesATableThatNoMappingKnows() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper.map(key("hotline/unheard_of"), Rows.row("hotline/agency")))
                .withMessage("hotline/unheard_of: no mapping knows this table");
    }

    @Test
    void takesANewCodeForUnknownAndFlagsIt() {
        ContactRecord contact = (ContactRecord) mapper.map(
                key("switchboard/cuoc_goi"), Rows.row("switchboard/cuoc_goi", "kenh", "TELEGRAM", "trung_tam", "CT"));
        assertThat(contact.channel()).isEqualTo(Channel.UNKNOWN);
        assertThat(contact.centre()).isEqualTo(Centre.UNKNOWN);
        assertThat(contact.flags())
                .containsExactlyInAnyOrder(new Flag("channel", "unknown-code"), new Flag("centre", "unknown-code"));
    }

    @Test
    void ignoresAColumnThatWasAdded() {
        Map<String, Object> columns = new LinkedHashMap<>(Rows.BY_TABLE.get("hotline/agency"));
        columns.put("fax", "none");
        assertThat(mapper.map(key("hotline/agency"), SourceRow.of(columns)))
                .isEqualTo(mapper.map(key("hotline/agency"), Rows.row("hotline/agency")));
    }

    @Test
    void takesEquivalentFormsOfTheSameValue() {
        assertThat(mapper.map(
                        key("switchboard/cuoc_goi"),
                        Rows.row("switchboard/cuoc_goi", "thoi_gian", "2020-03-24 07:50:37", "thoi_luong", "1352")))
                .isEqualTo(mapper.map(key("switchboard/cuoc_goi"), Rows.row("switchboard/cuoc_goi")));
        assertThat(mapper.map(
                        key("hotline/victim"),
                        Rows.row(
                                "hotline/victim",
                                "aliases",
                                "{Na,\"Mei Ling\"}",
                                "created_at",
                                "2015-09-02T11:15:54+07:00")))
                .isEqualTo(mapper.map(
                        key("hotline/victim"), Rows.row("hotline/victim", "aliases", List.of("Na", "Mei Ling"))));
    }
}
