package org.unifiedhotline.containers;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.unifiedhotline.demo.servers.MariaDbServer;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.ServersElsewhere.Kind;

/** How the official image of a server is told what it should be; those of {@code demo/images} are told the same. */
enum Recipe {
    POSTGRESQL(5432, "postgres:18", "unified-hotline/postgres:debian") {
        @Override
        Map<String, String> environment(List<String> settings) {
            return Map.of(
                    "POSTGRES_PASSWORD",
                    PostgresServer.SUPERUSER,
                    // of libc, which versions before 17 have as well
                    "POSTGRES_INITDB_ARGS",
                    "--encoding=UTF8 --locale=C.UTF-8");
        }
    },
    MARIADB(3306, "mariadb:11.4", "unified-hotline/mariadb:debian") {
        @Override
        Map<String, String> environment(List<String> settings) {
            return Map.of("MARIADB_ROOT_PASSWORD", MariaDbServer.SUPERUSER);
        }
    },
    /** Its entry point takes settings from variables whose names hold a dot, and no arguments. */
    ELASTICSEARCH(9200, "elasticsearch:9.5.3", "unified-hotline/elasticsearch:zip") {
        @Override
        Map<String, String> environment(List<String> settings) {
            Map<String, String> all = settings.stream()
                    .map(setting -> setting.substring("-E".length()).split("=", 2))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (first, last) -> last));
            all.put("ES_JAVA_OPTS", "-Xms512m -Xmx512m");
            return Map.copyOf(all);
        }

        @Override
        List<String> arguments(List<String> settings) {
            return List.of();
        }
    };

    private final int port;
    private final String official;
    private final String ours;

    Recipe(int port, String official, String ours) {
        this.port = port;
        this.official = official;
        this.ours = ours;
    }

    static Recipe of(Kind kind) {
        return switch (kind) {
            case POSTGRESQL -> POSTGRESQL;
            case MARIADB -> MARIADB;
            case ELASTICSEARCH -> ELASTICSEARCH;
        };
    }

    /** The port inside the container. */
    int port() {
        return port;
    }

    /** The official image. */
    String official() {
        return official;
    }

    /** The image that {@code demo/images/build.sh} builds. */
    String ours() {
        return ours;
    }

    abstract Map<String, String> environment(List<String> settings);

    /** What the image's entry point hands on to the server. */
    List<String> arguments(List<String> settings) {
        return settings;
    }
}
