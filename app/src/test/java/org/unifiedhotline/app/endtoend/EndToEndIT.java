package org.unifiedhotline.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.unifiedhotline.demo.servers.ElasticsearchServer;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.MariaDbServer;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.mappings.source.SourceSystem;

/** Writes to both legacy databases as the legacy applications would and waits for what the service makes of it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EndToEndIT {
    private static final String HUB = "hub_end_to_end";
    private static LegacyDatabases legacy;
    private static RunningService service;
    private static Path events;

    @BeforeAll
    static void startEverything(@TempDir Path folder) throws SQLException {
        MariaDbServer switchboard = TestServers.switchboard();
        PostgresServer postgres = TestServers.hotline();
        ElasticsearchServer search = TestServers.search();
        LegacySystems.createSwitchboard(switchboard);
        LegacySystems.createHotline(postgres);
        legacy = new LegacyDatabases(
                switchboard.jdbcUrl(LegacySystems.SWITCHBOARD), postgres.jdbcUrl(LegacySystems.HOTLINE));
        legacy.execute(
                SourceSystem.SWITCHBOARD,
                "INSERT INTO dm_tinh VALUES ('10','Tỉnh Lào Cai','HN'),('91','Tỉnh Kiên Giang','AG')",
                "INSERT INTO nguoi_goi (id,ho_ten,dien_thoai,gioi_tinh,nam_sinh,ma_tinh,ngay_tao) VALUES"
                        + " (1,'Nguyễn Thị Hoa','0162 345 6789',2,1996,'10','2016-03-01 08:00:00')",
                "INSERT INTO tre_em (id,ho_ten,ngay_sinh,gioi_tinh,ma_tinh,dien_thoai_gd,ngay_tao) VALUES"
                        + " (1,'Vàng A Sử','26/04/2014',1,'10','0863596155','2019-03-01 08:00:00')");
        legacy.execute(
                SourceSystem.HOTLINE,
                "INSERT INTO hotline.victim (victim_id,family_name,middle_and_given_name,dob,sex,id_type,id_number,home_province,"
                        + "phone,created_at) VALUES (501,'Nguyen','Thi Hoa','1996-05-17','F','CCCD','010196001234','Lào Cai',"
                        + "'032 345 6789','2021-03-09 13:23:35+07')");
        events = folder.resolve("events");
        service = new RunningService(settings(switchboard, postgres, search), folder.resolve("service.log"));
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
    @DisplayName("finds who stood there before the service came, by unmarked name and year")
    void findsFirstSnapshot() {
        assertThat(sourceRecordsOfFirstHit("nguyen thi hoa 1996")).contains("hotline/victim/501");
    }

    @Test
    @Order(2)
    @DisplayName("links one person known to both hotlines under one master id")
    void linksBothHotlines() {
        assertThat(masterOf("switchboard", "nguoi_goi", "1")).isEqualTo(masterOf("hotline", "victim", "501"));
    }

    @Test
    @Order(3)
    @DisplayName("finds a change of either database without anything else being done")
    void findsChanges() throws SQLException {
        legacy.execute(
                SourceSystem.SWITCHBOARD,
                "INSERT INTO tre_em (id,ho_ten,ngay_sinh,gioi_tinh,ma_tinh,ngay_tao) VALUES"
                        + " (77,'Thạch Sô Phia','03/09/2011',2,'91','2024-05-01 09:00:00')");
        legacy.execute(
                SourceSystem.HOTLINE,
                "INSERT INTO hotline.caller VALUES (1077,'Lò Văn Quyết','0912.345.678',NULL,'M',1971,'Sơn La',NULL,'PARENT',"
                        + "'2024-05-01 08:00:00+07',NULL)");
        service.waitUntil("the child is found", () -> found("thach so phia", "switchboard/tre_em/77"));
        service.waitUntil("the caller is found by telephone", () -> found("+84 912 345 678", "hotline/caller/1077"));

        legacy.execute(SourceSystem.SWITCHBOARD, "UPDATE tre_em SET ho_ten='Thạch Sô Phi' WHERE id=77");
        legacy.execute(SourceSystem.HOTLINE, "DELETE FROM hotline.caller WHERE caller_id=1077");
        service.waitUntilCaughtUp();
        assertThat(found("+84 912 345 678", "hotline/caller/1077")).isFalse();
        assertThat(service.send("/api/v1/crosswalk/hotline/caller/1077").statusCode())
                .isEqualTo(410);
        assertThat(service.send("/api/v1/crosswalk/hotline/caller/999999").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(4)
    @DisplayName("keeps a change and its reversal in the history, and the last of many changes of one transaction")
    void keepsReversals() throws SQLException {
        legacy.execute(
                SourceSystem.SWITCHBOARD,
                "UPDATE nguoi_goi SET nam_sinh=1999 WHERE id=1",
                "UPDATE nguoi_goi SET nam_sinh=1996 WHERE id=1");
        service.waitUntilCaughtUp();
        assertThat(yearsInHistory("nguoi_goi", "1")).containsExactly("nam_sinh 1999 1996", "nam_sinh 1996 1999");

        for (SourceSystem system : SourceSystem.values()) {
            String table = system == SourceSystem.SWITCHBOARD ? "nguoi_goi" : "hotline.caller";
            String id = system == SourceSystem.SWITCHBOARD ? "id" : "caller_id";
            String name = system == SourceSystem.SWITCHBOARD ? "ho_ten" : "full_name";
            String created = system == SourceSystem.SWITCHBOARD ? "ngay_tao" : "created_at";
            String insert = "INSERT INTO " + table + " (" + id + "," + name + "," + created + ") VALUES ";
            legacy.execute(
                    system,
                    "START TRANSACTION",
                    insert + "(881,'Quách Một','2024-05-01 08:00:00'),(882,'Quách Hai','2024-05-01 08:00:00')",
                    "UPDATE " + table + " SET " + name + "='Quách Bốn' WHERE " + id + "=881",
                    "UPDATE " + table + " SET " + name + "='Quách Năm' WHERE " + id + "=881",
                    "DELETE FROM " + table + " WHERE " + id + "=882",
                    "COMMIT");
            service.waitUntilCaughtUp();
            String source = system.code() + "/" + table.replace("hotline.", "") + "/";
            assertThat(found("quach nam", source + "881"))
                    .as("the last of one transaction")
                    .isTrue();
            assertThat(service.send("/api/v1/crosswalk/" + source + "882").statusCode())
                    .isEqualTo(410);
            legacy.execute(system, "DELETE FROM " + table + " WHERE " + id + "=881");
        }
        service.waitUntilCaughtUp();
    }

    @Test
    @Order(5)
    @DisplayName(
            "has as many live rows as every table of both schemas after inserts, updates, key changes, deletes, truncations")
    void countsEveryTable() throws SQLException {
        for (LegacyTable table : LegacyTable.ALL) {
            legacy.execute(table.system(), table.insert());
        }
        assertCountsEqual("inserts");
        for (LegacyTable table : LegacyTable.ALL) {
            legacy.execute(table.system(), table.update(), table.keyChange());
        }
        assertCountsEqual("updates and key changes");
        for (LegacyTable table : LegacyTable.ALL.reversed()) {
            legacy.execute(table.system(), table.delete());
        }
        assertCountsEqual("deletes");
    }

    @Test
    @Order(6)
    @DisplayName("is the same after kill -9 right after a burst of commits, with the same ids")
    void survivesAKill() throws SQLException, InterruptedException {
        List<String> before = service.crosswalk();
        List<String> burst = new ArrayList<>();
        for (int i = 2000; i < 2300; i++) {
            burst.add("INSERT INTO nguoi_goi (id,ho_ten,nam_sinh,ma_tinh,ngay_tao) VALUES (" + i + ",'Bùi Thị Số " + i
                    + "'," + (1950 + i % 50) + ",'10','2024-06-01 08:00:00')");
        }
        legacy.execute(SourceSystem.SWITCHBOARD, burst);
        service.kill();
        legacy.execute(SourceSystem.SWITCHBOARD, "DELETE FROM nguoi_goi WHERE id=2299");
        service.start();
        service.waitUntilCaughtUp();
        assertThat(service.crosswalk()).containsAll(before).hasSize(before.size() + 299);
        assertCountsEqual("a kill");
    }

    @Test
    @Order(7)
    @DisplayName("follows truncations of every table")
    void followsTruncations() throws SQLException {
        truncateAll();
        assertCountsEqual("truncations");
        for (LegacyTable table : LegacyTable.ALL) {
            legacy.execute(table.system(), table.insert());
        }
        assertCountsEqual("inserts after truncations");
        truncateAll();
        assertCountsEqual("truncations again");
        assertThat(service.crosswalk()).isEmpty();
        assertThat(service.search("nguyen thi hoa").path("total").asInt()).isZero();
    }

    @Test
    @Order(8)
    @DisplayName(
            "has told every change of a master record to a folder, each at least once, in order, over the kill too")
    void tellsEveryEvent() throws SQLException, IOException {
        String hub = TestServers.hub().jdbcUrl(HUB);
        try (Connection connection =
                        DriverManager.getConnection(hub, PostgresServer.SUPERUSER, PostgresServer.SUPERUSER);
                Statement statement = connection.createStatement()) {
            service.waitUntil(
                    "all events are told",
                    () -> numbers(statement, "SELECT position FROM event_destination")
                            .equals(numbers(statement, "SELECT max(change_id) FROM master_record_history")));
            Set<Long> told = new TreeSet<>();
            try (Stream<Path> files = Files.list(events)) {
                for (Path file :
                        files.filter(file -> file.toString().endsWith(".jsonl")).toList()) {
                    assertThat(Path.of(file + ".signature")).exists();
                    List<Long> positions = Files.readAllLines(file).stream()
                            .map(EndToEndIT::position)
                            .toList();
                    assertThat(positions).isSorted();
                    told.addAll(positions);
                }
            }
            assertThat(told)
                    .containsExactlyElementsOf(
                            numbers(statement, "SELECT change_id FROM master_record_history ORDER BY change_id"))
                    .hasSizeGreaterThan(100);
        }
    }

    @Test
    @Order(9)
    @DisplayName("writes into its log nothing that a row says, not even what it cannot read")
    void quotesNothing() throws SQLException {
        legacy.execute(
                SourceSystem.SWITCHBOARD,
                "SET SESSION sql_mode=''",
                "INSERT INTO nguoi_goi (id,ho_ten,dien_thoai,nam_sinh,ngay_tao,ngay_sua) VALUES"
                        + " (3001,'Quách Thị Kín','không phải số 77',3333,'2017-00-00 07:07:07','2018-11-00 08:08:08')");
        legacy.execute(
                SourceSystem.HOTLINE,
                "INSERT INTO hotline.caller VALUES (3001,'Quách Thị Kín','0912.777.678',NULL,'M',3333,'Xứ Lạ 77',NULL,"
                        + "'PARENT','infinity',NULL)");
        service.waitUntilCaughtUp();

        assertThat(service.log())
                .doesNotContain("2017-00-00", "2018-11-00", "không phải số", "Xứ Lạ", "777.678")
                .doesNotContain("Quách", "Nguyễn", "Vàng A Sử", "Bùi Thị", "010196001234", "0162 345", "032 345");
    }

    private static long position(String event) {
        try {
            return new ObjectMapper().readTree(event).path("position").asLong();
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + event, e);
        }
    }

    private static List<Long> numbers(Statement statement, String sql) {
        List<Long> numbers = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
        return numbers;
    }

    /** What the service tells of the updates of a person's row: the years after each, the latest first. */
    private static List<String> yearsInHistory(String table, String localId) {
        List<String> years = new ArrayList<>();
        String id = masterOf("switchboard", table, localId);
        for (JsonNode change : service.get("/api/v1/master-records/" + id).path("sourceChanges")) {
            if (change.path("localId").asText().equals(localId)
                    && change.path("table").asText().equals(table)
                    && change.path("kind").asText().equals("UPDATE")) {
                change.path("columns")
                        .forEach(column -> years.add(column.path("column").asText() + " " + column.path("before") + " "
                                + column.path("after")));
            }
        }
        return years;
    }

    private static void truncateAll() throws SQLException {
        for (LegacyTable table : LegacyTable.ALL) {
            legacy.execute(table.system(), table.truncate());
        }
    }

    private static void assertCountsEqual(String after) throws SQLException {
        service.waitUntilCaughtUp();
        Map<String, Long> live = liveRows();
        for (LegacyTable table : LegacyTable.ALL) {
            assertThat(live.get(table.system().code() + "/" + table.name()))
                    .as("live rows of %s after %s", table.name(), after)
                    .isEqualTo(legacy.count(table));
        }
    }

    private static Map<String, Long> liveRows() {
        Map<String, Long> live = new HashMap<>();
        for (JsonNode table : service.get("/api/v1/pipeline").path("tables")) {
            live.put(
                    table.path("source").asText() + "/" + table.path("table").asText(),
                    table.path("liveRows").asLong());
        }
        return live;
    }

    private static String masterOf(String source, String table, String localId) {
        return service.get("/api/v1/crosswalk/" + source + "/" + table + "/" + localId)
                .path("masterId")
                .asText();
    }

    private static boolean found(String query, String sourceRecord) {
        for (JsonNode hit : service.search(query).path("hits")) {
            if (sourceRecordsOf(hit.path("masterId").asText()).contains(sourceRecord)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> sourceRecordsOfFirstHit(String query) {
        return sourceRecordsOf(
                service.search(query).path("hits").path(0).path("masterId").asText());
    }

    private static List<String> sourceRecordsOf(String masterId) {
        List<String> keys = new ArrayList<>();
        var response = service.send("/api/v1/master-records/" + masterId);
        if (response.statusCode() != 200) {
            return keys;
        }
        for (JsonNode record : service.get("/api/v1/master-records/" + masterId).path("sourceRecords")) {
            keys.add(record.path("source").asText() + "/" + record.path("table").asText() + "/"
                    + record.path("localId").asText());
        }
        return keys;
    }

    private static Map<String, String> settings(
            MariaDbServer switchboard, PostgresServer postgres, ElasticsearchServer search) {
        Map<String, String> settings = ServiceSettings.between(switchboard, postgres, HUB, search);
        String third = "unified-hotline.events.destinations.folder.";
        settings.put(third + "folder", events.toString());
        settings.put(third + "sources", "switchboard,hotline");
        settings.put(third + "start", "beginning");
        settings.put(third + "secret", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        return settings;
    }
}
