package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Who sees which of the records of one person. The girl's record at the switchboard was touched by Hà Nội, by a call about her case;
 * her record at the hotline, which is linked to it, by no centre; the caller at the hotline by none either.
 */
@DisplayName("Scope, decided source record by source record,")
class ScopeIT {
    private static final String GIRL = "/api/v1/crosswalk/switchboard/tre_em/7";
    private static final String MOTHER = "/api/v1/crosswalk/switchboard/nguoi_goi/1";
    private static final String CALLER = "/api/v1/crosswalk/hotline/caller/30";

    /** What stands in records that Hà Nội did not touch, and nowhere else; names also as folded. */
    private static final List<String> OUTSIDE_HANOI = List.of(
            "Xiao Hua",
            "xiao hua",
            "MB-21-00042",
            "FORCED_MARRIAGE",
            "\"hotline\"",
            "hotline,",
            "Trần Văn Tâm",
            "tran van tam",
            "0903 111 222",
            "+84903111222",
            "RESCUED",
            "Thị Hòa");

    /** What stands in records that Hà Nội touched, and nowhere else. */
    private static final List<String> OF_HANOI =
            List.of("NGUYEN THI HOA", "TE-2021-000123", "Mẹ báo con gái mất tích", "Giàng Thị Mỷ", "0912.345.678");

    private final Http office = Http.machine("office-script");
    private final String girl = idOf(GIRL);
    private final String mother = idOf(MOTHER);
    private final String caller = idOf(CALLER);

    @Test
    @DisplayName("shows a counsellor a person made of the records that their centre touched")
    void rebuilt() {
        JsonNode whole = office.json("/api/v1/master-records/" + girl);
        assertThat(whole.path("sourceRecords")).hasSize(2);
        assertThat(whole.toString()).contains("Xiao Hua", "MB-21-00042");

        JsonNode part = Http.person("counsellor-hn").json("/api/v1/master-records/" + girl);
        assertThat(part.path("sourceRecords")).hasSize(1);
        assertThat(part.path("sourceRecords").path(0).path("table").asText()).isEqualTo("tre_em");
        assertThat(part.path("name").path("value").path("written").asText()).isEqualTo("NGUYEN THI HOA");
        assertThat(part.path("cases").findValuesAsText("caseNumber")).containsExactly("TE-2021-000123");
        assertThat(part.path("contacts")).hasSize(1);
        assertThat(part.path("returns")).isEmpty();
        assertThat(part.path("roles").toString()).isEqualTo("[\"CHILD\"]");
        assertThat(part.path("history").findValuesAsText("other")).containsOnly("null");
        assertThat(part.toString()).doesNotContain(OUTSIDE_HANOI);
    }

    @Test
    @DisplayName("shows of the past what it shows of now")
    void past() {
        String at = "/at/" + Instant.now();
        assertThat(office.json("/api/v1/master-records/" + girl + at).path("members"))
                .hasSize(2);
        HttpResponse<String> part = Http.person("counsellor-hn").get("/api/v1/master-records/" + girl + at);
        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(Http.json(part).path("members")).hasSize(1);
        assertThat(part.body()).doesNotContain(OUTSIDE_HANOI);
        assertThat(Http.person("counsellor-dn")
                        .get("/api/v1/master-records/" + girl + at)
                        .statusCode())
                .isEqualTo(404);
        JsonNode refused = Http.machine("auditor-script")
                .json("/api/v1/audit?refused=true&limit=1&account=counsellor-dn&masterId=" + girl);
        assertThat(refused.toString())
                .as("the attempt is on record as refused")
                .contains("/api/v1/master-records/{id}/at/{time}", "outsideScope", girl);
    }

    @Test
    @DisplayName("shows a note of corrections to who may see all records that it speaks of")
    void corrections() {
        String path = "/api/v1/master-records/" + girl;
        Http steward = Http.machine("steward-script");
        long note = Http.json(steward.post(path + "/corrections", "{\"words\":\"her name at the hotline is right\"}"))
                .path("id")
                .asLong();
        assertThat(office.get(path).body()).contains("her name at the hotline is right");
        assertThat(Http.person("counsellor-hn").json(path).path("corrections")).isEmpty();
        assertThat(steward.call("DELETE", "/api/v1/corrections/" + note).statusCode())
                .isEqualTo(204);
    }

