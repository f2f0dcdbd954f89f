package org.unifiedhotline.integrationroutes.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.unifiedhotline.demo.servers.EmbeddedServer;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.MariaDbServer;
import org.unifiedhotline.demo.servers.ServerOptions;
import org.unifiedhotline.mappings.source.SourceSystem;

@DisplayName("Capture of the switchboard, when parts of the way fail")
class SwitchboardFaultsIT extends CaptureFaults {
    private static MariaDbServer server;

    @BeforeAll
    static void startServer() {
        server = MariaDbServer.start(ServerOptions.temporary());
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Override
    SourceSystem system() {
        return SourceSystem.SWITCHBOARD;
    }

    @Override
    String table() {
        return "nguoi_goi";
    }

    @Override
    String analyze() {
        return "ANALYZE TABLE nguoi_goi";
    }

    @Override
    String idColumn() {
        return "id";
    }

    @Override
    String nameColumn() {
        return "ho_ten";
    }

    @Override
    EmbeddedServer source() {
        return server;
    }

    @Override
    CaptureSettings settings() {
        return CaptureService.switchboard(server);
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(LegacySystems.SWITCHBOARD), "legacy", "legacy");
    }

    @Override
    void freshSource() {
        LegacySystems.createSwitchboard(server);
    }

    @Override
    String insert(int id, String name) {
        return "INSERT INTO nguoi_goi (id, ho_ten, ngay_tao) VALUES (" + id + ", '" + name + "', now())";
    }

    /** As the server does by itself after binlog_expire_logs_seconds. */
    @Override
    void outgrowLog() throws SQLException, InterruptedException {
        server.run("FLUSH BINARY LOGS", "FLUSH BINARY LOGS");
        try (Connection connection = server.connect("mysql");
                Statement statement = connection.createStatement()) {
            List<String> logs = logs(statement);
            for (int attempt = 0;
                    attempt < 100 && logs.size() > 1;
                    attempt++) { // not while its last reader still stands
                statement.execute("PURGE BINARY LOGS TO '" + logs.getLast() + "'");
                Thread.sleep(100);
                logs = logs(statement);
            }
            assertThat(logs).as("binary logs").hasSize(1);
        }
    }

    private static List<String> logs(Statement statement) throws SQLException {
        List<String> logs = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SHOW BINARY LOGS")) {
            while (row.next()) {
                logs.add(row.getString(1));
            }
        }
        return logs;
    }

    @Override
    String outgrown() {
        return "the binary log was purged before it was read";
    }

    @Override
    void loseLog() {
        server.run("RESET MASTER");
    }
}
