package org.unifiedhotline.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unifiedhotline.demo.servers.ElasticsearchServer;
import org.unifiedhotline.demo.servers.EmbeddedServer;
import org.unifiedhotline.demo.servers.MariaDbServer;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.ServerException;
import org.unifiedhotline.demo.servers.ServerOptions;

@DisplayName("A server in a container")
class ServersInContainersIT {
    @Test
    @DisplayName("PostgreSQL keeps what was committed through a kill and a stop, on the same port")
    void postgresql() throws Exception {
        try (PostgresServer server = PostgresServer.start(ServerOptions.temporary(), "log_statement=all")) {
            assertThat(server.process()).isPresent();
            server.createDatabase("kept");
            server.run("kept", "CREATE TABLE word (word text)", "INSERT INTO word VALUES ('Nguyễn')");
            killedAndStopped(server);
            try (Connection connection = server.connect("kept")) {
                assertThat(only(connection, "SELECT word FROM word")).isEqualTo("Nguyễn");
                assertThat(only(connection, "SELECT lower('ĐƯỜNG')")).isEqualTo("đường");
                assertThat(only(connection, "SHOW wal_level")).isEqualTo("logical");
                assertThat(only(connection, "SHOW fsync")).isEqualTo("on");
            }
            assertThat(Files.readString(server.log())).contains("INSERT INTO word");
        }
    }

    @Test
    @DisplayName("MariaDB keeps what was committed through a kill and a stop, on the same port")
    void mariadb() throws Exception {
        try (MariaDbServer server = MariaDbServer.start(ServerOptions.temporary())) {
            server.createDatabase("kept");
            server.run("CREATE TABLE kept.word (word text)", "INSERT INTO kept.word VALUES ('Nguyễn')");
            killedAndStopped(server);
            try (Connection connection = server.connect("kept")) {
                assertThat(only(connection, "SELECT word FROM word")).isEqualTo("Nguyễn");
                assertThat(only(connection, "SELECT @@binlog_row_metadata")).isEqualTo("FULL");
                assertThat(only(connection, "SELECT count(*) FROM mysql.user WHERE user = ''"))
                        .isEqualTo("0");
            }
        }
    }

    @Test
    @DisplayName("Elasticsearch keeps what was indexed through a kill and a stop, on the same port")
    void elasticsearch() throws Exception {
        try (ElasticsearchServer server = ElasticsearchServer.start(ServerOptions.temporary())) {
            asked(server, "PUT", "/kept/_doc/1?refresh=true", "{\"word\": \"Nguyễn\"}");
            killedAndStopped(server);
            assertThat(asked(server, "GET", "/kept/_doc/1", "")).contains("Nguyễn");
        }
    }

    @Test
    @DisplayName("that is wanted in a folder of its own is refused")
    void folder(@TempDir Path folder) {
        assertThatThrownBy(() -> PostgresServer.start(ServerOptions.in(folder)))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("elsewhere");
    }

    private static void killedAndStopped(EmbeddedServer server) {
        int port = server.port();
        server.kill();
        assertThat(server.isRunning()).isFalse();
        server.start();
        server.stop();
        assertThat(server.isRunning()).isFalse();
        server.start();
        assertThat(server.isRunning()).isTrue();
        assertThat(server.port()).isEqualTo(port);
    }

    private static String only(Connection connection, String sql) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static String asked(ElasticsearchServer server, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        java.net.URI.create(server.httpUrl().toString() + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
