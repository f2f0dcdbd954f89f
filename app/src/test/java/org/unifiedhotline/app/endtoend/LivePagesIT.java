package org.unifiedhotline.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
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
    private static final String AFTER = "Thạch Thị Sô Phi Nương";

    private static LegacyDatabases legacy;
    private static RunningService service;

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
                "INSERT INTO dm_tinh VALUES ('91','Tỉnh Kiên Giang','AG')",
                "INSERT INTO tre_em (id,ho_ten,ngay_sinh,gioi_tinh,ma_tinh,ngay_tao) VALUES (77,'" + BEFORE
                        + "','03/09/2011',2,'91','2024-05-01 09:00:00')");
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

    @Test
    @DisplayName("shows by itself what a legacy application changes, without being loaded again")
    void renewsItself() throws IOException, InterruptedException, SQLException {
        Process browser = new ProcessBuilder(
                        "node",
                        "browser/live.mjs",
                        "http://127.0.0.1:" + service.port(),
                        "officer",
                        "thach thi so phia 2011",
                        BEFORE,
                        AFTER)
                .directory(Path.of("..", "console", "web").toFile())
                .redirectErrorStream(true)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = browser.inputReader()) {
            String line = lines.readLine();
            while (line != null) {
                said.add(line);
                if (line.equals("ready")) {
                    legacy.execute(
                            SourceSystem.SWITCHBOARD, "UPDATE tre_em SET ho_ten = '" + AFTER + "' WHERE id = 77");
                }
                line = lines.readLine();
            }
            assertThat(browser.waitFor(1, TimeUnit.MINUTES)).as("%s", said).isTrue();
        } finally {
            browser.destroyForcibly();
        }
        assumeTrue(browser.exitValue() != NO_CHROMIUM, said::toString);
        assertThat(browser.exitValue()).as("%s", said).isZero();
        assertThat(said).contains("ready", "the new name stands on the open page");
    }
}
