package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A person whom two centres know by different cases")
class CasesOfCentresIT {
    private static final Http OFFICE = Http.machine("office-script");

    @BeforeAll
    static void add() {
        TwoCentresWorld.add(ConsoleService.context());
    }

    @AfterAll
    static void remove() {
        TwoCentresWorld.remove(ConsoleService.context());
    }

    @Test
    @DisplayName(
            "is found and told by a search with the cases and contacts that the page of the person shows to the same reader")
    void asThePage() {
        String boy = idOf(TwoCentresWorld.BOY);
        for (Http reader : List.of(OFFICE, Http.person("counsellor-hn"), Http.person("counsellor-dn"))) {
            JsonNode page = reader.json("/api/v1/master-records/" + boy);
            JsonNode hit = search(reader, "vu mi sung").path("hits").get(0);
            assertThat(hit.path("masterId").asText()).isEqualTo(boy);
            TreeSet<String> numbers = new TreeSet<>(page.path("cases").findValuesAsText("caseNumber"));
            assertThat(texts(hit.path("caseNumbers"))).isEqualTo(numbers).isNotEmpty();
            assertThat(texts(hit.path("centres")))
                    .isEqualTo(new TreeSet<>(page.path("contacts").findValuesAsText("centre")));
            assertThat(hit.path("openReferral").asBoolean())
                    .isEqualTo(!page.path("referrals").isEmpty());
            for (String number : List.of("TE-2023-000063", "TE-2023-000064")) {
                assertThat(search(reader, number).path("total").asInt() > 0)
                        .as(number)
                        .isEqualTo(numbers.contains(number));
                assertThat(suggested(reader, number).isEmpty()).as(number).isNotEqualTo(numbers.contains(number));
            }
        }
    }

    @Test
    @DisplayName("neither shows, matches, counts nor suggests one centre's cases and contacts to the other's readers")
    void hidden() {
        Http hanoi = Http.person("counsellor-hn");
        Http danang = Http.person("counsellor-dn");
        for (String text : List.of("vu mi sung", "", "giang thi chu", "lau cha tua")) {
            assertThat(search(OFFICE, text).toString()).contains("TE-2023-000064");
            assertThat(search(hanoi, text).toString()).as(text).doesNotContain(TwoCentresWorld.OF_DANANG);
            assertThat(search(danang, text).toString()).as(text).doesNotContain("TE-2023-000063", "HANOI", "VOICE");
        }
        for (String text : List.of("TE-2023-000064", "0977606262", "606262", "6262")) {
            assertThat(search(hanoi, text).path("total").asInt()).as(text).isZero();
            assertThat(search(danang, text).path("total").asInt()).as(text).isPositive();
        }
        for (String filter :
                List.of("channel=ZALO", "centre=DANANG", "openReferral=true", "lastContactFrom=2023-02-15")) {
            assertThat(hanoi.json("/api/v1/search?q=vu&" + filter).path("total").asInt())
                    .as(filter)
                    .isZero();
            assertThat(danang.json("/api/v1/search?q=vu&" + filter)
                            .path("total")
                            .asInt())
                    .as(filter)
                    .isPositive();
        }
        assertThat(suggested(hanoi, "te 2023").toString())
                .contains("TE-2023-000063")
                .doesNotContain("TE-2023-000064");
    }

    @Test
    @DisplayName("is not told beside whom another centre's case names, though the centre knows both")
    void relatives() {
        assertThat(search(OFFICE, "sung tua").path("hits").findValuesAsText("masterId"))
                .contains(idOf(TwoCentresWorld.BOY), idOf(TwoCentresWorld.NEIGHBOUR));
        assertThat(boyIn("counsellor-dn", "vu mi sung tua")).contains("relatedName");
        assertThat(boyIn("counsellor-hn", "vu mi sung tua")).doesNotContain("relatedName");
        assertThat(boyIn("counsellor-hn", "vu mi sung chu")).contains("relatedName");
        assertThat(boyIn("counsellor-dn", "vu mi sung chu")).doesNotContain("relatedName");
    }

    @Test
    @DisplayName(
            "is told with a case from when the centre has a contact about it, and so is who reported it, until it has none any more")
    void follows() {
        Http danang = Http.person("counsellor-dn");
        TwoCentresWorld.addCall(ConsoleService.context());
        try {
            assertThat(search(danang, "TE-2023-000063").path("hits").findValuesAsText("masterId"))
                    .containsExactly(idOf(TwoCentresWorld.BOY), idOf(TwoCentresWorld.MOTHER));
        } finally {
            TwoCentresWorld.removeCall(ConsoleService.context());
        }
        assertThat(search(danang, "TE-2023-000063").path("total").asInt()).isZero();
    }

    /** The boy's hit among all; empty where he is none. */
    private static String boyIn(String reader, String text) {
        String boy = idOf(TwoCentresWorld.BOY);
        for (JsonNode hit : search(Http.person(reader), text).path("hits")) {
            if (hit.path("masterId").asText().equals(boy)) {
                return hit.toString();
            }
        }
        return "";
    }

    private static JsonNode search(Http reader, String text) {
        return reader.json("/api/v1/search?facets=true&q=" + Http.encoded(text));
    }

    private static JsonNode suggested(Http reader, String text) {
        return reader.json("/api/v1/search/suggestions?q=" + Http.encoded(text)).path("items");
    }

    private static TreeSet<String> texts(JsonNode array) {
        TreeSet<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static String idOf(String record) {
        return OFFICE.json(record).path("masterId").asText();
    }
}
