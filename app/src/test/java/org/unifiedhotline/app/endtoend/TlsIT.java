package org.unifiedhotline.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
            "a row of each source is captured, resolved, indexed and found; nobody is connected in clear; certificates of another authority or for another name are refused")
    void everything(@TempDir Path folder) throws Exception {
        Certificates certificates = new Certificates(folder.resolve("certificates"));
        Certificates others = new Certificates(folder.resolve("others"));
        try (MariaDbServer switchboard = MariaDbServer.start(
                        ServerOptions.temporary(),
                        "--performance-schema=ON",
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
                assertThat(ciphersOfCapture(switchboard))
                        .as("ciphers of the connections of capture to the switchboard: empty would be in clear")
                        .isNotEmpty()
                        .doesNotContain("");
            }

            String url = hub.jdbcUrl("hub");
            assertThatThrownBy(() -> connect(url + "?sslmode=disable")).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> connect(url + "?sslmode=verify-full&sslrootcert=" + others.file("ca.pem")))
                    .isInstanceOf(SQLException.class);
            connect(url + "?sslmode=verify-full&sslrootcert=" + certificates.file("ca.pem"))
                    .close();
            Map<String, String> trusting = new HashMap<>(settings);
            for (String of : List.of("sources.switchboard", "sources.hotline", "search")) {
                trusting.put(
                        "unified-hotline." + of + ".certificate-authority",
                        others.file("ca.pem").toString());
            }
            refuses(trusting, folder.resolve("another authority.log"), certificates);

            // From now on each server shows a certificate of the right authority that is for another name.
            for (String file : List.of("pem", "key")) {
                Files.copy(certificates.file("server." + file), certificates.file("right." + file));
                for (Path shown : List.of(
                        certificates.file("server." + file), search.folder().resolve("config/server." + file))) {
                    Files.copy(certificates.file("elsewhere." + file), shown, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            switchboard.run("FLUSH SSL");
            secure(hotline, certificates);
            secure(hub, certificates);
            assertThatThrownBy(() -> connect(url + "?sslmode=verify-full&sslrootcert=" + certificates.file("ca.pem")))
                    .as("the hub, by the address with which the service starts")
                    .isInstanceOf(SQLException.class);
            connect(url + "?sslmode=verify-ca&sslrootcert=" + certificates.file("ca.pem"))
                    .close();
            Map<String, String> toHub = new HashMap<>(settings);
            // So that it starts at all: that it would not is told above.
            toHub.put("spring.datasource.url", url + "?sslmode=verify-ca&sslrootcert=" + certificates.file("ca.pem"));
            toHub.put(
                    "server.ssl.certificate",
                    certificates.file("right.pem").toUri().toString());
            toHub.put(
                    "server.ssl.certificate-private-key",
                    certificates.file("right.key").toUri().toString());
            refuses(toHub, folder.resolve("another name.log"), certificates);
        }
    }

    /** Servers whose certificates are not vouched for are neither captured from nor searched in, and that is said. */
    private static void refuses(Map<String, String> settings, Path log, Certificates console) throws Exception {
        try (RunningService service = new RunningService(settings, log, console.trust())) {
            service.start();
            service.waitUntil("neither source is read", () -> {
                String pipeline = service.get("/api/v1/pipeline").toString();
                return !pipeline.contains("\"STREAMING\"")
                        && (pipeline.contains("\"WAITING\"") || pipeline.contains("\"FAILED\""));
            });
            // The index reads the certificates that it shows every few seconds.
            service.waitUntil(
                    "nobody is searched for",
                    () -> service.send("/api/v1/search?q=hoa").statusCode() == 503);
        }
    }

    /** Of each connection of the account that captures; empty where there is none. */
    private static List<String> ciphersOfCapture(MariaDbServer server) throws SQLException {
        List<String> ciphers = new ArrayList<>();
        try (Connection connection = server.connect("performance_schema");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT variable_value FROM status_by_thread JOIN threads USING (thread_id)"
                                + " WHERE variable_name = 'Ssl_cipher' AND processlist_user = '" + LegacySystems.CAPTURE
                                + "'")) {
            while (row.next()) {
                ciphers.add(row.getString(1));
            }
        }
        return ciphers;
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
