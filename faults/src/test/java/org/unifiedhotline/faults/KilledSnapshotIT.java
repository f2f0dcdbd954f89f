package org.unifiedhotline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code kill -9} of the service while it reads all rows of the sources for the first time, into an empty hub. */
class KilledSnapshotIT {
    private static final String NAME = "snapshot";
    private static final int TIMES = 3;
    private static final int FIRST = 60_000_000;
    private static final int CALLS = 30_000;
    /** So that the reading takes long enough to be met. */
    private static final String MANY_CALLS =
            "INSERT INTO cuoc_goi (id, thoi_gian, kenh, trung_tam, loai) SELECT " + FIRST
                    + " + row_number() OVER (), '2024-05-01 08:00:00', 'IVR', 'HN', 'TU_VAN'"
                    + " FROM (SELECT 1 FROM information_schema.columns a, information_schema.columns b LIMIT " + CALLS
                    + ") many";

    private final World world = World.withService();
    private final Random random = Seed.of("killed snapshot");
    /** The readings that were met, as {@code source/life}: what the last kill left of one is not met again. */
    private final Set<String> met = new TreeSet<>();

    @Test
    @DisplayName("kill -9 in the middle of the first reading of all rows, again and again, loses and doubles nothing")
    void killed() throws SQLException {
        world.service().close(); // the machine is for the one that reads
        try {
            atSwitchboard(MANY_CALLS);
            killedWhileReading();
        } finally {
            atSwitchboard("DELETE FROM cuoc_goi WHERE id BETWEEN " + (FIRST + 1) + " AND " + (FIRST + CALLS));
        }
        world.service().start();
    }

    private void killedWhileReading() {
        Map<String, String> settings = world.settings(NAME, Map.of());
        try (ServiceProcess service = world.service(NAME, settings)) {
            killedWhileReading(service, settings);
        }
        world.forget(NAME);
    }

    private void killedWhileReading(ServiceProcess service, Map<String, String> settings) {
        List<String> killed = new ArrayList<>();
        try (Traffic traffic = world.traffic()) {
            for (int time = 0; time < TIMES; time++) {
                service.launch();
                killed.add(frozenWhileReading(service));
                assertThat(service.kill()).isEqualTo(ServiceProcess.KILLED);
            }
            service.start();
            Marker.write(world).await(service, NAME);
            assertThat(traffic.committed()).isPositive();
        }
        // the calls of the marker may have come with the reading itself
        service.waitUntil(
                "all rows were read",
                () -> world.inHub(NAME, "SELECT DISTINCT snapshot_phase FROM capture_state")
                        .equals(List.of("COMPLETE")));
        Comparison comparison = Comparison.of(world, service, settings);
        Comparison.requireClusters(settings);
        Report.add(
                "kill -9 of the service while it reads all rows for the first time",
                TIMES,
                "frozen first, the hub asked how far it was: " + String.join("; ", killed) + "; exit 137",
                comparison);
    }

    /** The other hub does not hear of these rows, neither that they come nor that they go. */
    private void atSwitchboard(String sql) throws SQLException {
        try (Connection connection = world.switchboardPastTheLog();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Stops the service (SIGSTOP) while a source of which it has read some rows is being read, and says how far it was. */
    private String frozenWhileReading(ServiceProcess service) {
        int some = 200 + random.nextInt(800);
        service.waitUntil("rows are being read", () -> {
            if (reading(some).isEmpty()) {
                return false;
            }
            service.signal("STOP");
            Commands.pause(15); // what it sent before may still be carried out
            if (reading(some).isEmpty()) {
                service.signal("CONT");
                return false;
            }
            return true;
        });
        String reading = String.join(", ", reading(some));
        met.addAll(world.inHub(
                NAME, "SELECT source_system || '/' || life FROM capture_state WHERE snapshot_phase = 'RUNNING'"));
        return reading;
    }

    /** The sources that are being read, of which this reading has brought so many rows. */
    private List<String> reading(int some) {
        boolean migrated = world.inHub(NAME, "SELECT to_regclass('capture_state') IS NOT NULL")
                .equals(List.of("t"));
        if (!migrated) {
            return List.of(); // the service is still starting
        }
        return world.inHub(NAME, """
                SELECT s.source_system || ' ' || count(r.*) || ' rows in life ' || s.life
                  FROM capture_state s JOIN source_record r USING (source_system, life)
                 WHERE s.snapshot_phase = 'RUNNING' AND s.source_system || '/' || s.life NOT IN ('%s')
                 GROUP BY s.source_system, s.life
                HAVING count(r.*) >= %d""".formatted(String.join("', '", met), some));
    }
}
