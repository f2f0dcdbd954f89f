package org.unifiedhotline.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** The scripts that config/DEPLOYMENT.md has an operator run, on a hub that is started as compose.yaml starts it. */
@DisplayName("A hub in a container")
class BackupIT {
    private static final Path COMPOSE = Path.of("..", "config", "compose").toAbsolutePath();
    private static final String PASSWORD = "of-the-superuser";
    private static final String DATA = "/var/lib/postgresql";

    private final String image = Images.of(Recipe.POSTGRESQL);
    private final String volume =
            "unified-hotline-backup-" + ProcessHandle.current().pid();

    @Test
    @DisplayName("is copied while it is written to, lost, and restored to what was written after the copy")
    void restored(@TempDir Path folder) throws Exception {
        Path archive = openTo(Files.createDirectory(folder.resolve("archive")));
        try {
            Path backup;
            try (GenericContainer<?> hub = hub(archive)) {
                sql(hub, "CREATE TABLE decision (id int)", "INSERT INTO decision VALUES (1)");
                backup = Path.of(script(
                        folder,
                        "backup.sh",
                        Map.of("HUB", "docker exec -i " + hub.getContainerId()),
                        folder.resolve("backup").toString()));
                sql(hub, "INSERT INTO decision VALUES (2)");
                String file = text(hub, "SELECT pg_walfile_name(pg_switch_wal())");
                await("the log is archived", () -> Files.exists(archive.resolve(file)));
                sql(hub, "DROP TABLE decision");
                DockerClientFactory.instance()
                        .client()
                        .killContainerCmd(hub.getContainerId())
                        .exec();
            }
            assertThat(backup).isNotEmptyFile();

            script(
                    folder,
                    "restore.sh",
                    Map.of(
                            "RUN",
                            "docker run --rm -i --user postgres -v " + volume + ":" + DATA + " --entrypoint bash "
                                    + image),
                    backup.toString());

            try (GenericContainer<?> hub = hub(archive)) {
                await("recovered", () -> text(hub, "SELECT pg_is_in_recovery()").equals("f"));
                assertThat(text(hub, "SELECT string_agg(id::text, ' ' ORDER BY id) FROM decision"))
                        .isEqualTo("1 2");
                sql(hub, "INSERT INTO decision VALUES (3)");
                assertThat(text(hub, "SELECT timeline_id FROM pg_control_checkpoint()"))
                        .isNotEqualTo("1");
            }
        } finally {
            DockerClientFactory.instance().client().removeVolumeCmd(volume).exec();
        }
    }

    private GenericContainer<?> hub(Path archive) {
        GenericContainer<?> hub = new GenericContainer<>(DockerImageName.parse(image))
                .withImagePullPolicy(never -> false)
                .withEnv("POSTGRES_PASSWORD", PASSWORD)
                .withExposedPorts(5432)
                .withCommand("-c", "archive_mode=on", "-c", archiveCommand())
                .withCreateContainerCmdModifier(create -> java.util.Objects.requireNonNull(create.getHostConfig())
                        .withBinds(
                                new Bind(volume, new Volume(DATA), AccessMode.rw),
                                new Bind(archive.toString(), new Volume("/archive"), AccessMode.rw)));
        hub.start();
        await("the hub answers", () -> !text(hub, "SELECT 1").isEmpty());
        return hub;
    }

    /** As compose.yaml has it. */
    private static String archiveCommand() {
        try (Stream<String> lines = Files.lines(COMPOSE.resolve("compose.yaml"))) {
            return lines.map(String::strip)
                    .filter(line -> line.startsWith("- archive_command="))
                    .map(line -> line.substring(2))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever the server is in its container writes here. */
    private static Path openTo(Path folder) throws IOException {
        return Files.setPosixFilePermissions(
                folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    /** Runs a script to its end and answers with the last line it wrote. */
    private static String script(Path folder, String name, Map<String, String> environment, String argument)
            throws IOException, InterruptedException {
        Path said = folder.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(COMPOSE.resolve(name).toString(), argument)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        assertThat(code).as(Files.readString(said)).isZero();
        return Files.readString(said).lines().reduce("", (first, second) -> second);
    }

    private static void sql(GenericContainer<?> hub, String... statements) throws SQLException {
        try (Connection connection = connect(hub)) {
            for (String statement : statements) {
                connection.createStatement().execute(statement);
            }
        }
    }

    /** The only value; empty while the server does not answer. */
    private static String text(GenericContainer<?> hub, String query) {
        try (Connection connection = connect(hub);
                var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            return "";
        }
    }

    private static Connection connect(GenericContainer<?> hub) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + hub.getHost() + ":" + hub.getMappedPort(5432) + "/postgres",
                "postgres",
                PASSWORD);
    }

    private static void await(String what, java.util.function.BooleanSupplier condition) {
        for (int tries = 0; tries < 600; tries++) {
            if (condition.getAsBoolean()) {
                return;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("waited in vain until " + what);
    }
}
