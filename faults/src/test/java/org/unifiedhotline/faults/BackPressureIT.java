package org.unifiedhotline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A first load that is several times larger than the service's memory, with a hub and an index that stand still meanwhile. */
@Tag("untried")
class BackPressureIT {
    private static final String NAME = "pressure";
    private static final int ROWS = 120_000;
    private static final int FIRST = 50_000_000;
    private static final String NOTE = "Người gọi kể lại sự việc, tư vấn viên ghi chép. ".repeat(60);
    private static final long HEAP = 384;

    private final World world = World.withService();

    @Test
    @DisplayName(
            "a first load larger than the memory, a hub and an index that stand still, never take more memory than was given")
    void firstLoad() throws Exception {
        world.service().close();
        load();
        Map<String, String> settings = world.settings(NAME, Map.of());
        ServiceProcess service = world.service(NAME, settings).on("-Xmx" + HEAP + "m", "-XX:+ExitOnOutOfMemoryError");
        try {
            world.toSearch().stall();
            service.start();
            service.waitUntil("the load is under way", () -> captured() > ROWS / 10);
            world.toHub().stall();
            long begun = System.nanoTime();
            long most = 0;
            while (System.nanoTime() - begun < 12_000_000_000L) {
                most = Math.max(most, resident(service));
                Commands.pause(500);
            }
            long standing = captured();
            world.toHub().heal();
            while (captured() < ROWS) {
                most = Math.max(most, resident(service));
                assertThat(service.isRunning()).as("the service").isTrue();
                Commands.pause(500);
            }
            long stalled = world.toSearch().counts().stalled();
            assertThat(stalled).as("requests to the index that were held").isPositive();
            world.toSearch().heal();
            Comparison comparison = Comparison.of(world, service, settings);
            long megabytes = (long) ROWS * NOTE.getBytes(java.nio.charset.StandardCharsets.UTF_8).length >> 20;
            assertThat(megabytes).as("MB of notes").isGreaterThan(2 * HEAP);
            // Beside the heap: classes, compiled code, stacks, buffers of sockets.
            assertThat(most).as("most MB resident").isLessThan(HEAP + 450);
            Report.add(
                    "a first load of " + megabytes + " MB by " + HEAP
                            + " MB of heap, hub and index standing still meanwhile",
                    2,
                    "hub stalled for 12 s at " + standing + " of " + ROWS + " calls, index until all were in ("
                            + stalled + " transfers held by the proxy); never more than " + most + " MB resident",
                    comparison);
        } finally {
            world.toSearch().heal();
            world.toHub().heal();
            service.close();
            remove();
        }
        world.forget(NAME);
        world.service().start();
        world.service().waitUntilCaughtUp();
    }

    private long captured() {
        return Long.parseLong(
                world.inHub(NAME, "SELECT coalesce(max(live), 0) FROM table_count WHERE source_table = 'cuoc_goi'")
                        .getFirst());
    }

    /** Megabytes of memory that the process has, by what Linux says. */
    private static long resident(ServiceProcess service) throws java.io.IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(service.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElseThrow();
    }

    private void load() throws SQLException {
        try (Connection connection = world.legacySwitchboard();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO cuoc_goi (id,thoi_gian,kenh,trung_tam,thoi_luong,loai,noi_dung)"
                                + " VALUES (?,'2024-05-01 08:00:00','GOI','HN',60,'TU_VAN',?)")) {
            connection.setAutoCommit(false);
            for (int row = 0; row < ROWS; row++) {
                insert.setInt(1, FIRST + row);
                insert.setString(2, NOTE);
                insert.addBatch();
                if (row % 2000 == 1999) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    private void remove() throws SQLException {
        try (Connection connection = world.legacySwitchboard();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM cuoc_goi WHERE id >= " + FIRST)) {
            delete.executeUpdate();
        }
    }
}
