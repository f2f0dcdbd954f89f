package org.unifiedhotline.demo.launch;

import static org.unifiedhotline.demo.servers.LegacySystems.APPLICATION;
import static org.unifiedhotline.demo.servers.LegacySystems.HOTLINE;
import static org.unifiedhotline.demo.servers.LegacySystems.SWITCHBOARD;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.unifiedhotline.demo.people.LoadReport;
import org.unifiedhotline.demo.people.SampleData;
import org.unifiedhotline.demo.people.SampleWorld;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.MariaDbServer;
import org.unifiedhotline.demo.servers.PostgresServer;

/**
 * The past of both hotlines, written as their applications would have. A given SQL file takes the place of its own system's
 * sample data; the other system keeps its sample data.
 */
final class LegacyData {
    /** The same people at every showing. */
    static final SampleWorld WORLD = SampleWorld.of(111, SampleWorld.DEMO_PEOPLE);

    private final DemoSettings settings;
    private final Progress progress;

    LegacyData(DemoSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    void load(MariaDbServer switchboard, PostgresServer hotline) {
        LegacySystems.createSwitchboard(switchboard);
        LegacySystems.createHotline(hotline);
        if (settings.switchboardSql().isEmpty() || settings.hotlineSql().isEmpty()) {
            loadSample(switchboard, hotline);
        }
        settings.switchboardSql().ifPresent(file -> {
            LegacySystems.createSwitchboard(switchboard); // empty again: the sample is made for both at once
            say("switchboard", file);
            switchboard.runScript(SWITCHBOARD, APPLICATION, APPLICATION, file);
        });
        settings.hotlineSql().ifPresent(file -> {
            LegacySystems.createHotline(hotline);
            say("hotline", file);
            hotline.runScript(HOTLINE, APPLICATION, APPLICATION, file);
        });
    }

    private void loadSample(MariaDbServer switchboard, PostgresServer hotline) {
        try (Connection toSwitchboard = application(switchboard.jdbcUrl(SWITCHBOARD));
                Connection toHotline = application(hotline.jdbcUrl(HOTLINE))) {
            LoadReport report =
                    SampleData.load(toSwitchboard, toHotline, WORLD, org.unifiedhotline.demo.people.Progress.NONE);
            progress.say(
                    "sample data of both hotlines: " + report.rows() + " rows about " + report.people() + " people");
        } catch (SQLException e) {
            throw new DemoProblem("The sample data could not be loaded: " + e.getMessage());
        }
    }

    private void say(String system, Path file) {
        progress.say(system + ": loading " + file);
    }

    static Connection application(String url) throws SQLException {
        return DriverManager.getConnection(url, APPLICATION, APPLICATION);
    }
}
