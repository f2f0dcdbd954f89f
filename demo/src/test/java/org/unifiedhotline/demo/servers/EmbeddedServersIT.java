package org.unifiedhotline.demo.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.unifiedhotline.demo.servers.Ask.ask;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An embedded server")
class EmbeddedServersIT {
    @TempDir
    Path folder;

    @Test
    @DisplayName("MariaDB keeps its data through a stop, a kill and another owner")
    void mariaDbKeepsItsData() throws SQLException {
        try (MariaDbServer server = MariaDbServer.start(ServerOptions.in(folder))) {
            int port = server.port();
            server.createDatabase("kept");
            server.run("CREATE TABLE kept.t (id INT PRIMARY KEY)", "INSERT INTO kept.t VALUES (1)");
            server.stop();
            assertThat(server.isRunning()).isFalse();
            server.start();
            server.run("INSERT INTO kept.t VALUES (2)");
            server.kill();
            assertThat(Remains.of(server.dataFolder(), server.installation())).isEmpty();
            server.start();
            assertThat(server.port()).isEqualTo(port);
            assertThat(countIn(server)).isEqualTo("2");
        }
        try (MariaDbServer another = MariaDbServer.start(ServerOptions.in(folder))) {
            assertThat(countIn(another)).isEqualTo("2");
        }
    }

    @Test
    @DisplayName("PostgreSQL keeps its data through a stop, a kill and another owner")
    void postgresKeepsItsData() throws SQLException {
        try (PostgresServer server = PostgresServer.start(ServerOptions.in(folder))) {
            int port = server.port();
            server.createDatabase("kept");
            server.run("kept", "CREATE TABLE t (id int PRIMARY KEY)", "INSERT INTO t VALUES (1)");
            server.stop();
            assertThat(server.isRunning()).isFalse();
            server.start();
            server.run("kept", "INSERT INTO t VALUES (2)");
            server.kill();
            assertThat(Remains.of(server.dataFolder(), server.installation())).isEmpty();
            server.start();
            assertThat(server.port()).isEqualTo(port);
            assertThat(countIn(server)).isEqualTo("2");
        }
        try (PostgresServer another = PostgresServer.start(ServerOptions.in(folder))) {
            assertThat(countIn(another)).isEqualTo("2");
        }
    }

    @Test
    @DisplayName("Elasticsearch keeps its documents through a stop and a kill")
    void elasticsearchKeepsItsData() throws IOException, InterruptedException {
        try (ElasticsearchServer server = ElasticsearchServer.start(ServerOptions.in(folder))) {
            http(server, "PUT", "/kept/_doc/1?refresh=true", "{\"name\":\"một\"}");
            server.stop();
            assertThat(Remains.of(server.dataFolder(), server.installation())).isEmpty();
            server.start();
            http(server, "PUT", "/kept/_doc/2?refresh=true", "{\"name\":\"hai\"}");
            server.kill();
            assertThat(Remains.of(server.dataFolder(), server.installation())).isEmpty();
            server.start();
            assertThat(http(server, "GET", "/kept/_doc/2", "")).contains("hai");
            assertThat(http(server, "GET", "/kept/_count", "")).contains("\"count\":2");
        }
    }

    @Test
    @DisplayName("refuses a folder that another run uses, and says so")
    void refusesAFolderInUse() {
        try (PostgresServer first = PostgresServer.start(ServerOptions.in(folder))) {
            assertThat(first.isRunning()).isTrue();
            assertThatThrownBy(() -> PostgresServer.start(ServerOptions.in(folder)))
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("in use by another run");
        }
    }

    @Test
    @DisplayName("that was half made is made anew")
    void halfMadeFolder() throws IOException, SQLException {
        Files.createDirectories(folder.resolve("data/base"));
        Files.writeString(folder.resolve("data/PG_VERSION"), "18\n");

        try (PostgresServer server = PostgresServer.start(ServerOptions.in(folder));
                Connection connection = server.connect("postgres")) {
            assertThat(ask(connection, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    @DisplayName("takes its temporary folder with it")
    void temporaryFolderGoes() {
        MariaDbServer server = MariaDbServer.start(ServerOptions.temporary());
        Path temporary = server.folder();
        assertThat(temporary).exists();

        server.close();

        assertThat(temporary).doesNotExist();
    }

    @Test
    @DisplayName("dies when the JVM that started it is killed, and the next run cleans up after it")
    void diesWithItsParent() throws IOException, InterruptedException {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParentOfServers.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("parent.log").toFile())
                .start();
        Path started = folder.resolve("started");
        while (!Files.exists(started)) {
            assertThat(parent.isAlive()).as("the parent, see its log").isTrue();
            Thread.sleep(50);
        }
        List<ProcessHandle> servers = parent.descendants().toList();
        assertThat(servers)
                .hasSizeGreaterThan(
                        10); // three shells with their watchers, MariaDB, PostgreSQL's and Elasticsearch's processes

        parent.destroyForcibly().waitFor();

        Processes.awaitEnd(servers);
        assertThat(servers).noneMatch(Processes::runs);
        Files.delete(started);
        try (PostgresServer again = PostgresServer.start(ServerOptions.in(folder.resolve("postgresql")))) {
            assertThat(again.isRunning()).isTrue();
        }
    }

    @Test
    @DisplayName("that outlived its watchers is found by its folder and ended at the next start, and nothing else is")
    void remainsAreFound() throws IOException, InterruptedException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Process ours = sleepingJava(Remains.mark(data));
        Process ofAnotherFolder = sleepingJava(Remains.mark(folder.resolve("other")));
        Process visitor =
                new ProcessBuilder("sleep", "600").directory(data.toFile()).start();
        try {
            Path installation = folder.resolve("installation");
            while (ours.isAlive() && Remains.of(data, installation).isEmpty()) {
                Thread.sleep(10); // until the new process carries its own command line
            }

            Remains.clean(data, installation);

            assertThat(ours.waitFor(30, TimeUnit.SECONDS))
                    .as("collected at once")
                    .isTrue();
            assertThat(ofAnotherFolder.isAlive()).isTrue();
            assertThat(visitor.isAlive()).isTrue();
        } finally {
            for (Process process : List.of(ours, ofAnotherFolder, visitor)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static Process sleepingJava(String mark) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        mark,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sleeper.class.getName())
                .start();
    }

    private static String countIn(MariaDbServer server) throws SQLException {
        try (Connection connection = server.connect("kept")) {
            return ask(connection, "SELECT COUNT(*) FROM t");
        }
    }

    private static String countIn(PostgresServer server) throws SQLException {
        try (Connection connection = server.connect("kept")) {
            return ask(connection, "SELECT COUNT(*) FROM t");
        }
    }

    private static String http(ElasticsearchServer server, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.httpUrl().resolve(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
