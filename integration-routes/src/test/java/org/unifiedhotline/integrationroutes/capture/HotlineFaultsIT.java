package org.unifiedhotline.integrationroutes.capture;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.unifiedhotline.demo.servers.EmbeddedServer;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.ServerOptions;
import org.unifiedhotline.mappings.source.SourceSystem;

@DisplayName("Capture of the hotline, when parts of the way fail")
class HotlineFaultsIT extends CaptureFaults {
    private static PostgresServer server;
    private static boolean used;

    @BeforeAll
    static void startServer() {
        server = PostgresServer.start(ServerOptions.temporary());
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Override
    SourceSystem system() {
        return SourceSystem.HOTLINE;
    }

    @Override
    String table() {
        return "caller";
    }

    @Override
    String cascade() {
        return "caller CASCADE";
    }

    @Override
    String idColumn() {
        return "caller_id";
    }

    @Override
    String nameColumn() {
        return "full_name";
    }

    @Override
    EmbeddedServer source() {
        return server;
    }

    @Override
    CaptureSettings settings() {
        return CaptureService.hotline(server);
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(LegacySystems.HOTLINE), "legacy", "legacy");
    }

    @Override
    void freshSource() {
        if (used) {
            loseLog();
        }
        used = true;
        LegacySystems.createHotline(server);
    }

    @Override
    String insert(int id, String name) {
        return "INSERT INTO caller (caller_id, full_name, created_at) VALUES (" + id + ", '" + name + "', now())";
    }

    @Override
    void loseLog() {
        server.run(LegacySystems.HOTLINE, "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots");
    }
}
