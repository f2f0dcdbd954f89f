package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;

@DisplayName("A file of people")
class ExportsIT {
    /** How the sheet writes what is not of ASCII. */
    private static final Pattern CHARACTER = Pattern.compile("&#x([0-9a-fA-F]+);");

    /** Of a girl born in 1999. */
    private static final String NUMBER = "001199000949";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Http office = Http.machine("office-script");
    private final Http steward = Http.person("steward").withCsrf();

    @Test
    @DisplayName("holds what the search finds, one line a person, as Excel opens it")
    void csv() throws InterruptedException {
        JsonNode ready = made(office, "{\"q\":\"nguyen thi hoa 2006\",\"format\":\"CSV\",\"purpose\":\"Báo cáo quý\"}");
        assertThat(ready.path("written").asLong()).isEqualTo(1);
        assertThat(ready.path("truncated").asBoolean()).isFalse();

        HttpResponse<byte[]> file = office.bytes("/api/v1/exports/" + id(ready) + "/file");
        assertThat(file.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", ".csv");
        assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
        String text = new String(file.body(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF\"Mã hồ sơ / Master id\",");
        assertThat(text.lines()).hasSize(2);
        assertThat(text).contains("\"Nguyễn Thị Hòa\"", "12/03/2006", "…1234", "MB-21-00042");
    }

    @Test
    @DisplayName("is not given any more when somebody withdraws their consent; it is after any other change of theirs")
    void withdrawn() throws InterruptedException {
        ApplicationContext service = ConsoleService.context();
        SourceRecordKey victim = SourceRecordKey.of(SourceSystem.HOTLINE, "victim", "948");
        SmallWorld.insert(
                service, SourceSystem.HOTLINE, Map.of("victim/948", SmallWorld.victimRow("Thị Zaconsent", true)));
        try {
            JsonNode ready = made(office, "{\"q\":\"zaconsent\",\"format\":\"CSV\",\"purpose\":\"a list\"}");
            String path = "/api/v1/exports/" + id(ready);
            SmallWorld.insert(
                    service,
                    SourceSystem.HOTLINE,
                    Map.of("victim/948", SmallWorld.victimRow("Thị Zaconsent Hai", true)));
            assertThat(office.get(path + "/file").body()).contains("Zaconsent");
            SmallWorld.insert(
                    service,
                    SourceSystem.HOTLINE,
                    Map.of("victim/948", SmallWorld.victimRow("Thị Zaconsent Hai", false)));
            assertThat(office.get(path + "/file").statusCode()).isEqualTo(410);
            assertThat(office.json(path).path("state").asText()).isEqualTo("EXPIRED");
            JsonNode again = made(office, "{\"q\":\"zaconsent\",\"format\":\"CSV\",\"purpose\":\"a list\"}");
            path = "/api/v1/exports/" + id(again);
            SmallWorld.insert(
                    service,
                    SourceSystem.HOTLINE,
                    Map.of("victim/948", SmallWorld.victimRow("Thị Zaconsent Ba", false)));
            assertThat(office.get(path + "/file").body())
                    .as("nobody withdrew anything")
                    .contains("refused, withheld")
                    .doesNotContain("Zaconsent");
        } finally {
            SmallWorld.delete(service, List.of(victim));
        }
    }

    @Test
    @DisplayName(
            "is not given any more when whom it tells of turns out to be somebody who refused that their data leave")
    void joined() throws InterruptedException {
        ApplicationContext service = ConsoleService.context();
        SourceRecordKey child = SourceRecordKey.of(SourceSystem.SWITCHBOARD, "tre_em", "949");
        SourceRecordKey victim = SourceRecordKey.of(SourceSystem.HOTLINE, "victim", "949");
        SmallWorld.insert(
                service,
                SourceSystem.SWITCHBOARD,
                Map.of(
                        "tre_em/949",
                        SmallWorld.childRow(
                                "ho_ten", "Lò Thị Zajoined", "ngay_sinh", "1999-01-01", "so_dinh_danh", NUMBER)));
        try {
            String path = "/api/v1/exports/"
                    + id(made(office, "{\"q\":\"zajoined\",\"format\":\"CSV\",\"purpose\":\"a list\"}"));
            assertThat(office.get(path + "/file").body()).contains("Zajoined");
            Map<String, @Nullable Object> she = new LinkedHashMap<>(SmallWorld.victimRow("Thị Zajoined", false));
            she.put("id_type", "CCCD");
            she.put("id_number", NUMBER);
            SmallWorld.insert(service, SourceSystem.HOTLINE, Map.of("victim/949", she));
            assertThat(idOf("hotline/victim/949")).as("one person").isEqualTo(idOf("switchboard/tre_em/949"));
            assertThat(office.get(path + "/file").statusCode()).isEqualTo(410);
            assertThat(office.json(path).path("state").asText()).isEqualTo("EXPIRED");
        } finally {
            SmallWorld.delete(service, List.of(victim));
            SmallWorld.delete(service, List.of(child));
        }
    }

    private String idOf(String row) {
        return office.json("/api/v1/crosswalk/" + row).path("masterId").asText();
    }

    @Test
    @DisplayName("comes as a spreadsheet too, without a formula")
    void spreadsheet() throws IOException, InterruptedException {
        JsonNode ready = made(
                office,
                "{\"filters\":{\"role\":[\"CALLER\"],\"sort\":[\"name\"]},\"format\":\"XLSX\",\"purpose\":\"Rà soát\"}");
        Map<String, String> parts =
                unzipped(office.bytes("/api/v1/exports/" + id(ready) + "/file").body());

        String sheet = CHARACTER
                .matcher(parts.get("xl/worksheets/sheet1.xml"))
                .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
        assertThat(sheet).contains("Giàng Thị Mỷ", "Trần Văn Tâm").doesNotContain("<f>", "Nguyễn Thị Hòa");
        assertThat(sheet.indexOf("Giàng Thị Mỷ")).isLessThan(sheet.indexOf("Trần Văn Tâm"));
    }

    @Test
    @DisplayName("holds nobody whom its author is not cleared for")
    void clearance() throws InterruptedException {
        JsonNode ready = made(steward, "{\"q\":\"\",\"format\":\"CSV\",\"purpose\":\"Rà soát\"}");

        String text = new String(
                steward.bytes("/api/v1/exports/" + id(ready) + "/file").body(), StandardCharsets.UTF_8);
        assertThat(text).contains("Giàng Thị Mỷ").doesNotContain("HOA", "Hòa", "TE-2021-000123", "MB-21-00042");
        assertThat(ready.path("total").asLong()).isEqualTo(3);
    }

    @Test
    @DisplayName("is its author's alone")
    void authorsOnly() throws InterruptedException {
        String id = id(made(office, "{\"q\":\"hoa\",\"format\":\"CSV\",\"purpose\":\"Báo cáo\"}"));

        for (String path : new String[] {"", "/file"}) {
            assertThat(steward.get("/api/v1/exports/" + id + path).statusCode()).isEqualTo(404);
        }
        assertThat(steward.post("/api/v1/exports/" + id + "/cancel").statusCode())
                .isEqualTo(404);
        assertThat(steward.json("/api/v1/exports").toString()).doesNotContain(id);
        assertThat(office.json("/api/v1/exports").toString()).contains(id);
        assertThat(office.json("/api/v1/exports").path("most").asInt()).isEqualTo(10_000);
        assertThat(office.post("/api/v1/exports/" + id + "/cancel").statusCode())
                .as("it has ended")
                .isEqualTo(409);
    }

    @Test
    @DisplayName("is refused without a purpose, in another format, or with a filter that there is none of")
    void refused() {
        assertThat(asked("{\"q\":\"hoa\",\"format\":\"CSV\"}")).isEqualTo(400);
        assertThat(asked("{\"q\":\"hoa\",\"format\":\"CSV\",\"purpose\":\"  \"}"))
                .isEqualTo(400);
        assertThat(asked("{\"q\":\"hoa\",\"format\":\"PDF\",\"purpose\":\"Báo cáo\"}"))
                .isEqualTo(400);
        assertThat(asked("{\"filters\":{\"rolle\":[\"CHILD\"]},\"format\":\"CSV\",\"purpose\":\"Báo cáo\"}"))
                .isEqualTo(400);
        assertThat(office.get("/api/v1/exports/none").statusCode()).isEqualTo(400);
    }

    private int asked(String body) {
        return office.post("/api/v1/exports", body).statusCode();
    }

    private static JsonNode made(Http caller, String body) throws InterruptedException {
        HttpResponse<String> asked = caller.post("/api/v1/exports", body);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        JsonNode now = Http.json(asked);
        while (now.path("state").asText().matches("WAITING|RUNNING") && System.nanoTime() < giveUp) {
            Thread.sleep(50);
            now = caller.json("/api/v1/exports/" + id(now));
        }
        assertThat(now.path("state").asText()).isEqualTo("READY");
        return now;
    }

    private static String id(JsonNode export) {
        return export.path("id").asText();
    }

    private static Map<String, String> unzipped(byte[] file) throws IOException {
        Path written = Files.write(Files.createTempFile("export", ".xlsx"), file);
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(written.toFile())) {
            for (ZipEntry part : Collections.list(zip.entries())) {
                parts.put(part.getName(), new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(written);
        }
        return parts;
    }
}