    @Test
    @DisplayName("tells of relations by cases, records and telephones within it only, and counts no others")
    void relations() {
        JsonNode whole = office.json("/api/v1/master-records/" + girl + "/relations");
        assertThat(whole.path("people").findValuesAsText("masterId")).containsExactlyInAnyOrder(mother, caller);
        JsonNode part = Http.person("counsellor-hn").json("/api/v1/master-records/" + girl + "/relations");
        assertThat(part.path("people").findValuesAsText("masterId")).containsExactly(mother);
        assertThat(part.path("people").get(0).path("cases").findValuesAsText("caseNumber"))
                .containsExactly("TE-2021-000123");
        assertThat(part.path("people").get(0).path("sources").toString()).isEqualTo("[\"switchboard\"]");
        assertThat(part.path("people").get(0).path("telephones").toString()).isEqualTo("[\"+84912345678\"]");
        assertThat(part.path("all").asBoolean()).isTrue();
        assertThat(part.toString()).doesNotContain(OUTSIDE_HANOI);
    }

    @Test
    @DisplayName("makes of a person outside it one that never was, in the same words; the auditor sees who asked")
    void outside() {
        Http danang = Http.person("counsellor-dn");
        JsonNode never = Http.json(danang.get("/api/v1/master-records/00000000-0000-4000-8000-000000000000"));
        HttpResponse<String> outside = danang.get("/api/v1/master-records/" + girl);
        assertThat(outside.statusCode()).isEqualTo(404);
        assertThat(Http.json(outside).path("detail")).isEqualTo(never.path("detail"));
        assertThat(Http.json(outside).path("type")).isEqualTo(never.path("type"));
        String trail = Http.machine("auditor-script")
                .get("/api/v1/audit?refused=true&limit=1&account=counsellor-dn&masterId=" + girl)
                .body();
        assertThat(trail).contains("\"status\":404", "\"refused\":true", "outsideScope", girl);
    }

    @Test
    @DisplayName("lets nothing outside it match, count or be shown in a search")
    void search() {
        Http hanoi = Http.person("counsellor-hn");
        assertThat(office.json("/api/v1/search?q=" + Http.encoded("xiao hua"))
                        .path("total")
                        .asInt())
                .isPositive();
        for (String outside : List.of("xiao hua", "MB-21-00042", "tran van tam", "0903111222")) {
            JsonNode answer = hanoi.json("/api/v1/search?facets=true&q=" + Http.encoded(outside));
            assertThat(answer.path("total").asInt()).as(outside).isZero();
            assertThat(answer.path("hits")).as(outside).isEmpty();
        }
        JsonNode found = hanoi.json("/api/v1/search?facets=true&q=" + Http.encoded("nguyen thi hoa"));
        assertThat(found.path("hits").findValuesAsText("masterId"))
                .as("she, and after her who is named in her case")
                .containsExactly(girl, mother);
        assertThat(found.toString()).doesNotContain(OUTSIDE_HANOI);
        JsonNode all = hanoi.json("/api/v1/search?facets=true&q=");
        assertThat(all.toString()).doesNotContain(OUTSIDE_HANOI);
        assertThat(all.path("hits").findValuesAsText("masterId")).containsExactlyInAnyOrder(girl, mother);
        for (String user : List.of("counsellor-dn", "counsellor-ag")) {
            assertThat(Http.person(user)
                            .json("/api/v1/search?facets=true&q=")
                            .path("total")
                            .asInt())
                    .isZero();
        }
    }

