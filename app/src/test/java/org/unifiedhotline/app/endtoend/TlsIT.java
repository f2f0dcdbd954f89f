package org.unifiedhotline.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.unifiedhotline.demo.servers.ElasticsearchServer;
import org.unifiedhotline.demo.servers.HubDatabases;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.MariaDbServer;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.ServerOptions;

/** The whole pipeline with servers that take nobody in clear, by certificates that the service checks. */
@DisplayName("With TLS and authentication on for all servers and the console")
@Tag("child-process") // the servers read certificates of this machine
class TlsIT {
    private static final String SEARCH = "unified-hotline";
    private static final String ONLY_BY_TLS = """
            hostssl all all 127.0.0.1/32 scram-sha-256
            hostssl replication all 127.0.0.1/32 scram-sha-256
            """;

    @Test
    @DisplayName(
            "a row of each source is captured, resolved, indexed and found; nobody is connected in clear; another's certificate is refused")
    void everything(@TempDir Path folder) throws Exception {
        Certificates certificates = new Certificates(folder.resolve("certificates"));
        Certificates others = new Certificates(folder.resolve("others"));
        try (MariaDbServer switchboard = MariaDbServer.start(
                        ServerOptions.temporary(),
                        "--ssl-cert=" + certificates.file("server.pem"),
                        "--ssl-key=" + certificates.file("server.key"));
                PostgresServer hotline = PostgresServer.start(ServerOptions.temporary());
                PostgresServer hub = PostgresServer.start(ServerOptions.temporary());
                ElasticsearchServer search = ElasticsearchServer.startSecured(
                        ServerOptions.temporary(), searchFiles(folder, certificates))) {
            LegacySystems.createSwitchboard(switchboard);
            LegacySystems.createHotline(hotline);
            switchboard.run("INSERT INTO " + LegacySystems.SWITCHBOARD
                    + ".nguoi_goi (ho_ten, ngay_tao) VALUES ('Lê Thị Hoa', now())");
            hotline.run(
                    LegacySystems.HOTLINE,
                    "INSERT INTO hotline.caller (caller_id, full_name, created_at) VALUES (1, 'Trần Văn Nam', now())");
            Map<String, String> settings = ServiceSettings.between(switchboard, hub, "hub", search);
            settings.put("unified-hotline.sources.hotline.port", String.valueOf(hotline.port()));
            secure(hotline, certificates);
            secure(hub, certificates);
            switchboard.run("ALTER USER '" + LegacySystems.CAPTURE + "'@'%' REQUIRE SSL");
            trust(settings, hub, certificates);

            try (RunningService service =
                    new RunningService(settings, folder.resolve("service.log"), certificates.trust())) {
                service.start();
                service.waitUntilCaughtUp();
                hotline.run(
                        LegacySystems.HOTLINE,
                        "UPDATE hotline.caller SET full_name = 'Trần Văn Hùng' WHERE caller_id = 1");
                switchboard.run("UPDATE " + LegacySystems.SWITCHBOARD + ".nguoi_goi SET ho_ten = 'Lê Thị Lan'");
                service.waitUntil(
                        "both changes are found",
                        () -> found(service, "tran van hung") && found(service, "le thi lan"));
                assertThat(inClear(hub)).as("connections to the hub in clear").isZero();
                assertThat(inClear(hotline))
                        .as("connections to the hotline in clear")
                        .isZero();
            }

            String url = hub.jdbcUrl("hub");
            assertThatThrownBy(() -> connect(url + "?sslmode=disable")).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> connect(url + "?sslmode=verify-full&sslrootcert=" + others.file("ca.pem")))
                    .isInstanceOf(SQLException.class);
            connect(url + "?sslmode=verify-full&sslrootcert=" + certificates.file("ca.pem"))
                    .close();
            refusesOthers(settings, others, folder.resolve("refused.log"), certificates);
        }
    }

    /** Sources whose certificates nobody vouches for are not captured, and that is said. */
    private static void refusesOthers(Map<String, String> settings, Certificates others, Path log, Certificates console)
            throws Exception {
        for (String source : new String[] {"switchboard", "hotline"}) {
            settings.put(
                    "unified-hotline.sources." + source + ".certificate-authority",
                    others.file("ca.pem").toString());
        }
        try (RunningService service = new RunningService(settings, log, console.trust())) {
            service.start();
            service.waitUntil("neither source is read", () -> {
                String pipeline = service.get("/api/v1/pipeline").toString();
                return !pipeline.contains("\"STREAMING\"")
                        && (pipeline.contains("\"WAITING\"") || pipeline.contains("\"FAILED\""));
            });
        }
    }

    private static boolean found(RunningService service, String name) {
        return service.search(name).path("hits").size() == 1;
    }

    private static void trust(Map<String, String> settings, PostgresServer hub, Certificates certificates) {
        String authority = certificates.file("ca.pem").toString();
        settings.put("spring.datasource.url", hub.jdbcUrl("hub") + "?sslmode=verify-full&sslrootcert=" + authority);
        settings.put("unified-hotline.sources.switchboard.tls", "verify");
        settings.put("unified-hotline.sources.switchboard.certificate-authority", authority);
        settings.put("unified-hotline.sources.hotline.tls", "verify");
        settings.put("unified-hotline.sources.hotline.certificate-authority", authority);
        settings.put("unified-hotline.search.certificate-authority", authority);
        settings.put("unified-hotline.search.username", SEARCH);
        settings.put("unified-hotline.search.password", SEARCH);
        settings.putAll(certificates.ofConsole());
    }

    private static Path searchFiles(Path folder, Certificates certificates) throws Exception {
        Path files = Files.createDirectories(folder.resolve("search"));
        Files.copy(certificates.file("server.pem"), files.resolve("server.pem"));
        Files.copy(certificates.file("server.key"), files.resolve("server.key"));
        Files.writeString(files.resolve("users"), SEARCH + ":" + new BCryptPasswordEncoder().encode(SEARCH) + "\n");
        Files.writeString(files.resolve("users_roles"), "superuser:" + SEARCH + "\n");
        return files;
    }

    /** The server itself writes the files, so that they are its own. */
    private static void secure(PostgresServer server, Certificates certificates) throws Exception {
        server.run(
                "postgres",
                write(certificates.base64("server.pem"), "server.crt"),
                write(certificates.base64("server.key"), "server.key"),
                write(java.util.Base64.getEncoder().encodeToString(ONLY_BY_TLS.getBytes()), "pg_hba.conf"),
                "ALTER SYSTEM SET ssl = on",
                "SELECT pg_reload_conf()");
    }

    private static String write(String base64, String file) {
        return "COPY (SELECT '" + base64 + "') TO PROGRAM 'umask 077; base64 -d > " + file + "'";
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, HubDatabases.SERVICE, HubDatabases.SERVICE);
    }

    private static long inClear(PostgresServer server) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT count(*) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)"
                                + " WHERE NOT ssl AND client_addr IS NOT NULL")) {
            row.next();
            return row.getLong(1);
        }
    }
}
