package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The office's figures and the centres' equipment")
class DashboardIT {
    private static final String YEAR = "from=2021-01-01&to=2021-12-31";

    private final Http office = Http.machine("office-script");

    @Test
    @DisplayName("count contacts by nature, a contact at a month's last second in that month")
    void contacts() {
        JsonNode figure = office.json("/api/v1/dashboard/contacts?" + YEAR);
        assertThat(figure.path("total").asLong()).isEqualTo(4);
        assertThat(count(figure, "line", "switchboard", "COUNSELLING")).isEqualTo(2);
        assertThat(count(figure, "channel", "AUTOMATIC_ANSWER", "AUTOMATIC")).isEqualTo(1);
        assertThat(count(figure, "month", "2021-03-01", "SILENT")).isEqualTo(1);
        assertThat(count(figure, "month", "2021-04-01", "COUNSELLING")).isEqualTo(1);
        assertThat(office.json("/api/v1/dashboard/contacts?" + YEAR + "&centre=ANGIANG")
                        .path("total")
                        .asLong())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("count referrals by today's province, and say how many rows could not be counted")
    void referrals() {
        JsonNode figure = office.json("/api/v1/dashboard/referrals?" + YEAR);
        assertThat(count(figure, "province", "15", "COMPLETED"))
                .as("10 was Lào Cai, 15 is")
                .isEqualTo(1);
        assertThat(count(figure, "province", "01", "PENDING")).isEqualTo(1);
        assertThat(count(figure, "agency", "hotline:NGO-01", "PENDING")).isEqualTo(1);
        assertThat(office.json("/api/v1/dashboard/quality?" + YEAR)
                        .path("uncounted")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("lead to lists that name people to those who may see them, and tell others nothing but the time")
    void lists() {
        String cases = "/api/v1/dashboard/cases/list?" + YEAR + "&line=switchboard&kind=TRAFFICKING";
        JsonNode entry =
                Http.machine("supervisor-script").json(cases).path("items").get(0);
        assertThat(entry.path("key").path("table").asText()).isEqualTo("ca_can_thiep");
        assertThat(entry.path("facts").path("caseNumber").asText()).isEqualTo("TE-2021-000123");
        assertThat(entry.path("people"))
                .extracting(person -> person.path("as").asText())
                .containsExactlyInAnyOrder("SUBJECT", "REPORTER");
        assertThat(entry.path("people"))
                .extracting(person -> person.path("name").asText())
                .contains("Giàng Thị Mỷ");
        // the tests' steward is not cleared for victims
        HttpResponse<String> withheld = Http.person("steward").get(cases);
        assertThat(withheld.body()).doesNotContain("TE-2021-000123", "Giàng", "ca_can_thiep");
        JsonNode hidden = Http.json(withheld).path("items").get(0);
        assertThat(hidden.path("withheld").asBoolean()).isTrue();
        assertThat(hidden.path("people")).isEmpty();
    }

    @Test
    @DisplayName("are paged through to the end, entry by entry")
    void pages() {
        String list = "/api/v1/dashboard/contacts/list?" + YEAR + "&size=1";
        JsonNode page = office.json(list);
        int entries = 1;
        while (page.path("nextCursor").isTextual()) {
            page = office.json(
                    list + "&cursor=" + Http.encoded(page.path("nextCursor").asText()));
            entries += page.path("items").size();
        }
        assertThat(entries).isEqualTo(4);
    }

    @Test
    @DisplayName("are refused for a figure, period, filter or cursor that is none")
    void refused() {
        assertThat(office.get("/api/v1/dashboard/nothing?" + YEAR).statusCode()).isEqualTo(404);
        assertThat(office.get("/api/v1/dashboard/contacts").statusCode()).isEqualTo(400);
        assertThat(office.get("/api/v1/dashboard/contacts?from=2021-12-31&to=2021-01-01")
                        .statusCode())
                .isEqualTo(400);
        assertThat(office.get("/api/v1/dashboard/contacts?from=2021-02-30&to=2021-03-01")
                        .statusCode())
                .isEqualTo(400);
        assertThat(office.get("/api/v1/dashboard/contacts?" + YEAR + "&centre=HUE")
                        .statusCode())
                .isEqualTo(400);
        for (String wrong :
                new String[] {"&chanel=VOICE", "&month=2021-13-01", "&cursor=next", "&size=0", "&satisfaction=9"}) {
            assertThat(office.get("/api/v1/dashboard/contacts/list?" + YEAR + wrong)
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(office.get("/api/v1/dashboard/people/list?" + YEAR + "&cursor=2021-01-01T00:00:00Z~5")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("leave the office without numbers below 11")
    void exports() {
        HttpResponse<String> csv = office.get("/api/v1/dashboard/contacts/export.csv?" + YEAR);
        assertThat(csv.body()).contains("contacts,2021-01-01,2021-12-31,,channel,ZALO,,nature,SILENT,withheld (k<11),");
        JsonNode picture = office.json("/api/v1/dashboard/contacts/export?" + YEAR);
        assertThat(picture.path("total").isNull()).isTrue();
        assertThat(picture.path("cells"))
                .allSatisfy(cell -> assertThat(cell.path("count").isNull()).isTrue());
    }

    @Test
    @DisplayName("tell the equipment with faults first, since when, and its history")
    void equipment() {
        JsonNode devices = office.json("/api/v1/equipment").path("devices");
        JsonNode worst = devices.get(0);
        assertThat(worst.path("component").asText()).isEqualTo("UPS");
        assertThat(worst.path("state").asText()).isEqualTo("DOWN");
        assertThat(worst.path("since").asText()).isEqualTo("2026-11-20T00:30:00Z");
        assertThat(worst.path("lastReportAt").asText()).isEqualTo("2026-11-20T01:30:00Z");
        assertThat(worst.path("detail").asText()).isEqualTo("Hết ắc quy");
        assertThat(devices.get(1).path("state").asText()).isEqualTo("DEGRADED");
        assertThat(devices).hasSize(5);
        JsonNode history =
                office.json("/api/v1/equipment/switchboard/HANOI/UPS").path("items");
        assertThat(history).hasSize(2);
        assertThat(history.get(0).path("reports").asLong()).isEqualTo(2);
        assertThat(history.get(0).path("until").isNull()).isTrue();
        assertThat(history.get(1).path("state").asText()).isEqualTo("UP");
        assertThat(history.get(1).path("until").asText()).isEqualTo("2026-11-20T00:30:00Z");
        assertThat(office.get("/api/v1/equipment/elsewhere/HANOI/UPS").statusCode())
                .isEqualTo(400);
    }

    private static long count(JsonNode figure, String by, String value, String part) {
        for (JsonNode cell : figure.path("cells")) {
            if (cell.path("by").asText().equals(by)
                    && cell.path("value").asText().equals(value)
                    && cell.path("part").asText().equals(part)) {
                return cell.path("count").asLong();
            }
        }
        return 0;
    }
}
