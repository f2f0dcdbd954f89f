package org.unifiedhotline.demo.people.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.demo.people.LegacyDatabases;
import org.unifiedhotline.demo.people.Progress;
import org.unifiedhotline.demo.people.SampleData;
import org.unifiedhotline.demo.people.SampleWorld;
import org.unifiedhotline.demo.people.systems.LegacyTable;
import org.unifiedhotline.demo.people.systems.SourceSystem;
import org.unifiedhotline.demo.people.traffic.CommittedChange.Kind;

@DisplayName("Live traffic on the real legacy databases")
class LiveTrafficIT {
    private static final SampleWorld WORLD = SampleWorld.of(11, 400);

    @BeforeEach
    void load() throws SQLException {
        LegacyDatabases.create();
        try (Connection switchboard = LegacyDatabases.switchboard();
                Connection hotline = LegacyDatabases.hotline()) {
            SampleData.load(switchboard, hotline, WORLD, Progress.NONE);
        }
    }

    @Test
    @DisplayName("inserts, updates and deletes rows of both systems, and reports each one after its commit")
    void reportsWhatItWrites() throws Exception {
        Map<LegacyTable, Long> before = counts();
        List<CommittedChange> changes = run(LegacyDatabases.connections(), 600);

        assertThat(changes).extracting(CommittedChange::kind).contains(Kind.INSERT, Kind.UPDATE, Kind.DELETE);
        assertThat(changes)
                .extracting(CommittedChange::table)
                .contains(LegacyTable.NGUOI_GOI, LegacyTable.TRE_EM, LegacyTable.CA_CAN_THIEP, LegacyTable.CUOC_GOI)
                .contains(LegacyTable.CALLER, LegacyTable.VICTIM, LegacyTable.CASE_FILE, LegacyTable.CALL);
        Map<LegacyTable, Long> after = counts();
        for (LegacyTable table : LegacyTable.values()) {
            long inserted = count(changes, table, Kind.INSERT);
            long deleted = count(changes, table, Kind.DELETE);
            assertThat(after.get(table)).as(table.tableName()).isEqualTo(before.get(table) + inserted - deleted);
        }
    }

    @Test
    @DisplayName("plans the same changes for the same seed and the same rows")
    void deterministic() throws Exception {
        List<String> first = plan(run(LegacyDatabases.connections(), 300));
        load();
        List<String> second = plan(run(LegacyDatabases.connections(), 300));
        int length = Math.min(first.size(), second.size());
        assertThat(length).isGreaterThan(40);
        assertThat(first.subList(0, length)).isEqualTo(second.subList(0, length));
    }

    @Test
    @DisplayName("waits for a database that is away, and goes on when it is back")
    void survivesAnOutage() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        ConnectionSource away = () -> {
            if (attempts.incrementAndGet() % 3 != 0) {
                throw new SQLException("away", "08001");
            }
            return LegacyDatabases.hotline();
        };
        List<CommittedChange> changes = run(new LegacyConnections(LegacyDatabases::switchboard, away), 150);
        assertThat(attempts.get()).isGreaterThanOrEqualTo(3);
        assertThat(changes).extracting(change -> change.table().source()).contains(SourceSystem.HOTLINE);
    }

    @Test
    @DisplayName("gives way when somebody else has taken its next key, and never corrects the other's row")
    void othersWriteToo() throws Exception {
        CountDownLatch enough = new CountDownLatch(200);
        try (Connection other = LegacyDatabases.switchboard();
                LiveTraffic traffic =
                        LiveTraffic.start(LegacyDatabases.connections(), WORLD, 300, change -> enough.countDown())) {
            for (int i = 1; i <= 5; i++) {
                other.createStatement()
                        .executeUpdate("INSERT INTO nguoi_goi (ho_ten, ngay_tao) VALUES ('Lê Thị Khác', NOW())");
                while (traffic.committed() < 30L * i) {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(LegacyDatabases.number(
                        LegacyTable.NGUOI_GOI, "SELECT count(*) FROM nguoi_goi WHERE ho_ten = 'Lê Thị Khác'"))
                .isEqualTo(5);
    }

    @Test
    @DisplayName("refuses a rate that is not above zero")
    void rate() {
        assertThatThrownBy(() -> LiveTraffic.start(LegacyDatabases.connections(), WORLD, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above 0");
    }

    /** Runs traffic at 400 changes a second until so many are committed; every change heard of is counted. */
    private static List<CommittedChange> run(LegacyConnections connections, int enough) throws Exception {
        ConcurrentLinkedQueue<CommittedChange> changes = new ConcurrentLinkedQueue<>();
        CountDownLatch committed = new CountDownLatch(enough);
        LiveTraffic traffic = LiveTraffic.start(connections, WORLD, 400, change -> {
            changes.add(change);
            committed.countDown();
        });
        try (traffic) {
            assertThat(committed.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(traffic.committed()).isEqualTo(changes.size());
        return List.copyOf(changes);
    }

    /** What was done at the switchboard, whose keys come from the plan alone, in order. */
    private static List<String> plan(List<CommittedChange> changes) {
        Stream<CommittedChange> switchboard =
                changes.stream().filter(change -> change.table().source() == SourceSystem.SWITCHBOARD);
        return switchboard
                .map(change -> change.kind() + " " + change.table() + " " + change.key())
                .toList();
    }

    private static long count(List<CommittedChange> changes, LegacyTable table, Kind kind) {
        return changes.stream()
                .filter(change -> change.table() == table && change.kind() == kind)
                .count();
    }

    private static Map<LegacyTable, Long> counts() throws SQLException {
        Map<LegacyTable, Long> counts = new EnumMap<>(LegacyTable.class);
        for (LegacyTable table : LegacyTable.values()) {
            counts.put(table, LegacyDatabases.count(table));
        }
        return counts;
    }
}
