package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The tests' steward is cleared for children and not for victims: the girl, of whom both systems tell, is not there. */
@DisplayName("Searching, for each caller by themselves")
class SearchDeskIT {
    private final Http office = Http.machine("office-script");
    private final Http steward = Http.person("steward").withCsrf();

    @AfterEach
    void forget() {
        for (Http one : List.of(office, steward)) {
            one.json("/api/v1/saved-searches")
                    .path("items")
                    .forEach(item -> one.call(
                            "DELETE",
                            "/api/v1/saved-searches/" + item.path("id").asLong()));
            one.call("DELETE", "/api/v1/recent-people");
        }
    }

    @Test
    @DisplayName("finds nobody whom the caller is not cleared for: no hit, no facet, no count, no name beside another")
    void clearance() {
        assertThat(office.json("/api/v1/search?q=nguyen+thi+hoa+2006")
                        .path("total")
                        .asLong())
                .isEqualTo(1);
        assertThat(steward.json("/api/v1/search?q=nguyen+thi+hoa+2006").toString())
                .doesNotContain("HOA", "Hòa", "010306001234");
        JsonNode everybody = steward.json("/api/v1/search?q=");
        assertThat(everybody.path("total").asLong()).isEqualTo(3);
        assertThat(everybody.path("facets").toString()).doesNotContain("VICTIM", "FORCED_MARRIAGE");
        assertThat(steward.json("/api/v1/search?q=TE-2021-000123").path("total").asLong())
                .as("her mother reported the case, whose number is the girl's")
                .isZero();
        assertThat(office.json("/api/v1/search?q=TE-2021-000123").path("total").asLong())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("finds a mother by her child, and the child by her mother")
    void relatives() {
        JsonNode hits =
                office.json("/api/v1/search?q=" + Http.encoded("Mỷ mẹ của Hoa")).path("hits");

        assertThat(hits).hasSize(2);
        assertThat(hits.get(0).path("displayName").asText()).isEqualTo("Giàng Thị Mỷ");
        assertThat(hits.get(0).path("highlights").toString()).contains("relatedName", "Nguyen Thi Hoa");
    }

    @Test
    @DisplayName("sorts, goes on by cursor, and refuses an order that there is none of")
    void sorted() {
        List<String> names = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = office.json("/api/v1/search?q=&sort=name&size=1" + cursor);
            page.path("hits")
                    .forEach(hit -> names.add(
                            hit.path("displayName").isNull()
                                    ? "nobody"
                                    : hit.path("displayName").asText()));
            cursor = page.path("nextCursor").isNull()
                    ? null
                    : "&cursor=" + page.path("nextCursor").asText();
        } while (cursor != null);

        assertThat(names).hasSize(4).endsWith("nobody");
        assertThat(names.subList(0, 3)).containsExactly("Nguyễn Thị Hòa", "Giàng Thị Mỷ", "Trần Văn Tâm");
        assertThat(office.get("/api/v1/search?q=&sort=height").statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("filters by ethnic group, province of before and day of the last contact")
    void filters() {
        assertThat(Http.machine("supervisor-script")
                        .json("/api/v1/search?q=&ethnicGroup=" + Http.encoded("Mông"))
                        .path("total")
                        .asLong())
                .isEqualTo(1);
        assertThat(total("provinceBefore=10")).isPositive();
        assertThat(total("lastContactFrom=2021-03-09&lastContactTo=2021-03-09")).isEqualTo(2);
        assertThat(total("lastContactFrom=2021-03-10")).isZero();
        assertThat(total("lastContactTo=2021-03-08")).isZero();
    }

    private long total(String filter) {
        return office.json("/api/v1/search?q=&" + filter).path("total").asLong();
    }

    @Test
    @DisplayName("suggests people, places and case numbers while one types, of those in scope only")
    void suggestions() {
        JsonNode people = suggested(office, "nguyen thi h");
        assertThat(people.get(0).path("kind").asText()).isEqualTo("PERSON");
        assertThat(people.get(0).path("label").asText()).isEqualTo("Nguyễn Thị Hòa");
        assertThat(people.get(0).path("masterId").asText()).hasSize(36);

        JsonNode places = suggested(office, "hoa bat x");
        assertThat(places).anySatisfy(place -> {
            assertThat(place.path("kind").asText()).isEqualTo("PLACE");
            assertThat(place.path("text").asText()).startsWith("hoa ").endsWith("Bát Xát");
            assertThat(place.path("people").asLong()).isEqualTo(1);
        });

        JsonNode cases = suggested(office, "te 2021 12");
        assertThat(cases).hasSize(1);
        assertThat(cases.get(0).path("label").asText()).isEqualTo("TE-2021-000123");

        assertThat(suggested(office, "n")).isEmpty();
        assertThat(suggested(steward, "nguyen thi h")).isEmpty();
        assertThat(suggested(steward, "bat x")).isEmpty();
        assertThat(suggested(steward, "te 2021")).isEmpty();
    }

    private static JsonNode suggested(Http caller, String text) {
        return caller.json("/api/v1/search/suggestions?q=" + Http.encoded(text)).path("items");
    }

    @Test
    @DisplayName("keeps searches under names: one's own only, renamed and forgotten at will")
    void savedSearches() {
        HttpResponse<String> kept = office.post(
                "/api/v1/saved-searches",
                "{\"name\":\" Trẻ em Lào Cai \",\"parameters\":{\"q\":[\"hoa\"],\"role\":[\"CHILD\"]}}");
        assertThat(kept.statusCode()).isEqualTo(201);
        String id = Http.json(kept).path("id").asText();
        JsonNode mine = office.json("/api/v1/saved-searches").path("items");
        assertThat(mine).hasSize(1);
        assertThat(mine.get(0).path("name").asText()).isEqualTo("Trẻ em Lào Cai");
        assertThat(mine.get(0).path("parameters").path("role").get(0).asText()).isEqualTo("CHILD");

        assertThat(steward.json("/api/v1/saved-searches").path("items")).isEmpty();
        assertThat(steward.call("DELETE", "/api/v1/saved-searches/" + id).statusCode())
                .isEqualTo(404);
        assertThat(office.post("/api/v1/saved-searches", "{\"name\":\"Trẻ em Lào Cai\",\"parameters\":{}}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(office.post("/api/v1/saved-searches", "{\"name\":\"x\",\"parameters\":{\"rolle\":[\"CHILD\"]}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(office.post("/api/v1/saved-searches", "{\"name\":\"  \",\"parameters\":{}}")
                        .statusCode())
                .isEqualTo(400);

        HttpResponse<String> renamed = office.send("PATCH", "/api/v1/saved-searches/" + id, "{\"name\":\"Lào Cai\"}");
        assertThat(Http.json(renamed).path("name").asText()).isEqualTo("Lào Cai");
        assertThat(office.call("DELETE", "/api/v1/saved-searches/" + id).statusCode())
                .isEqualTo(204);
        assertThat(office.json("/api/v1/saved-searches").path("items")).isEmpty();
    }

    @Test
    @DisplayName("remembers whom the caller opened, and forgets it when asked")
    void recentPeople() {
        String girl = masterId("switchboard/tre_em/7");
        String mother = masterId("switchboard/nguoi_goi/1");
        office.json("/api/v1/master-records/" + girl);
        office.json("/api/v1/master-records/" + mother);
        office.json("/api/v1/master-records/" + girl);
        steward.get("/api/v1/master-records/" + girl);

        JsonNode recent = office.json("/api/v1/recent-people").path("items");
        assertThat(recent).hasSize(2);
        assertThat(recent.get(0).path("person").path("masterId").asText()).isEqualTo(girl);
        assertThat(recent.get(1).path("person").path("displayName").asText()).isEqualTo("Giàng Thị Mỷ");
        assertThat(steward.json("/api/v1/recent-people").path("items"))
                .as("who was refused saw nobody")
                .isEmpty();

        assertThat(office.call("DELETE", "/api/v1/recent-people").statusCode()).isEqualTo(204);
        assertThat(office.json("/api/v1/recent-people").path("items")).isEmpty();
    }

    private String masterId(String record) {
        return office.json("/api/v1/crosswalk/" + record).path("masterId").asText();
    }
}
