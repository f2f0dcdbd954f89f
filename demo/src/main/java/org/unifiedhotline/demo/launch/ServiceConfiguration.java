package org.unifiedhotline.demo.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unifiedhotline.demo.servers.LegacySystems;

/** The service's whole configuration as an operator would write it; the operator's commands read the same file. */
final class ServiceConfiguration {
    private ServiceConfiguration() {}

    static void write(DemoFolder folder, DemoSettings settings) {
        Path file = folder.serviceProperties();
        List<String> lines = new ArrayList<>(List.of(
                "# Written by the demo at each start.",
                "server.address=127.0.0.1",
                "server.port=" + settings.port(DemoPort.CONSOLE),
                "spring.datasource.url=jdbc:postgresql://127.0.0.1:" + settings.port(DemoPort.HUB) + "/" + Hub.DATABASE,
                "spring.datasource.username=" + Hub.OWNER,
                "spring.datasource.password=" + Hub.OWNER,
                "unified-hotline.audit.folder=" + folder.path().resolve("audit"),
                "unified-hotline.keys.folder=" + folder.path().resolve("keys"),
                "unified-hotline.search.url=http://127.0.0.1:" + settings.port(DemoPort.SEARCH)));
        source(lines, "switchboard", "mariadb", settings.port(DemoPort.SWITCHBOARD), LegacySystems.SWITCHBOARD);
        source(lines, "hotline", "postgresql", settings.port(DemoPort.HOTLINE), LegacySystems.HOTLINE);
        lines.add(
                "unified-hotline.sources.excess-rights=warn"); // so that whoever plays with the demo's grants sees what
        // is said
        lines.add("unified-hotline.sources.hotline.schema=" + LegacySystems.HOTLINE_SCHEMA);
        lines.add("unified-hotline.sources.hotline.publication=" + LegacySystems.PUBLICATION);
        lines.add("unified-hotline.sources.hotline.slot=unified_hotline");
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new DemoProblem("DEMO_DIR: cannot write " + file + ": " + e);
        }
    }

    private static void source(List<String> lines, String name, String engine, int port, String database) {
        String prefix = "unified-hotline.sources." + name + ".";
        lines.add(prefix + "engine=" + engine);
        lines.add(prefix + "host=127.0.0.1");
        lines.add(prefix + "port=" + port);
        lines.add(prefix + "database=" + database);
        lines.add(prefix + "username=" + LegacySystems.CAPTURE);
        lines.add(prefix + "password=" + LegacySystems.CAPTURE);
    }
}