    /** What each role is answered about each person, by hand: the columns are those of {@link #readers}. */
    private List<String> matrix() {
        return List.of(
                //                                                        officer steward hn  dn  ag  auditor sw  hl
                "/api/v1/master-records/" + mother + "                    200 200 200 404 404 403 403 403",
                "/api/v1/master-records/" + girl + "                      200 200 200 404 404 403 403 403",
                "/api/v1/master-records/" + caller + "                    200 200 404 404 404 403 403 403",
                "/api/v1/master-records/" + girl + "/story                200 200 403 403 403 403 403 403",
                "/api/v1/master-records/" + girl + "/relations            200 200 200 404 404 403 403 403",
                "/api/v1/master-records/" + mother + "/relations          200 200 200 404 404 403 403 403",
                "/api/v1/master-records/" + caller + "/relations          200 200 404 404 404 403 403 403",
                "/api/v1/search?q=hoa&facets=true                         200 200 200 200 200 403 403 403",
                "/fhir/Patient/" + girl + "                               200 200 200 404 404 403 200 200",
                "/fhir/Patient/" + mother + "                             200 200 200 404 404 403 200 404",
                "/fhir/Patient/" + caller + "                             200 200 404 404 404 403 404 200",
                "/fhir/Patient?name=hoa                                   200 200 200 200 200 403 200 200",
                GIRL + "                                                  200 200 403 403 403 403 200 403",
                CALLER + "                                                200 200 403 403 403 403 403 200",
                "/api/v1/crosswalk.csv                                    200 200 403 403 403 403 200 200",
                "/api/v1/crosswalk/changes                                200 200 403 403 403 403 200 200",
                "/api/v1/review-tasks                                     403 200 403 403 403 403 403 403",
                "/api/v1/decisions                                        403 200 403 403 403 200 403 403",
                "/api/v1/dead-letters                                     200 200 403 403 403 403 403 403",
                "/api/v1/models                                           403 200 403 403 403 200 403 403",
                "/api/v1/audit?limit=5                                    403 403 403 403 403 200 403 403",
                "/api/v1/users                                            403 403 403 403 403 200 403 403");
    }

    private static Map<String, Http> readers() {
        Map<String, Http> readers = new LinkedHashMap<>();
        readers.put("officer", Http.machine("office-script"));
        readers.put("steward", Http.machine("steward-script"));
        readers.put("counsellor-hn", Http.person("counsellor-hn"));
        readers.put("counsellor-dn", Http.person("counsellor-dn"));
        readers.put("counsellor-ag", Http.person("counsellor-ag"));
        readers.put("auditor", Http.machine("auditor-script"));
        readers.put("legacy-switchboard", Http.machine("legacy-switchboard"));
        readers.put("legacy-hotline", Http.machine("legacy-hotline"));
        return readers;
    }

    @Test
    @DisplayName("holds for every reader of every person, and no body holds a value outside it")
    void everyReader() {
        SoftAssertions softly = new SoftAssertions();
        Map<String, Http> readers = readers();
        for (String line : matrix()) {
            List<String> cells = List.of(line.split("\\s+"));
            int column = 1;
            for (Map.Entry<String, Http> reader : readers.entrySet()) {
                HttpResponse<String> answer = reader.getValue().get(cells.getFirst());
                softly.assertThat(String.valueOf(answer.statusCode()))
                        .as("%s by %s", cells.getFirst(), reader.getKey())
                        .isEqualTo(cells.get(column));
                softly.assertThat(answer.body())
                        .as("%s by %s", cells.getFirst(), reader.getKey())
                        .doesNotContain(hiddenFrom(reader.getKey()));
                column++;
            }
        }
        softly.assertAll();
    }

    private static List<String> hiddenFrom(String reader) {
        return switch (reader) {
            case "counsellor-hn" -> OUTSIDE_HANOI;
            case "counsellor-dn", "counsellor-ag" -> {
                List<String> all = new ArrayList<>(OUTSIDE_HANOI);
                all.addAll(OF_HANOI);
                yield all;
            }
            case "legacy-switchboard" -> List.of("\"source\":\"hotline\"", "hotline,caller", "Xiao Hua");
            case "legacy-hotline" -> List.of("\"source\":\"switchboard\"", "switchboard,", "NGUYEN THI HOA");
            default -> List.of("a value that nowhere stands");
        };
    }

    private String idOf(String record) {
        return office.json(record).path("masterId").asText();
    }
}
