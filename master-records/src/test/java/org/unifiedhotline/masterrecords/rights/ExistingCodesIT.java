package org.unifiedhotline.masterrecords.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.key;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unifiedhotline.mappings.CanonicalMapper;
import org.unifiedhotline.mappings.source.SourceChange.Origin;
import org.unifiedhotline.masterrecords.erasurelist.ErasureList;
import org.unifiedhotline.masterrecords.keys.DataKey;
import org.unifiedhotline.masterrecords.keys.Place;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;
import org.unifiedhotline.masterrecords.stewardship.Ruling;
import org.unifiedhotline.masterrecords.stewardship.Stewardship.Word;

@DisplayName("A hub of before, in which free text stood among codes")
class ExistingCodesIT {
    private static final long CASE = SourceRecordId.of(key("case_file", "MB-24-00001"));
    private static final long CALL = SourceRecordId.of(key("call", MarkedPeople.CALL));
    private static final long CHILDS_CASE = SourceRecordId.of(key("ca_can_thiep", 7));
    private static final long CHILDS_CALL = SourceRecordId.of(key("cuoc_goi", 12));
    private static final long REVIEW = SourceRecordId.of(key("qms_danh_gia", 13));
    private static final String TOPIC = "zettopic";
    private static final String WORDS = "bị dì Zẹtdì bán";

    @TempDir
    private Path folder;

    private MarkedPeople people;

    @BeforeEach
    void fill() {
        people = new MarkedPeople("existing_codes", folder);
        people.take(MarkedPeople.everything(1, Origin.INSERT));
    }

    @AfterEach
    void end() {
        people.close();
    }

    /** As the service of before left it. */
    private void asBefore() {
        people.hub
                .sql()
                .sql("UPDATE case_file SET kinds = ARRAY['FORCED_MARRIAGE', ?] WHERE record_id = ?")
                .params(WORDS, CASE)
                .update();
        people.hub
                .sql()
                .sql("UPDATE contact SET language = ? WHERE record_id = ?")
                .params(WORDS, CALL)
                .update();
        people.hub
                .sql()
                .sql("UPDATE contact SET topic = ? WHERE record_id = ?")
                .params(TOPIC, CHILDS_CALL)
                .update();
        people.hub
                .sql()
                .sql("UPDATE quality_review SET criteria = jsonb_build_object(?::text, 3) WHERE record_id = ?")
                .params(TOPIC, REVIEW)
                .update();
        replace(CASE, "canonical", "\"OTHER\"", "\"" + WORDS + "\"");
        replace(CALL, "canonical", "\"und\"", "\"" + WORDS + "\"");
        people.hub
                .sql()
                .sql("DELETE FROM flyway_schema_history WHERE version IN ('26.6', '26.7')")
                .update();
    }

    private void replace(long record, String column, String text, String by) {
        String before = opened(record, column);
        assertThat(before).contains(text);
        people.hub
                .sql()
                .sql("UPDATE source_record SET " + column + " = ? WHERE record_id = ?")
                .params(keyOf(record).seal(place(record, column), before.replace(text, by)), record)
                .update();
    }

    private DataKey keyOf(long record) {
        return people.hub.keys().of(List.of(record)).get(record);
    }

    private static Place place(long record, String column) {
        return column.equals("raw") ? SealedRows.raw(record) : SealedRows.canonical(record);
    }

    private String opened(long record, String column) {
        byte[] sealed = people.hub
                .sql()
                .sql("SELECT " + column + " FROM source_record WHERE record_id = ?")
                .param(record)
                .query(byte[].class)
                .single();
        return keyOf(record).open(place(record, column), sealed);
    }

    @Test
    @DisplayName(
            "holds codes alone once it is brought forward, and what was written in the sealed rows; another time changes nothing")
    void codesAlone() {
        String understood = opened(CASE, "canonical");
        asBefore();
        assertThat(people.dump()).contains(WORDS).contains(TOPIC);

        people.hub.migrate();

        assertThat(people.dump()).doesNotContain(WORDS).doesNotContain(TOPIC);
        assertThat(people.hub
                        .sql()
                        .sql(
                                "SELECT coalesce(topic, 'none') || (SELECT criteria::text FROM quality_review WHERE record_id = ?)"
                                        + " FROM contact WHERE record_id = ?")
                        .params(REVIEW, CHILDS_CALL)
                        .query(String.class)
                        .single())
                .isEqualTo("none{}");
        assertThat(people.hub
                        .sql()
                        .sql(
                                "SELECT array_to_string(kinds, ',') || ' ' || (SELECT language FROM contact WHERE record_id = ?)"
                                        + " FROM case_file WHERE record_id = ?")
                        .params(CALL, CASE)
                        .query(String.class)
                        .single())
                .isEqualTo("FORCED_MARRIAGE,OTHER und");
        assertThat(opened(CASE, "canonical")).isEqualTo(understood).contains("OTHER", "unknown-code");
        assertThat(opened(CALL, "canonical")).contains("\"und\"").doesNotContain("Zẹtdì");
        assertThat(opened(CASE, "raw")).contains("Zẹtdì");
        assertThat(people.hub
                        .sql()
                        .sql("SELECT count(*) FROM resolution_queue WHERE task = 'RENEW' AND record_id = ?")
                        .param(SourceRecordId.of(key("victim", 2)))
                        .query(Long.class)
                        .single())
                .as("her document is made anew")
                .isPositive();
        people.resolve();
        assertThat(people.text(people.of("victim", 2))).contains("OTHER").doesNotContain("Zẹtdì");
        String dump = people.dump();
        people.hub
                .sql()
                .sql("DELETE FROM flyway_schema_history WHERE version IN ('26.6', '26.7')")
                .update();
        people.hub.migrate();
        assertThat(people.dump().lines().filter(line -> !line.contains("flyway")))
                .containsExactlyInAnyOrderElementsOf(
                        dump.lines().filter(line -> !line.contains("flyway")).toList());
    }

    @Test
    @DisplayName("erases once more of the erased what their rows kept so")
    void erased() {
        for (String row : List.of("tre_em/1", "victim/2")) {
            String[] key = row.split("/");
            if (people.of(key[0], key[1]) != null) {
                Ruling.Awaiting asked = (Ruling.Awaiting)
                        people.stewardship.erase(people.of(key[0], key[1]), false, new Word("admin", "request"));
                people.stewardship.approve(asked.decision().id(), "supervisor");
                people.resolve();
            }
        }
        String counts = people.counts();
        asBefore();
        replace(CASE, "raw", "\"?\"", "\"" + WORDS + "\"");
        replace(CHILDS_CASE, "raw", "\"?\"", "\"" + WORDS + "\"");
        replace(CHILDS_CALL, "raw", "\"?\"", "\"" + TOPIC + "\"");
        assertThat(people.kept()).contains(WORDS).contains(TOPIC);

        people.hub.migrate();
        Erasures atStart = new Erasures(
                people.hub,
                ErasureList.in(people.hub, folder),
                new CanonicalMapper()::map,
                people.masters,
                people.holds,
                TypedTerms.NONE,
                Clock.systemUTC());
        assertThat(atStart.again()).isEqualTo(3);
        people.resolve();

        assertThat(people.dump()).doesNotContain(WORDS).doesNotContain(TOPIC);
        assertThat(people.kept())
                .contains("FORCED_MARRIAGE")
                .doesNotContain("Zẹtdì")
                .doesNotContain(TOPIC);
        assertThat(people.counts()).isEqualTo(counts);
        assertThat(atStart.again()).isZero();
    }
}
