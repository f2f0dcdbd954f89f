package org.unifiedhotline.integrationroutes.capture;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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

    @Override
    void loseLog() {
        server.run("RESET MASTER");
    }
}
