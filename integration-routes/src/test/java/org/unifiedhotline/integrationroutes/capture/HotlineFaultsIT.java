package org.unifiedhotline.integrationroutes.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
    String analyze() {
        return "ANALYZE hotline.caller";
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

    /** More is written than the server may keep for a slot: at its next checkpoint it gives the slot up. */
    @Override
    void outgrowLog() throws SQLException {
        server.run(LegacySystems.HOTLINE, "ALTER SYSTEM SET max_slot_wal_keep_size = '1MB'", "SELECT pg_reload_conf()");
        try {
            for (int segment = 0; segment < 40 && !slotIsLost(); segment++) {
                server.run(
                        LegacySystems.HOTLINE,
                        "SELECT pg_logical_emit_message(false, 'test', repeat('x', 1000000))",
                        "SELECT pg_switch_wal()",
                        "CHECKPOINT");
            }
            assertThat(slotIsLost()).as("the server gave the slot up").isTrue();
        } finally {
            server.run(
                    LegacySystems.HOTLINE,
                    "ALTER SYSTEM SET max_slot_wal_keep_size = '10GB'",
                    "SELECT pg_reload_conf()");
        }
    }

    private static boolean slotIsLost() throws SQLException {
        try (Connection connection = server.connect(LegacySystems.HOTLINE);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT bool_and(wal_status = 'lost') FROM pg_replication_slots WHERE slot_name = 'unified_hotline'")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Override
    String outgrown() {
        return "more of the log than max_slot_wal_keep_size allows";
    }

    @Override
    void loseLog() {
        server.run(LegacySystems.HOTLINE, "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots");
    }
}
