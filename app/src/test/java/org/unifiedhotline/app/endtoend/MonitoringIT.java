package org.unifiedhotline.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.unifiedhotline.app.operation.OperationFiles;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.MariaDbServer;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.mappings.source.SourceSystem;

/** Looks at the running service as Prometheus and a service manager do, and takes its servers away one by one. */
@DisplayName("Whoever watches the service")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonitoringIT {
    private static final String HUB = "hub_monitoring";
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
    /** Whoever adds one says in OPERATIONS.md what it holds: ids and codes, few of them. */
    private static final Set<String> LABELS = Set.of(
            "area",
            "action",
            "application",
            "cause",
            "centre",
            "compiler",
            "destination",
            "error",
            "exception",
            "gc",
            "id",
            "kind",
            "le",
            "level",
            "main_application_class",
            "method",
            "name",
            "outcome",
            "part",
            "path",
            "pool",
            "quantile",
            "queue",
            "reason",
            "route",
            "source",
            "state",
            "status",
            "table",
            "uri",
            "version",
            "runtime",
            "vendor",
            "event",
            "code");

    private static final StringBuffer TRACES = new StringBuffer();
    private static HttpServer collector;
    private static RunningService service;
    private static LegacyDatabases legacy;
    private static Relay hub;
    private static Relay switchboard;
    private static Relay hotline;
    private static Relay search;

    @BeforeAll
    static void startEverything(@TempDir Path folder) throws Exception {
        MariaDbServer first = TestServers.switchboard();
        PostgresServer second = TestServers.hotline();
        LegacySystems.createSwitchboard(first);
        LegacySystems.createHotline(second);
        legacy = new LegacyDatabases(first.jdbcUrl(LegacySystems.SWITCHBOARD), second.jdbcUrl(LegacySystems.HOTLINE));
        Map<String, String> settings = ServiceSettings.between(first, second, HUB, TestServers.search());
        hub = new Relay(second.port());
        switchboard = new Relay(first.port());
        hotline = new Relay(second.port());
        search = new Relay(TestServers.search().httpUrl().getPort());
        settings.computeIfPresent(
                "spring.datasource.url", (name, url) -> url.replace(":" + second.port(), ":" + hub.port()));
        settings.put("unified-hotline.sources.switchboard.port", String.valueOf(switchboard.port()));
        settings.put("unified-hotline.sources.hotline.port", String.valueOf(hotline.port()));
        settings.put("unified-hotline.search.url", "http://127.0.0.1:" + search.port());
        String destination = "unified-hotline.events.destinations.records.";
        settings.put(destination + "folder", folder.resolve("events").toString());
        settings.put(destination + "sources", "switchboard,hotline");
        settings.put(destination + "secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        collector = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        collector.createContext("/v1/traces", MonitoringIT::collect);
        collector.start();
        settings.put(
                "management.otlp.tracing.endpoint",
                "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces");
        settings.put("management.tracing.sampling.probability", "1");
        settings.put("logging.structured.format.console", "ecs");
        service = new RunningService(settings, folder.resolve("service.log"));
        legacy.execute(
                SourceSystem.SWITCHBOARD,
                "INSERT INTO nguoi_goi (id,ho_ten,gioi_tinh,nam_sinh,ngay_tao) VALUES"
                        + " (1,'Nguyễn Thị Hoa',2,1996,'2016-03-01 08:00:00')");
        service.start();
        service.waitUntilCaughtUp();
    }

    @AfterAll
    static void stop() throws Exception {
        if (service != null) {
            service.close();
        }
        if (collector != null) {
            collector.stop(0);
        }
        for (Relay relay : new Relay[] {hub, switchboard, hotline, search}) {
            if (relay != null) {
                relay.close();
            }
        }
    }

    @Test
    @Order(1)
    @DisplayName("finds every metric that the dashboard, the alerts and the documentation name")
    void metrics() throws Exception {
        legacy.execute(
                SourceSystem.HOTLINE,
                "INSERT INTO hotline.site_status (status_id,centre,component,state,observed_at) VALUES (1,'HANOI','PBX','DOWN',now())");
        legacy.execute(
                SourceSystem.SWITCHBOARD,
                "INSERT INTO giam_sat (id,trung_tam,thiet_bi,trang_thai,thoi_gian) VALUES (1,'DN','PBX','LOI',now())");
        service.search("nguyen thi hoa");
        service.get("/api/v1/crosswalk/switchboard/nguoi_goi/1");
        service.waitUntilCaughtUp();
        deadLetter();
        service.waitUntil("the dead letter is counted", () -> scrape().contains("unified_hotline_dead_letters{"));
        String scraped = scrape();
        Set<String> exposed = scraped.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(exposed).containsAll(OperationFiles.metricsOfDashboard());
        assertThat(exposed).containsAll(OperationFiles.metricsOfAlerts());
        assertThat(exposed).containsAll(OperationFiles.metricsOfDocument());
        assertThat(exposed.stream()
                        .filter(name -> name.startsWith("unified_hotline_"))
                        .toList())
                .as("metrics of ours that the documentation does not name")
                .isSubsetOf(OperationFiles.metricsOfDocument());
    }

    @Test
    @Order(2)
    @DisplayName("reads figures that are right")
    void figures() {
        service.waitUntil(
                "the figures are renewed",
                () -> value("unified_hotline_equipment_devices", "HANOI", "hotline", "DOWN") == 1
                        && value("unified_hotline_equipment_devices", "DANANG", "switchboard", "DOWN") == 1);
        assertThat(value("unified_hotline_first_load_complete")).isEqualTo(1);
        assertThat(value("unified_hotline_capture_state", "switchboard", "STREAMING"))
                .isEqualTo(1);
        assertThat(value("unified_hotline_capture_state", "switchboard", "FAILED"))
                .isZero();
        assertThat(value("unified_hotline_rows", "nguoi_goi")).isEqualTo(1);
        assertThat(value("unified_hotline_audit_sound")).isEqualTo(1);
        for (String part : List.of("hub", "search", "switchboard", "hotline", "resolving", "audit")) {
            assertThat(value("unified_hotline_part_up", "part=\"" + part + "\""))
                    .as(part)
                    .isEqualTo(1);
        }
    }

    @Test
    @Order(3)
    @DisplayName("finds ids and codes in labels, few of each, and nothing of a person")
    void labels() {
        List<String> series =
                scrape().lines().filter(line -> !line.startsWith("#")).toList();
        Set<String> labels = series.stream()
                .flatMap(line -> LABEL.matcher(line).results())
                .map(MatchResult::group)
                .map(label -> label.substring(0, label.indexOf('=')))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(labels).isSubsetOf(LABELS);
        assertThat(series).hasSizeLessThan(3_000);
        assertThat(String.join("\n", series)).doesNotContain("Hoa", "nguyen");
    }

    @Test
    @Order(4)
    @DisplayName(
            "is not told to restart it when Elasticsearch or a legacy database dies, and is told in words which part is away")
    void partsAway() {
        search.cut();
        service.waitUntil("the index is away", () -> status("search").equals("DOWN"));
        assertServes(true);
        assertThat(words("search")).contains("does not answer");
        search.mend();

        switchboard.cut();
        hotline.cut();
        service.waitUntil(
                "both sources are away",
                () -> status("capture/switchboard").equals("UNKNOWN")
                        && status("capture/hotline").equals("UNKNOWN"));
        assertServes(true);
        assertThat(words("capture/hotline")).contains("is tried again");
        switchboard.mend();
        hotline.mend();
        service.waitUntilCaughtUp();
        service.waitUntil("all is well", () -> status("search").equals("UP"));
    }

    @Test
    @Order(5)
    @DisplayName("sends nobody to it while the hub is away, and does not restart it either")
    void hubAway() {
        hub.cut();
        service.waitUntil("the hub is away", () -> status("hub").equals("DOWN"));
        assertServes(false);
        assertThat(words("resolving")).contains("not known while the hub is away");
        hub.mend();
        service.waitUntil("the hub is back", () -> status("hub").equals("UP"));
        service.waitUntilCaughtUp();
        assertServes(true);
    }

    @Test
    @Order(6)
    @DisplayName("is sent traces of calls by their patterns, without anything that was typed")
    void traces() {
        service.send("/api/v1/crosswalk/switchboard/nguoi_goi/nguyenthihoa");
        service.send("/api/v1/master-records/nguyenthihoa?q=nguyenthihoa");
        service.waitUntil(
                "traces come",
                () -> TRACES.indexOf("http get /api/v1/search") >= 0
                        && TRACES.indexOf("http get /api/v1/master-records/{") >= 0);
        assertThat(TRACES.toString()).doesNotContainIgnoringCase("nguyen");
    }

    @Test
    @Order(7)
    @DisplayName("reads lines of JSON in the log, and no name in any")
    void log() throws Exception {
        ObjectMapper json = new ObjectMapper();
        // What Java says by itself before the service does is no log line of it.
        List<String> lines = service.log()
                .lines()
                .filter(line -> !line.startsWith("WARNING: "))
                .toList();
        assertThat(lines).isNotEmpty();
        for (String line : lines) {
            JsonNode entry = json.readTree(line);
            assertThat(entry.path("@timestamp").asText()).as(line).isNotEmpty();
            assertThat(entry.path("message").isTextual()).as(line).isTrue();
        }
        assertThat(service.log()).doesNotContainIgnoringCase("nguyen");
    }

    private static void collect(HttpExchange exchange) throws IOException {
        TRACES.append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static void assertServes(boolean ready) {
        assertThat(service.send("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(service.send("/actuator/health/readiness").statusCode()).isEqualTo(ready ? 200 : 503);
    }

    /** A row that no mapping understands, as it lies in the hub after one came. */
    private static void deadLetter() throws Exception {
        try (var connection = TestServers.hotline().connect(HUB);
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO dead_letter (record_id, source_system, source_table, local_id, state, reason, first_at, last_at, tries)
                    SELECT record_id, source_system, source_table, local_id, 'OPEN',
                           'hotline/victim, column dob: expected a date, not text', now(), now(), 1
                      FROM source_record LIMIT 1""");
        }
    }

    private static String status(String part) {
        return health(part).path("status").asText();
    }

    private static String words(String part) {
        return health(part).path("description").asText();
    }

    private static JsonNode health(String part) {
        return service.json("/actuator/health/" + part);
    }

    private static String scrape() {
        return service.send("/actuator/prometheus").body();
    }

    private static double value(String metric, String... words) {
        return scrape().lines()
                .filter(line ->
                        line.startsWith(metric) && List.of(words).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }
}
