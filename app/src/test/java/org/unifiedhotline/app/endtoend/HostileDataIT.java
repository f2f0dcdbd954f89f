package org.unifiedhotline.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * The shipped jar between both legacy databases, in which every text is hostile and marked: the whole way of the data is walked, everything that people
 * and scripts can do is done, and then logs, metrics, errors and events are searched for the marks, and every page is looked at in a real browser.
 */
@DisplayName("Of rows in which every text is marked and hostile")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostileDataIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NO_CHROMIUM = 77;

    private static LegacyDatabases legacy;
    private static RunningService service;
    private static Path events;

    /** Every answer that refused, by the call. */
    private static final Map<String, HttpResponse<String>> REFUSED = new TreeMap<>();

    private static int asked;

    @BeforeAll
    static void start(@TempDir Path folder) throws SQLException {
        LegacySystems.createSwitchboard(TestServers.switchboard());
        LegacySystems.createHotline(TestServers.hotline());
        legacy = new LegacyDatabases(
                TestServers.switchboard().jdbcUrl(LegacySystems.SWITCHBOARD),
                TestServers.hotline().jdbcUrl(LegacySystems.HOTLINE));
        HostileRows rows = new HostileRows();
        legacy.execute(SourceSystem.SWITCHBOARD, rows.switchboard());
        legacy.execute(SourceSystem.HOTLINE, rows.hotline());
        events = folder.resolve("events");
        Map<String, String> settings = new TreeMap<>(ServiceSettings.between(
                TestServers.switchboard(), TestServers.hotline(), "hub_hostile", TestServers.search()));
        settings.put("unified-hotline.search.index", "hostile");
        String out = "unified-hotline.events.destinations.folder.";
        settings.put(out + "folder", events.toString());
        settings.put(out + "sources", "switchboard,hotline");
        settings.put(out + "start", "beginning");
        settings.put(out + "secret", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        service = new RunningService(settings, folder.resolve("service.log"));
        service.start();
        service.waitUntilCaughtUp();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (service != null) {
            service.close();
        }
    }

    @Test
    @Order(1)
    @DisplayName("none is left out: each column of free text of both schemas holds one")
    void everyColumn() throws SQLException {
        assertThat(HostileRows.columnsLeftOut(legacy)).isEmpty();
    }

    @Test
    @Order(2)
    @DisplayName("all go the whole way, or to the dead letters, and what is typed by the office is marked too")
    void wholeWay() throws SQLException {
        assertThat(asked("office-script", "GET", "/api/v1/search?q=zqx", null).statusCode())
                .isEqualTo(200);
        String girl = service.get("/api/v1/crosswalk/switchboard/tre_em/1")
                .path("masterId")
                .asText();
        assertThat(service.get("/api/v1/crosswalk/hotline/victim/1")
                        .path("masterId")
                        .asText())
                .as("both lines know her by one number")
                .isEqualTo(girl);
        assertThat(asked("supervisor-script", "GET", "/api/v1/master-records/" + girl, null)
                        .body()
                        .toLowerCase(Locale.ROOT))
                .contains(HostileRows.MARK);
        assertThat(read(asked("steward-script", "GET", "/api/v1/dead-letters", null))
                        .path("total")
                        .asInt())
                .isPositive();
        reading(girl);
        deciding(girl);
        rights(girl);
        exchanging(girl);
        changing();
        refusing(girl);
        service.waitUntilCaughtUp();
        besideTheApplication();
    }

    /** What the server's own people write, and what Debezium cannot follow. */
    private static void besideTheApplication() throws SQLException {
        String use = "USE `" + LegacySystems.SWITCHBOARD + "`";
        TestServers.switchboard()
                .run(
                        use,
                        "SET SESSION binlog_format = STATEMENT",
                        "UPDATE tre_em SET ho_ten_me = 'Zqx8005 <img src=x onerror=xss=1>', so_dinh_danh = '"
                                + HostileRows.IDENTITY + "' WHERE id = 3");
        service.waitUntil(
                "what a statement changed is read", () -> mothersName().contains("Zqx8005"));
        service.waitUntilCaughtUp();

        TestServers.switchboard()
                .run(
                        use,
                        "CREATE VIEW zqx8006 AS WITH RECURSIVE zqx AS (SELECT 1 AS n UNION SELECT n + 1 FROM zqx WHERE n < 3)"
                                + " SELECT n, 'Zqx8006' AS words FROM zqx",
                        "SET SESSION sql_mode = 'ORACLE'",
                        "CREATE OR REPLACE PACKAGE zqx8007 COMMENT 'Zqx8007' AS FUNCTION words RETURN VARCHAR(20); END");
        service.waitUntilCaughtUp();

        TestServers.switchboard()
                .run(
                        use,
                        "SET SESSION sql_mode = 'ORACLE'",
                        "ALTER TABLE giam_sat ADD COLUMN them VARCHAR2(20) DEFAULT 'Zqx8008'");
        legacy.execute(
                SourceSystem.SWITCHBOARD,
                "INSERT INTO giam_sat (id,trung_tam,thiet_bi,trang_thai,chi_tiet,thoi_gian) VALUES (2,'HN','Zqx8009','LOI','Zqx8010 <b>','2021-03-12 08:00:00')");
        service.waitUntil(
                "what does not fit its table is read",
                () -> service.get("/api/v1/equipment").toString().contains("Zqx8009"));
        service.waitUntilCaughtUp();
    }

    private static String mothersName() {
        String child = service.get("/api/v1/crosswalk/switchboard/tre_em/3")
                .path("masterId")
                .asText();
        return asked("supervisor-script", "GET", "/api/v1/master-records/" + child, null)
                .body();
    }

    private static void reading(String girl) {
        for (String script : List.of(
                "office-script",
                "steward-script",
                "supervisor-script",
                "auditor-script",
                "admin-script",
                "legacy-switchboard",
                "legacy-hotline")) {
            for (String path : List.of(
                    "/search?q=" + HostileRows.TELEPHONE,
                    "/search?q=" + HostileRows.IDENTITY,
                    "/search/suggestions?q=zqx",
                    "/master-records/" + girl,
                    "/master-records/" + girl + "/relations",
                    "/master-records/" + girl + "/story",
                    "/master-records/" + girl + "/at/2026-01-01T00:00:00Z",
                    "/review-tasks",
                    "/decisions",
                    "/dead-letters",
                    "/crosswalk.csv",
                    "/audit?limit=100",
                    "/equipment",
                    "/pipeline",
                    "/users",
                    "/models",
                    "/dashboard/cases?from=2021-01-01&to=2021-12-31",
                    "/dashboard/contacts/list?from=2021-01-01&to=2021-12-31",
                    "/dashboard/people/export.csv?from=2021-01-01&to=2021-12-31",
                    "/quality",
                    "/nowhere/Zqx")) {
                asked(script, "GET", "/api/v1" + path, null);
            }
        }
    }

    private static void deciding(String girl) {
        String tasks = "/api/v1/review-tasks";
        JsonNode open = read(done("steward-script", "GET", tasks, null)).path("items");
        assertThat(open).as("somebody is asked").isNotEmpty();
        String first = tasks + "/" + open.path(0).path("id").asText();
        done("supervisor-script", "GET", first, null);
        JsonNode claimed = read(done("supervisor-script", "POST", first + "/claim", "{}"));
        done("supervisor-script", "POST", first + "/comments", "{\"text\":\"Zqx <img src=x onerror=xss=1>\"}");
        done("supervisor-script", "POST", first + "/decision", sameAs(claimed));
        // Others may have been answered by this answer.
        for (JsonNode task : open) {
            String one = tasks + "/" + task.path("id").asText();
            if (one.equals(first)) {
                continue;
            }
            JsonNode again = read(asked("supervisor-script", "POST", one + "/claim", "{}"));
            asked("supervisor-script", "POST", one + "/decision", sameAs(again));
        }
        String other = service.get("/api/v1/crosswalk/switchboard/nguoi_goi/2")
                .path("masterId")
                .asText();
        JsonNode merged = read(done(
                "steward-script",
                "POST",
                "/api/v1/master-records/" + girl + "/merge",
                "{\"other\":\"" + other + "\",\"reason\":\"Zqx9002 <img src=x onerror=xss=1>\"}"));
        String decision = merged.path("decisionId").asText();
        if (merged.path("state").asText().equals("AWAITING_APPROVAL")) {
            done("supervisor-script", "POST", "/api/v1/decisions/" + decision + "/approve", "{}");
        }
        done(
                "steward-script",
                "POST",
                "/api/v1/decisions/" + decision + "/undo",
                "{\"reason\":\"Zqx9003 <svg onload=xss=1>\"}");
        done(
                "office-script",
                "POST",
                "/api/v1/master-records/" + girl + "/reveal",
                "{\"fields\":[\"NOTES\"],\"purpose\":\"Zqx9004 <img src=x onerror=xss=1>\",\"reason\":\"Zqx9005\"}");
        done(
                "office-script",
                "POST",
                "/api/v1/saved-searches",
                "{\"name\":\"Zqx9006 <img src=x onerror=xss=1>\",\"parameters\":{\"q\":[\"Zqx\"]}}");
        JsonNode file = read(done(
                "office-script",
                "POST",
                "/api/v1/exports",
                "{\"q\":\"zqx\",\"format\":\"CSV\",\"purpose\":\"Zqx9007 <b>\"}"));
        service.waitUntil(
                "the file is ready",
                () -> !read(asked(
                                "office-script",
                                "GET",
                                "/api/v1/exports/" + file.path("id").asText(),
                                null))
                        .path("state")
                        .asText()
                        .matches("WAITING|RUNNING"));
        done("office-script", "GET", "/api/v1/exports/" + file.path("id").asText() + "/file", null);
        done("admin-script", "POST", "/api/v1/dead-letters/replay", "{\"after\":0}");
    }

    /** What is typed where a person asks for what is hers by law. */
    private static void rights(String girl) {
        String path = "/api/v1/master-records/" + girl;
        String img = " <img src=x onerror=xss=1>\"}";
        done("steward-script", "POST", path + "/requests", "{\"kind\":\"CORRECTION\",\"receivedOn\":\"2026-01-05\"}");
        done("steward-script", "POST", path + "/corrections", "{\"words\":\"Zqx9010" + img);
        JsonNode erasure = read(done("admin-script", "POST", path + "/erase", "{\"legalBasis\":\"Zqx9012" + img));
        done("admin-script", "POST", path + "/erase?preview=true", "{\"legalBasis\":\"Zqx9013" + img);
        JsonNode restriction = read(done("admin-script", "POST", path + "/restrict", "{\"reason\":\"Zqx9014" + img));
        for (String script : List.of("office-script", "steward-script", "supervisor-script", "admin-script")) {
            asked(script, "GET", path + "/rights", null);
            asked(script, "GET", path + "/disclosure", null);
            asked(script, "GET", path, null);
        }
        for (JsonNode decision : List.of(restriction, erasure)) {
            String id = decision.path("decisionId").asText();
            done("supervisor-script", "POST", "/api/v1/decisions/" + id + "/undo", "{\"reason\":\"Zqx9015" + img);
        }
        JsonNode hold = read(done("supervisor-script", "POST", path + "/holds", "{\"reason\":\"Zqx9011" + img));
        String lift = "/api/v1/holds/" + hold.path("id").asText() + "/lift";
        done("supervisor-script", "POST", lift, "{\"reason\":\"Zqx9016" + img);
        done(
                "supervisor-script",
                "POST",
                "/api/v1/quality/samples",
                "{\"size\":5,\"seed\":1,\"reason\":\"Zqx9017" + img);
        String model = read(done("steward-script", "GET", "/api/v1/models", null))
                .path("active")
                .asText();
        done("steward-script", "POST", "/api/v1/models/" + model + "/compare", "{\"reason\":\"Zqx9018" + img);
    }

    /** What other systems ask, in FHIR. */
    private static void exchanging(String girl) {
        String marked =
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"resource\",\"resource\":{\"resourceType\":"
                        + "\"Patient\",\"name\":[{\"family\":\"Zqx\",\"given\":[\"Zqx9020\"]}],\"birthDate\":\"%s\"}}]}";
        done("office-script", "POST", "/fhir/Patient/$match", marked.formatted("2009-05-01"));
        for (String script : List.of(
                "office-script", "steward-script", "supervisor-script", "legacy-switchboard", "legacy-hotline")) {
            for (String path : List.of(
                    "/Patient/" + girl,
                    "/Patient?name=Zqx9021",
                    "/Patient?phone=" + HostileRows.TELEPHONE,
                    "/Patient?identifier=" + HostileRows.IDENTITY,
                    "/Patient?Zqx9022=Zqx9023",
                    "/Patient?birthdate=Zqx9024",
                    "/Patient/Zqx9025",
                    "/Zqx9026/1",
                    "/Patient/$ihe-pix?sourceIdentifier=urn%3Aunified-hotline%3Aswitchboard%3Atre_em%7C1",
                    "/Patient/$ihe-pix?sourceIdentifier=Zqx9027%7CZqx9028",
                    "/Patient/$ihe-pix?Zqx9029=1")) {
                asked(script, "GET", "/fhir" + path, null);
            }
            for (String body : List.of(
                    marked.formatted("2009-05-01"),
                    marked.formatted("Zqx9030"),
                    "{\"resourceType\":\"Zqx9031\"}",
                    "{\"Zqx9032\":",
                    "Zqx9033")) {
                asked(script, "POST", "/fhir/Patient/$match", body);
            }
        }
    }

    private static String sameAs(JsonNode claimed) {
        return "{\"version\":" + claimed.path("version").asLong()
                + ",\"decision\":\"SAME\",\"reason\":\"Zqx9001 <img src=x onerror=xss=1>\"}";
    }

    private static void changing() throws SQLException {
        legacy.execute(
                SourceSystem.SWITCHBOARD,
                "UPDATE tre_em SET ho_ten_me = 'Zqx8001 <img src=x onerror=xss=1>', ngay_sua = now() WHERE id = 1",
                "UPDATE tre_em SET ngay_sinh = 'Zqx8002' WHERE id = 3",
                "DELETE FROM tre_em WHERE id = 4");
        legacy.execute(
                SourceSystem.HOTLINE,
                "UPDATE hotline.victim SET guardian_name = 'Zqx8003 <img src=x onerror=xss=1>', updated_at = now() WHERE victim_id = 1",
                "UPDATE hotline.call_review SET score = 'NaN', remarks = 'Zqx8004' WHERE review_id = 2",
                "DELETE FROM hotline.victim WHERE victim_id = 2");
    }

    private static void refusing(String girl) {
        String mark = "Zqx" + HostileRows.IDENTITY;
        for (String script : List.of("office-script", "supervisor-script", "admin-script", "legacy-hotline")) {
            for (String path : List.of(
                    "/master-records/" + mark,
                    "/search?size=" + mark,
                    "/search?" + mark + "=1",
                    "/search?cursor=" + mark,
                    "/audit?from=" + mark,
                    "/crosswalk/switchboard/tre_em/" + mark,
                    "/crosswalk/" + mark + "/x/1",
                    "/review-tasks/" + mark,
                    "/review-tasks?state=" + mark,
                    "/decisions?masterId=" + mark,
                    "/exports/" + mark,
                    "/dashboard/" + mark + "?from=2021-01-01&to=2021-12-31",
                    "/dashboard/cases?from=" + mark + "&to=x",
                    "/models/" + mark,
                    "/dead-letters?state=" + mark,
                    "/" + mark,
                    "/master-records/" + girl + "/at/" + mark)) {
                asked(script, "GET", "/api/v1" + path, null);
            }
            for (String path : List.of(
                    "/master-records/" + girl + "/merge",
                    "/master-records/" + girl + "/split",
                    "/master-records/" + girl + "/pin",
                    "/master-records/" + girl + "/move",
                    "/master-records/" + girl + "/reveal",
                    "/master-records/" + girl + "/requests",
                    "/master-records/" + girl + "/corrections",
                    "/master-records/" + girl + "/holds",
                    "/master-records/" + girl + "/restrict",
                    "/master-records/" + girl + "/erase",
                    "/holds/1/lift",
                    "/exports",
                    "/saved-searches",
                    "/review-tasks/decisions",
                    "/review-tasks/1/claim",
                    "/review-tasks/1/assign",
                    "/review-tasks/1/comments",
                    "/review-tasks/1/decision",
                    "/decisions/1/undo",
                    "/dead-letters/replay",
                    "/quality/samples",
                    "/models/rollback")) {
                for (String body : List.of(
                        "{\"reason\":\"" + mark,
                        "{\"" + mark + "\":1}",
                        "{\"reason\":{\"" + mark + "\":\"" + mark + "\"}}",
                        mark)) {
                    asked(script, "POST", "/api/v1" + path, body);
                }
            }
        }
    }

    @Test
    @Order(3)
    @DisplayName("nothing stands in an answer that refuses")
    void errors() {
        List<String> telling = new ArrayList<>();
        REFUSED.forEach((call, answer) -> marksIn(answer.body()).forEach(mark -> telling.add(call + " tells " + mark)));
        assertThat(REFUSED).hasSizeGreaterThan(100);
        assertThat(telling).isEmpty();
        assertThat(REFUSED.values())
                .allSatisfy(answer -> assertThat(answer.statusCode()).isLessThan(500));
    }

    @Test
    @Order(4)
    @DisplayName("no script runs in any page, nothing is asked of another host, and no content policy is broken")
    void browser() throws IOException, InterruptedException {
        Path told = Files.createTempFile("browser", ".log");
        Process browser = new ProcessBuilder("node", "browser/hostile.mjs", "http://127.0.0.1:" + service.port())
                .directory(Path.of("..", "console", "web").toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        boolean ended = browser.waitFor(10, TimeUnit.MINUTES);
        browser.destroyForcibly();
        String output = Files.readString(told);
        Files.delete(told);
        assertThat(ended).as(output).isTrue();
        assumeTrue(browser.exitValue() != NO_CHROMIUM, output);
        Files.writeString(Path.of("target", "hostile-pages.txt"), output);
        assertThat(browser.exitValue()).as(output).isZero();
    }

    @Test
    @Order(5)
    @DisplayName("nothing stands in a metric")
    void metrics() {
        assertThat(marksIn(asked("admin-script", "GET", "/actuator/prometheus", null)
                        .body()))
                .isEmpty();
    }

    @Test
    @Order(6)
    @DisplayName("nothing stands in an event that goes out")
    void events() throws IOException {
        List<String> telling = new ArrayList<>();
        int files = 0;
        try (Stream<Path> all = Files.walk(events)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files++;
                marksIn(Files.readString(file)).forEach(mark -> telling.add(file.getFileName() + " tells " + mark));
            }
        }
        assertThat(files).isPositive();
        assertThat(telling).isEmpty();
    }

    @Test
    @Order(7)
    @DisplayName("nothing stands in a line of the log, that of its last breath included")
    void log() throws InterruptedException, IOException {
        service.close();
        String log = service.log();
        List<String> telling =
                log.lines().filter(line -> !marksIn(line).isEmpty()).toList();
        Files.writeString(
                Path.of("target", "marked-run.txt"),
                "calls made: " + asked + "\nanswers that refused, each searched: " + REFUSED.size()
                        + "\nlines of the log searched: " + log.lines().count() + "\n");
        assertThat(log.lines().count()).isGreaterThan(50);
        assertThat(telling).isEmpty();
        assertThat(log)
                .as("what could not be followed is told without it")
                .contains("switchboard/tre_em: a change of it stands in the log as a statement")
                .contains("switchboard: a statement in the log that alters definitions cannot be read")
                .contains(
                        "switchboard: a table was altered in a way that cannot be followed in the log; all rows are read anew");
    }

    @Test
    @Order(8)
    @DisplayName("nothing stands in a line of the logs of the hub's server and of the index's")
    void logsOfServers() throws IOException {
        List<Path> logs = new ArrayList<>(List.of(TestServers.hotline().log()));
        try (Stream<Path> all = Files.walk(TestServers.search().folder().resolve("logs"))) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".gz"))
                    .forEach(logs::add);
        }
        assertThat(logs).hasSizeGreaterThan(1);
        long lines = 0;
        for (Path one : logs) {
            List<String> all = new String(Files.readAllBytes(one), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            lines += all.size();
            assertThat(all.stream().filter(line -> !marksIn(line).isEmpty()))
                    .as(one.getFileName().toString())
                    .isEmpty();
        }
        assertThat(lines).isGreaterThan(50);
    }

    private static List<String> marksIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return HostileRows.MARKS.stream().filter(lower::contains).toList();
    }

    private static HttpResponse<String> asked(
            String script, String method, String path, @org.jspecify.annotations.Nullable String body) {
        HttpResponse<String> answer = service.call(script, method, path.startsWith("/") ? escaped(path) : path, body);
        asked++;
        if (answer.statusCode() >= 400) {
            REFUSED.put(script + " " + method + " " + path + " " + body, answer);
        }
        return answer;
    }

    /** What must be done, or nothing of it could be found later. */
    private static HttpResponse<String> done(
            String script, String method, String path, @org.jspecify.annotations.Nullable String body) {
        HttpResponse<String> answer = asked(script, method, path, body);
        assertThat(answer.statusCode())
                .as(method + " " + path + ": " + answer.body())
                .isBetween(200, 299);
        return answer;
    }

    private static String escaped(String path) {
        return path.replace(" ", "%20").replace("<", URLEncoder.encode("<", StandardCharsets.UTF_8));
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
