package org.unifiedhotline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Transactions that stay open at both sources for long, while others commit past them and the service is killed. */
class LongTransactionIT {
    private static final int ROWS = 2_000;
    private static final long FIRST = 7_000_000;
    private static final String CALLER = "INSERT INTO hotline.caller (caller_id, full_name, phone_1, created_at)";
    private static final String NGUOI_GOI = "INSERT INTO nguoi_goi (id, ho_ten, dien_thoai, ngay_tao)";

    private final World world = World.withService();

    @Test
    @DisplayName(
            "a long transaction at each source, committed at one and rolled back at the other after the service was killed, comes whole or not at all")
    void longTransactions() throws SQLException {
        String ages;
        Comparison comparison;
        try (Connection hotline = world.legacyHotline();
                Connection switchboard = world.legacySwitchboard();
                Connection undone = world.legacyHotline()) {
            try (Traffic traffic = world.traffic()) {
                write(hotline, CALLER, 1, FIRST);
                write(undone, CALLER, 2, 2 * FIRST);
                write(switchboard, NGUOI_GOI, 3, FIRST);
                Commands.pause(4000);
                assertThat(world.service().kill()).isEqualTo(ServiceProcess.KILLED);
                world.service().start();
                Marker.write(world).await(world.service());
                ages = ages();
                long committed = traffic.committed();
                assertThat(committed)
                        .as("changes committed past the open transactions")
                        .isGreaterThan(500);
                hotline.commit();
                switchboard.commit();
                undone.rollback();
            }
            comparison = Comparison.withClusters(world);
            assertThat(world.inHub(World.HUB, count(FIRST)).getFirst()).isEqualTo(String.valueOf(2 * ROWS));
            assertThat(world.inHub(World.HUB, count(2 * FIRST)).getFirst()).isEqualTo("0");
        }
        Report.add(
                "a long transaction at each source, the service killed meanwhile",
                3,
                "open when asked: " + ages + "; " + 2 * ROWS
                        + " rows of the committed ones came, none of the one rolled back",
                comparison);
    }

    private static String count(long first) {
        return "SELECT count(*) FROM source_record WHERE live AND source_table IN ('caller', 'nguoi_goi')"
                + " AND local_id::bigint BETWEEN " + first + " AND " + (first + ROWS - 1);
    }

    private static void write(Connection connection, String insert, int number, long first) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement statement =
                connection.prepareStatement(insert + " VALUES (?, ?, ?, '2024-05-01 08:00:00')")) {
            int row = 0;
            for (Newcomer person : Newcomer.some(number, ROWS)) {
                statement.setLong(1, first + row++);
                statement.setString(2, person.name());
                statement.setString(3, person.telephone());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private String ages() throws SQLException {
        try (Connection hotline = world.hotline().connect("postgres");
                Connection switchboard = world.switchboard().connect("")) {
            List<String> first = World.column(
                    hotline,
                    "SELECT extract(epoch FROM now() - xact_start)::int || ' s' FROM pg_stat_activity"
                            + " WHERE usename = 'legacy' AND xact_start < now() - interval '5 seconds' AND backend_xid IS NOT NULL");
            List<String> second = World.column(
                    switchboard,
                    "SELECT CONCAT(timestampdiff(SECOND, trx_started, now()), ' s, ', trx_rows_modified, ' rows')"
                            + " FROM information_schema.innodb_trx WHERE trx_rows_modified >= " + ROWS);
            assertThat(first).as("open at the hotline").hasSize(2);
            assertThat(second).as("open at the switchboard").hasSize(1);
            return "hotline " + first + ", switchboard " + second;
        }
    }
}
