package org.unifiedhotline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A first load that is larger than the service's memory, with a hub and an index that stand still meanwhile. */
class BackPressureIT {
    private static final String NAME = "pressure";
    private static final int CALLS = 120_000;
    private static final int PEOPLE = 20_000;
    private static final int FIRST = 50_000_000;
    private static final String NOTE = "Người gọi kể lại sự việc, tư vấn viên ghi chép. ".repeat(120);
    private static final long HEAP = 384;
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final World world = World.withService();

    @Test
    @DisplayName(
            "a first load larger than the memory, a hub and an index that stand still, never take more memory than was given")
    void firstLoad() throws Exception {
        long megabytes = (long) CALLS * NOTE.getBytes(StandardCharsets.UTF_8).length >> 20;
        assertThat(megabytes).as("MB of notes").isGreaterThan(2 * HEAP);
        world.service().close();
        load();
        Map<String, String> settings = world.settings(NAME, Map.of());
        ServiceProcess service = world.service(NAME, settings).on("-Xmx" + HEAP + "m", "-XX:+ExitOnOutOfMemoryError");
        try {
            world.toSearch().stall();
            long searchHeld = world.toSearch().counts().stalled();
            service.start();
            service.waitUntil("the load is under way", PATIENCE, () -> calls() > CALLS / 10);
            long hubHeld = world.toHub().counts().stalled();
            world.toHub().stall();
            Commands.pause(2000); // what was sent before is still carried out
            long standing = calls();
            Commands.pause(10_000);
            assertThat(calls()).as("calls in the hub that stands still").isEqualTo(standing);
            assertThat(standing).as("calls of which some are still to come").isLessThan(CALLS);
            hubHeld = world.toHub().counts().stalled() - hubHeld;
            assertThat(hubHeld).as("transfers to the hub that were held").isPositive();
            world.toHub().heal();
            service.waitUntil("all calls are in the hub", PATIENCE, () -> calls() >= CALLS);
            service.waitUntil(
                    "many people wait to be published",
                    PATIENCE,
                    () -> inHub("SELECT count(*) FROM outbox") > PEOPLE / 2);
            searchHeld = world.toSearch().counts().stalled() - searchHeld;
            assertThat(searchHeld).as("transfers to the index that were held").isPositive();
            long waiting = inHub("SELECT count(*) FROM outbox");
            world.toSearch().heal();
            service.waitUntil(
                    "all is published",
                    PATIENCE,
                    () -> service.pipeline().path("caughtUp").asBoolean(false));
            Comparison comparison = Comparison.of(world, service, settings);
            long most = mostResident(service);
            // Beside the heap: classes, compiled code, stacks, buffers of sockets.
            assertThat(most).as("most MB resident").isLessThan(HEAP + 450);
            Report.add(
                    "a first load of " + megabytes + " MB by " + HEAP
                            + " MB of heap, hub and index standing still meanwhile",
                    2,
                    "hub stalled for 12 s at " + standing + " of " + CALLS + " calls (" + hubHeld
                            + " transfers held by the proxy), index until all were in and " + waiting + " of " + PEOPLE
                            + " more people waited to be published (" + searchHeld + " held); never more than " + most
                            + " MB resident",
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

    private long calls() {
        return inHub("SELECT coalesce(max(live), 0) FROM table_count WHERE source_table = 'cuoc_goi'");
    }

    private long inHub(String sql) {
        return Long.parseLong(world.inHub(NAME, sql).getFirst());
    }

    /** Megabytes of memory that the process had at most, by what Linux says. */
    private static long mostResident(ServiceProcess service) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(service.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElseThrow();
    }

    /** The other hub does not hear of these rows, neither that they come nor that they go. */
    private void load() throws SQLException {
        try (Connection connection = world.switchboardPastTheLog();
                PreparedStatement call = connection.prepareStatement(
                        "INSERT INTO cuoc_goi (id,thoi_gian,kenh,trung_tam,thoi_luong,loai,noi_dung)"
                                + " VALUES (?,'2024-05-01 08:00:00','GOI','HN',60,'TU_VAN',?)");
                PreparedStatement person = connection.prepareStatement(
                        "INSERT INTO nguoi_goi (id,ho_ten,dien_thoai,ngay_tao) VALUES (?,?,?,'2024-05-01 08:00:00')")) {
            connection.setAutoCommit(false);
            for (int row = 0; row < CALLS; row++) {
                call.setInt(1, FIRST + row);
                call.setString(2, NOTE);
                call.addBatch();
                if (row % 500 == 499) {
                    call.executeBatch();
                    connection.commit();
                }
            }
            int row = 0;
            for (Newcomer newcomer : Newcomer.some(4, PEOPLE)) {
                person.setInt(1, FIRST + row++);
                person.setString(2, newcomer.name());
                person.setString(3, newcomer.telephone());
                person.addBatch();
            }
            person.executeBatch();
            connection.commit();
        }
    }

    private void remove() throws SQLException {
        try (Connection connection = world.switchboardPastTheLog();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM cuoc_goi WHERE id BETWEEN " + FIRST + " AND " + (FIRST + CALLS - 1));
            statement.execute("DELETE FROM nguoi_goi WHERE id BETWEEN " + FIRST + " AND " + (FIRST + PEOPLE - 1));
        }
    }
}
