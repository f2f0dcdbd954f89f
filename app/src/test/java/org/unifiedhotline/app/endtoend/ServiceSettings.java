package org.unifiedhotline.app.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.unifiedhotline.demo.servers.ElasticsearchServer;
import org.unifiedhotline.demo.servers.HubDatabases;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.MariaDbServer;
import org.unifiedhotline.demo.servers.PostgresServer;

/** The settings of a service between the tests' servers. */
final class ServiceSettings {
    private ServiceSettings() {}

    /** With a hub of this name, made anew, on the server of the hotline. */
    static Map<String, String> between(
            MariaDbServer switchboard, PostgresServer postgres, String hub, ElasticsearchServer search) {
        postgres.createHub(hub);
        Map<String, String> settings = new HashMap<>();
        settings.put("spring.datasource.url", postgres.jdbcUrl(hub));
        settings.put("spring.datasource.username", HubDatabases.SERVICE);
        settings.put("spring.datasource.password", HubDatabases.SERVICE);
        settings.put("unified-hotline.audit.folder", temporary().toString());
        settings.put("unified-hotline.keys.folder", temporary().toString());
        settings.put("unified-hotline.search.url", search.httpUrl().toString());
        String first = "unified-hotline.sources.switchboard.";
        settings.put(first + "engine", "mariadb");
        settings.put(first + "host", "127.0.0.1");
        settings.put(first + "port", String.valueOf(switchboard.port()));
        settings.put(first + "database", LegacySystems.SWITCHBOARD);
        settings.put(first + "username", LegacySystems.CAPTURE);
        settings.put(first + "password", LegacySystems.CAPTURE);
        String second = "unified-hotline.sources.hotline.";
        settings.put(second + "engine", "postgresql");
        settings.put(second + "host", "127.0.0.1");
        settings.put(second + "port", String.valueOf(postgres.port()));
        settings.put(second + "database", LegacySystems.HOTLINE);
        settings.put(second + "schema", LegacySystems.HOTLINE_SCHEMA);
        settings.put(second + "username", LegacySystems.CAPTURE);
        settings.put(second + "password", LegacySystems.CAPTURE);
        settings.put(second + "publication", LegacySystems.PUBLICATION);
        settings.put(second + "slot", "unified_hotline");
        return settings;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("audit");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
