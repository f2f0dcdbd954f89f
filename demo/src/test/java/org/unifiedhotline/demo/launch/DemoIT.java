package org.unifiedhotline.demo.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The demo")
@Timeout(300)
class DemoIT {
    @TempDir
    Path project;

    private final Map<DemoPort, Integer> ports = new EnumMap<>(DemoPort.class);

    @BeforeEach
    void prepare() throws IOException {
        for (DemoPort port : DemoPort.values()) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                ports.put(port, socket.getLocalPort());
            }
        }
        buildStandIn(project.resolve("app/target/app.jar"));
    }

    @Test
    @DisplayName("comes up with given data, goes on with it after kill -9, and leaves nothing running")
    void comesUpAndGoesOn() throws IOException, InterruptedException, SQLException {
        Files.writeString(
                project.resolve("switchboard.sql"),
                "SET NAMES utf8mb4;\nINSERT INTO dm_linh_vuc VALUES ('BL', 'Bạo lực; xâm hại');\n");
        Map<String, String> settings =
                Map.of("DEMO_DIR", project.resolve("data").toString(), "DEMO_SWITCHBOARD_SQL", "switchboard.sql");

        Process first = demo(settings);
        awaitClosingBlock(first);
        assertThat(ask(switchboard(), "legacy", "SELECT CONCAT(COUNT(*), MAX(ten)) FROM dm_linh_vuc"))
                .isEqualTo("1Bạo lực; xâm hại");
        assertThat(Integer.parseInt(ask(hotline(), "legacy", "SELECT COUNT(*) FROM victim")))
                .as("the other system has its sample data")
                .isPositive();
        assertThat(ask(hub(), "hub_reader", "SELECT current_database()")).isEqualTo("hub");
        ask(switchboard(), "legacy", "INSERT INTO dm_linh_vuc VALUES ('TL', 'Tâm lý') RETURNING ma");
        List<ProcessHandle> all = first.descendants().toList();
        first.destroyForcibly().waitFor();
        awaitEnd(all);

        Process second = demo(settings);
        String said = awaitClosingBlock(second);
        assertThat(said).contains("going on with the data");
        assertThat(ask(switchboard(), "legacy", "SELECT COUNT(*) FROM dm_linh_vuc"))
                .isEqualTo("2");
        all = second.descendants().toList();
        second.destroy();
        second.waitFor();
        awaitEnd(all);
        assertThat(output()).contains("ending the service", "ending the servers");
    }

    @Test
    @DisplayName("says in one line which port is taken, starts nothing, and ends with code 1")
    void portTaken() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(ports.get(DemoPort.HUB), 1, InetAddress.getLoopbackAddress())) {
            Process demo = demo(Map.of());

            assertThat(demo.waitFor()).as("a problem that was told").isEqualTo(3);
            assertThat(output())
                    .contains("ERROR DEMO_PORT_HUB: port " + taken.getLocalPort() + " on 127.0.0.1 is taken")
                    .doesNotContain("answers on");
            assertThat(project.resolve("problem.txt")).content().startsWith("DEMO_PORT_HUB: ");
        }
    }

    @Test
    @DisplayName(
            "names the line of an SQL file that a database refuses, leaves nothing running, and begins anew next time")
    void badSql() throws IOException, InterruptedException {
        Path sql = Files.writeString(
                project.resolve("hotline.sql"),
                "INSERT INTO agency VALUES ('A', 'A', 'NGO');\n\nINSERT INTO agency VALUES ('B', 'B', 'BAKER');\n");
        Map<String, String> settings =
                Map.of("DEMO_DIR", project.resolve("data").toString(), "DEMO_HOTLINE_SQL", "hotline.sql");

        Process demo = demo(settings);
        assertThat(demo.waitFor()).as("a problem that was told").isEqualTo(3);
        assertThat(output()).contains("ERROR " + sql + ", statement beginning at line 3: ");

        Files.writeString(sql, "INSERT INTO agency VALUES ('A', 'A', 'NGO');");
        Process again = demo(settings);
        awaitWords(again, "only half loaded: beginning anew");
        awaitWords(again, "switchboard: MariaDB answers");
        List<ProcessHandle> all = again.descendants().toList();
        again.destroy();
        again.waitFor();
        awaitEnd(all);
    }

    private Process demo(Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dunifiedhotline.project=" + project,
                        "-Dunifiedhotline.problem=" + project.resolve("problem.txt"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Demo.class.getName())
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(project.resolve("output").toFile());
        builder.environment().putAll(settings);
        builder.environment().put("PWD", project.toString());
        ports.forEach((port, number) -> builder.environment().put(port.variable(), number.toString()));
        return builder.start();
    }

    private String awaitClosingBlock(Process demo) throws IOException, InterruptedException {
        awaitWords(demo, "Ctrl-C stops everything");
        return output();
    }

    private void awaitWords(Process demo, String words) throws IOException, InterruptedException {
        while (!output().contains(words)) {
            assertThat(demo.isAlive()).as(output()).isTrue();
            Thread.sleep(50);
        }
    }

    private String output() throws IOException {
        return Files.readString(project.resolve("output"));
    }

    private static void awaitEnd(List<ProcessHandle> processes) throws InterruptedException {
        for (int tries = 0; tries < 600 && processes.stream().anyMatch(DemoIT::runs); tries++) {
            Thread.sleep(50);
        }
        assertThat(processes.stream()
                        .filter(DemoIT::runs)
                        .map(process -> process.info().toString())
                        .collect(Collectors.toList()))
                .isEmpty();
    }

    /** A process that only waits for a first process which never collects it has no program any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private String switchboard() {
        return "jdbc:mariadb://127.0.0.1:" + ports.get(DemoPort.SWITCHBOARD) + "/tongdai111";
    }

    private String hotline() {
        return "jdbc:postgresql://127.0.0.1:" + ports.get(DemoPort.HOTLINE) + "/pcmbn";
    }

    private String hub() {
        return "jdbc:postgresql://127.0.0.1:" + ports.get(DemoPort.HUB) + "/hub";
    }

    private static String ask(String url, String user, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, user);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void buildStandIn(Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
        String name = StandInService.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream code = StandInService.class.getResourceAsStream("/" + name)) {
            out.putNextEntry(new JarEntry(name));
            code.transferTo(out);
            out.closeEntry();
        }
    }
}
