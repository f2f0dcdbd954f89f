package org.unifiedhotline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The hub is lost with its machine and comes back from a base backup, with the archived log and without it. */
class RestoredHubIT {
    private static final Pattern LOST =
            Pattern.compile("what people decided, erased and wrote from (\\S+) to (\\S+) or a little later is lost");

    private final World world = World.withService();
    private final Path archive = world.folder().resolve("archive");
    private final Path data = world.hub().folder().resolve("data");

    /** A decision of a steward, and when it was made. */
    private record Decision(long id, Instant at) {}

    @Test
    @DisplayName(
            "a hub restored from base backup and archive has every decision, and heals what the archive did not hold yet")
    void withArchive() throws Exception {
        archiving();
        Decision before = decide();
        Path backup;
        Decision after;
        try (Traffic traffic = world.traffic()) {
            backup = baseBackup("with-archive");
            after = decide();
            awaitArchived();
            Commands.pause(2000); // changes that no archive holds
            assertThat(traffic.committed()).isPositive();
            lose();
        }
        restore(backup, true);
        world.service().start();
        Comparison comparison = Comparison.withClusters(world);
        assertThat(stands(before)).as("the decision before the backup").isTrue();
        assertThat(stands(after)).as("the decision after the backup").isTrue();
        Report.add(
                "hub lost, restored from base backup and archived WAL",
                1,
                "its data folder replaced by the copy, recovered to timeline " + timeline() + "; decisions "
                        + before.id() + " and " + after.id() + " stand",
                comparison);
    }

    @Test
    @DisplayName(
            "a hub restored without archive is as its sources tell after reading them anew; the interval of lost decisions is said")
    void withoutArchive() throws Exception {
        Decision before = decide();
        Path backup;
        Decision after;
        int logged;
        try (Traffic traffic = world.traffic()) {
            backup = baseBackup("without-archive");
            Commands.pause(2000);
            after = decide();
            Commands.pause(3000);
            assertThat(traffic.committed()).isPositive();
            logged = world.service().log().length();
            lose();
        }
        restore(backup, false);
        assertThat(stands(after)).as("the decision after the backup").isFalse();
        world.service().start();
        Comparison comparison = Comparison.withClusters(world);
        assertThat(stands(before)).as("the decision before the backup").isTrue();
        String said = world.service().log().substring(logged);
        assertThat(said).contains("all rows are read anew").contains("the hub was set back; building a new index");
        Matcher lost = LOST.matcher(said);
        assertThat(lost.find()).as("the interval of lost decisions is said").isTrue();
        assertThat(Instant.parse(lost.group(1))).isBefore(after.at());
        assertThat(Instant.parse(lost.group(2))).isAfter(after.at().minusSeconds(5));
        Report.add(
                "hub lost, restored from base backup alone",
                1,
                "its data folder replaced by the copy; decision " + before.id() + " stands, " + after.id() + " of "
                        + after.at() + " is gone, and the service said: lost from " + lost.group(1) + " to "
                        + lost.group(2),
                comparison);
    }

    /** A merge of two people that needs no second pair of eyes. */
    private Decision decide() throws IOException {
        List<String> lines = world.service().crosswalk();
        for (int line = 0; line + 1 < lines.size(); line++) {
            String[] one = lines.get(line).split(",");
            String[] other = lines.get(line + 1).split(",");
            if (one[4].equals("single") && other[4].equals("single") && one[1].equals(other[1])) {
                HttpResponse<String> answer = world.service()
                        .post(
                                "steward-script",
                                "/api/v1/master-records/" + one[3] + "/merge",
                                "{\"other\":\"" + other[3] + "\",\"reason\":\"tried by the fault suite\"}");
                if (answer.statusCode() == 200) {
                    return new Decision(
                            new ObjectMapper()
                                    .readTree(answer.body())
                                    .path("decisionId")
                                    .asLong(),
                            Instant.now());
                }
            }
        }
        throw new AssertionError("nobody could be merged");
    }

    private boolean stands(Decision decision) {
        return world.inHub(
                                World.HUB,
                                "SELECT decision_id FROM decision WHERE state = 'IN_FORCE' AND decision_id = "
                                        + decision.id())
                        .size()
                == 1;
    }

    private void archiving() throws IOException {
        Files.createDirectories(archive);
        world.hub()
                .run(
                        "postgres",
                        "ALTER SYSTEM SET archive_mode = on",
                        "ALTER SYSTEM SET archive_command = 'f=" + archive
                                + "/%f; if test -f $f; then cmp -s %p $f; else cp %p $f.part && mv $f.part $f; fi'");
        world.hub().stop();
        world.hub().start();
        world.service().waitUntilCaughtUp();
    }

    /** As {@code pg_basebackup} does, which is not among the embedded server's tools: PostgreSQL 18, 25.3.3. */
    private Path baseBackup(String name) throws SQLException, IOException {
        Path backup = world.folder().resolve("backup-" + name);
        try (Connection connection = world.hub().connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('" + name + "', true)");
            copy(data, backup);
            try (ResultSet row = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                row.next();
                Files.writeString(backup.resolve("backup_label"), row.getString(1));
            }
            // The log that the copy needs to be whole; with an archive it is there, too.
            copyLog(backup);
        }
        return backup;
    }

    private void copyLog(Path backup) throws IOException {
        Path from = data.resolve("pg_wal");
        try (var files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try {
                    Files.copy(file, backup.resolve("pg_wal").resolve(file.getFileName()));
                } catch (NoSuchFileException e) {
                    // recycled meanwhile
                }
            }
        }
    }

    private void awaitArchived() {
        String file = world.inHub("postgres", "SELECT pg_walfile_name(pg_switch_wal())")
                .getFirst();
        world.service().waitUntil("the log is archived", () -> Files.exists(archive.resolve(file)));
    }

    /** The machine of the hub goes, and the service with it. */
    private void lose() throws IOException {
        assertThat(world.service().kill()).isEqualTo(ServiceProcess.KILLED);
        world.hub().kill();
        ServerFiles.delete(data);
        assertThat(data).doesNotExist();
    }

    private void restore(Path backup, boolean fromArchive) throws IOException {
        copy(backup, data);
        copyLogBack(backup);
        Files.copy(
                backup.resolve("backup_label"),
                data.resolve("backup_label"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        if (fromArchive) {
            Files.writeString(
                    data.resolve("postgresql.auto.conf"),
                    "restore_command = 'cp " + archive + "/%f %p'\n",
                    StandardOpenOption.APPEND);
            Files.createFile(data.resolve("recovery.signal"));
        }
        Files.setPosixFilePermissions(data, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
        world.hub().start();
        while (world.inHub("postgres", "SELECT pg_is_in_recovery()::text")
                .getFirst()
                .equals("true")) {
            Commands.pause(200);
        }
    }

    private void copyLogBack(Path backup) throws IOException {
        try (var files = Files.list(backup.resolve("pg_wal"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, data.resolve("pg_wal").resolve(file.getFileName()));
            }
        }
    }

    private String timeline() {
        return world.inHub("postgres", "SELECT timeline_id::text FROM pg_control_checkpoint()")
                .getFirst();
    }

    /** All of a data folder but the log and what belongs to the running server. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path name = from.relativize(file);
                if (!name.startsWith("pg_wal")
                        && !name.startsWith("pg_replslot")
                        && !List.of("postmaster.pid", "postmaster.opts", "backup_label")
                                .contains(name.toString())) {
                    Files.copy(file, to.resolve(name));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE; // dropped while it was copied: the log knows
            }
        });
    }
}
