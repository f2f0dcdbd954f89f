package org.unifiedhotline.demo.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that starts all three servers, says so by a file, and waits to be killed. */
final class ParentOfServers {
    private ParentOfServers() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        MariaDbServer.start(ServerOptions.in(folder.resolve("mariadb")));
        PostgresServer.start(ServerOptions.in(folder.resolve("postgresql")));
        ElasticsearchServer.start(ServerOptions.in(folder.resolve("elasticsearch")));
        Files.createFile(folder.resolve("started"));
        Sleeper.main(new String[0]);
    }
}
