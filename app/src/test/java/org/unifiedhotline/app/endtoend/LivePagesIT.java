package org.unifiedhotline.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unifiedhotline.demo.servers.ElasticsearchServer;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.MariaDbServer;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.mappings.source.SourceSystem;

/** From a legacy database to a page that somebody has open, in a real browser. */
@DisplayName("A page that is open")
class LivePagesIT {
    private static final int NO_CHROMIUM = 77;
    private static final String BEFORE = "Thạch Thị Sô Phia";
    private static final String WHILE_AWAY = "Kim Thị Út";
    private static final String AFTER = "Thạch Thị Sô Phi Nương";

    private static LegacyDatabases legacy;
    private static ElasticsearchServer search;
    private static RunningService service;

    @BeforeAll
    static void startEverything(@TempDir Path folder) throws SQLException {
        MariaDbServer switchboard = TestServers.switchboard();
        PostgresServer postgres = TestServers.hotline();
        search = TestServers.search();
        LegacySystems.createSwitchboard(switchboard);
        LegacySystems.createHotline(postgres);
        legacy = new LegacyDatabases(
                switchboard.jdbcUrl(LegacySystems.SWITCHBOARD), postgres.jdbcUrl(LegacySystems.HOTLINE));
        legacy.execute(
                SourceSystem.SWITCHBOARD,
                "INSERT INTO dm_tinh VALUES ('91','Tỉnh Kiên Giang','AG')",
                "INSERT INTO tre_em (id,ho_ten,ngay_sinh,gioi_tinh,ma_tinh,ngay_tao) VALUES (77,'" + BEFORE
                        + "','03/09/2011',2,'91','2024-05-01 09:00:00'),(78,'" + WHILE_AWAY
                        + "','12/02/2009',2,'91','2024-05-01 09:00:00')");
        service = new RunningService(
                ServiceSettings.between(switchboard, postgres, "hub_live_pages", search),
                folder.resolve("service.log"));
        service.start();
        service.waitUntilCaughtUp();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (service != null) {
            service.close();
        }
    }

    /** Other tests search, too. */
    @AfterEach
    void bringSearchBack() {
        if (!search.isRunning()) {
            search.start();
        }
    }

    @Test
    @DisplayName("shows by itself what a legacy application changes, without being loaded again")
    void renewsItself() throws Exception {
        List<String> said = browse(
                Map.of(
                        "ready",
                        () -> legacy.execute(
                                SourceSystem.SWITCHBOARD, "UPDATE tre_em SET ho_ten = '" + AFTER + "' WHERE id = 77")),
                "live.mjs",
                "thach thi so phia 2011",
                BEFORE,
                AFTER);
        assertThat(said).contains("ready", "the new name stands on the open page");
    }

    @Test
    @DisplayName("says that search is away, opens records meanwhile, and finds again when it is back")
    void searchIsAway() throws Exception {
        List<String> said = browse(
                Map.of("ready", search::kill, "opened", search::start), "away.mjs", "kim thi ut 2009", WHILE_AWAY);
        assertThat(said).contains("ready", "opened", "the record stood open, and she was found again");
    }

    /** Lets an officer do it in a browser; what is to happen when it says a line happens then, and it is told so. */
    private static List<String> browse(Map<String, Step> steps, String script, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("node", "browser/" + script, "http://127.0.0.1:" + service.port(), "officer"));
        command.addAll(List.of(arguments));
        Process browser = new ProcessBuilder(command)
                .directory(Path.of("..", "console", "web").toFile())
                .redirectErrorStream(true)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = browser.inputReader();
                BufferedWriter answers = browser.outputWriter()) {
            String line = lines.readLine();
            while (line != null) {
                said.add(line);
                if (steps.containsKey(line)) {
                    steps.get(line).happen();
                    answers.write("\n");
                    answers.flush();
                }
                line = lines.readLine();
            }
            assertThat(browser.waitFor(1, TimeUnit.MINUTES)).as("%s", said).isTrue();
        } finally {
            browser.destroyForcibly();
        }
        assumeTrue(browser.exitValue() != NO_CHROMIUM, said::toString);
        assertThat(browser.exitValue()).as("%s", said).isZero();
        return said;
    }

    private interface Step {
        void happen() throws Exception;
    }
}
