package org.unifiedhotline.integrationroutes.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.demo.servers.EmbeddedServer;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.ServerOptions;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceSystem;

/** What must hold when parts of the way fail; the same for both engines. Each test ends in "the same as the source". */
abstract class CaptureFaults {
    private static final int ROWS = 3_000;

    private final Mirror mirror = new Mirror();
    private final FakeLedger ledger = new FakeLedger(mirror);
    private PostgresServer hubServer;
    private CaptureService.Hub hub;

    abstract SourceSystem system();

    /** The table of callers. */
    abstract String table();

    abstract String nameColumn();

    abstract EmbeddedServer source();

    abstract CaptureSettings settings();

    abstract Connection connect() throws SQLException;

    /** Makes the legacy schema anew and forgets what an earlier test left. */
    abstract void freshSource() throws SQLException;

    abstract String insert(int id, String name);

    /** Takes the source's log away from under the service. */
    abstract void loseLog() throws SQLException;

    @BeforeEach
    void fresh() throws SQLException {
        freshSource();
        hubServer = PostgresServer.start(ServerOptions.temporary());
        hub = CaptureService.Hub.create(hubServer, "hub");
    }

    @AfterEach
    void stopHub() {
        hubServer.close();
    }

    private CaptureService start(CaptureSink sink) throws Exception {
        return CaptureService.start(settings(), hub, ledger, sink);
    }

    private CaptureService start() throws Exception {
        return start(mirror::take);
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void load(int rows) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int id = 1; id <= rows; id++) {
                statement.addBatch(insert(id, "người " + id));
            }
            statement.executeBatch();
            connection.commit();
        }
    }

    private void assertSameAsSource() throws SQLException {
        Map<String, String> expected = new TreeMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM " + table())) {
            while (row.next()) {
                expected.put(row.getString(1), row.getString(nameColumn()));
            }
        }
        Map<String, String> captured = new TreeMap<>();
        Map<String, SourceRow> rows = mirror.rows(system(), table());
        rows.forEach((id, row) -> captured.put(id, (String) row.columns().get(nameColumn())));
        assertThat(captured).isEqualTo(expected);
    }

    private long life() {
        return ledger.standing(system()).life();
    }

    /** Writes as hard as it can, each change in a transaction of its own, until it is told to stop. */
    private Thread writer(AtomicBoolean stop, AtomicInteger written) {
        return Thread.ofPlatform().start(() -> {
            Random random = new Random(7);
            String id = idColumn();
            try (Connection connection = connect();
                    PreparedStatement update = connection.prepareStatement(
                            "UPDATE " + table() + " SET " + nameColumn() + " = ? WHERE " + id + " = ?");
                    PreparedStatement delete =
                            connection.prepareStatement("DELETE FROM " + table() + " WHERE " + id + " = ?");
                    Statement insert = connection.createStatement()) {
                for (int n = 0; !stop.get(); n++) {
                    switch (n % 4) {
                        case 0 -> insert.execute(insert(100_000 + n, "mới " + n));
                        case 1 -> {
                            delete.setInt(1, 1 + random.nextInt(ROWS));
                            delete.execute();
                        }
                        default -> {
                            update.setString(1, "sửa " + n);
                            update.setInt(2, 1 + random.nextInt(ROWS));
                            update.execute();
                        }
                    }
                    written.incrementAndGet();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    abstract String idColumn();

    /** Has the source count its table for its statistics, as it does by itself now and then. */
    abstract String analyze();

    @Test
    @DisplayName("estimates by the source's statistics how many rows are to be read")
    void estimates() throws SQLException {
        load(ROWS);
        sql(analyze());
        SourceConnector connector = SourceConnector.of(settings());
        try (Connection source = connector.connect()) {
            assertThat(connector.estimatedRows(source)).isBetween(ROWS * 8L / 10, ROWS * 12L / 10);
        }
    }

    @Test
    @DisplayName("what is written while all rows are read is neither lost nor overwritten by what was read")
    void writesDuringTheSnapshot() throws Exception {
        load(ROWS);
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        Thread writer = writer(stop, written);
        CaptureService.awaitTrue(() -> written.get() > 50, "the writer's first changes");
        try (CaptureService service = start(changes -> {
            mirror.take(changes);
            Thread.sleep(100);
        })) {
            CaptureService.awaitTrue(
                    () -> service.status(system()).state() == CaptureStatus.State.STREAMING, "the stream");
            int before = written.get();
            CaptureService.awaitTrue(() -> written.get() > before + 50, "changes after the snapshot");
            stop.set(true);
            writer.join();
            service.awaitCaughtUp(system());
        } finally {
            stop.set(true);
        }
        assertSameAsSource();
        assertThat(life()).isEqualTo(1);
    }

    @Test
    @DisplayName("a second start goes on where the first stopped, and reads no row again")
    void secondStart() throws Exception {
        load(20);
        try (CaptureService service = start()) {
            service.awaitCaughtUp(system());
            sql("UPDATE " + table() + " SET " + nameColumn() + " = 'một'");
            service.awaitCaughtUp(system());
        }
        sql(insert(21, "khi nghỉ"), "DELETE FROM " + table() + " WHERE " + idColumn() + " = 1");
        int before = mirror.all().size();
        try (CaptureService service = start()) {
            service.awaitCaughtUp(system());
        }
        assertSameAsSource();
        assertThat(life()).isEqualTo(1);
        assertThat(mirror.all().subList(before, mirror.all().size()))
                .noneMatch(change -> change instanceof SourceChange.RowWritten written
                        && written.origin() == SourceChange.Origin.SNAPSHOT);
    }

    @Test
    @DisplayName("after a truncation and a rest, a restart skips none of the changes that come next")
    void restartAfterTruncation() throws Exception {
        load(5);
        try (CaptureService service = start()) {
            service.awaitCaughtUp(system());
            sql("TRUNCATE TABLE " + cascade());
            service.awaitCaughtUp(system());
            Thread.sleep(6_000); // heartbeats, whose offsets are stored
        }
        load(40);
        sql("UPDATE " + table() + " SET " + nameColumn() + " = 'sau'");
        try (CaptureService service = start()) {
            service.awaitCaughtUp(system());
        }
        assertSameAsSource();
        assertThat(life()).isEqualTo(1);
    }

    String cascade() {
        return table();
    }

    @Test
    @DisplayName("a snapshot that was broken off is begun anew, and rows that vanished meanwhile are gone")
    void brokenSnapshot() throws Exception {
        load(ROWS);
        AtomicInteger batches = new AtomicInteger();
        try (CaptureService service = start(changes -> {
            if (batches.incrementAndGet() > 1) {
                throw new IllegalStateException("killed");
            }
            mirror.take(changes.subList(0, Math.min(100, changes.size())));
            throw new IllegalStateException("killed");
        })) {
            CaptureService.awaitTrue(() -> batches.get() > 0, "the first batch");
        }
        assertThat(mirror.rows(system(), table())).isNotEmpty().hasSizeLessThan(ROWS);
        sql("DELETE FROM " + table() + " WHERE " + idColumn() + " <= 1500");
        long broken = life();
        try (CaptureService service = start()) {
            service.awaitCaughtUp(system());
        }
        assertSameAsSource();
        assertThat(life()).isGreaterThan(broken);
    }

    @Test
    @DisplayName("a batch that fails comes again, and nothing is skipped")
    void failingBatch() throws Exception {
        load(5);
        AtomicInteger failures = new AtomicInteger();
        AtomicBoolean failing = new AtomicBoolean();
        try (CaptureService service = start(changes -> {
            if (failing.get() && failures.incrementAndGet() <= 2) {
                throw new IllegalStateException("no");
            }
            mirror.take(changes);
        })) {
            service.awaitCaughtUp(system());
            failing.set(true);
            sql("UPDATE " + table() + " SET " + nameColumn() + " = 'hai'");
            CaptureService.awaitTrue(() -> failures.get() > 2, "the third try");
            service.awaitCaughtUp(system());
        }
        assertSameAsSource();
        assertThat(ledger.states())
                .anyMatch(state -> state.startsWith(system().code() + " FAILED: ") && state.contains("IllegalState"));
        assertThat(life()).isEqualTo(1);
    }

    @Test
    @DisplayName("the hub may go away and come back")
    void hubAway() throws Exception {
        load(5);
        CaptureSink sink = changes -> {
            try (Connection connection = hub.dataSource().getConnection()) {
                mirror.take(changes);
            }
        };
        try (CaptureService service = start(sink)) {
            service.awaitCaughtUp(system());
            hubServer.kill();
            load2(100, 300);
            Thread.sleep(2_000);
            hubServer.start();
            load2(400, 20);
            CaptureService.awaitTrue(() -> mirror.rows(system(), table()).size() == 325, "all rows");
            service.awaitCaughtUp(system());
        }
        assertSameAsSource();
        assertThat(life()).isEqualTo(1);
    }

    private void load2(int from, int rows) throws SQLException {
        for (int id = from; id < from + rows; id++) {
            sql(insert(id, "người " + id));
        }
    }

    @Test
    @DisplayName("the legacy database may be killed and come back")
    void sourceKilled() throws Exception {
        load(5);
        try (CaptureService service = start()) {
            service.awaitCaughtUp(system());
            sql(insert(6, "trước"));
            source().kill();
            CaptureService.awaitTrue(
                    () -> service.status(system()).state() != CaptureStatus.State.STREAMING, "its being noticed");
            source().start();
            sql(insert(7, "sau"));
            CaptureService.awaitTrue(() -> mirror.rows(system(), table()).containsKey("7"), "the row after");
            service.awaitCaughtUp(system());
        }
        assertSameAsSource();
        assertThat(life()).isEqualTo(1);
    }

    @Test
    @DisplayName("of two instances one captures, from its first snapshot on; the other waits and takes over")
    void twoInstances() throws Exception {
        load(ROWS);
        AtomicInteger ofFirst = new AtomicInteger();
        AtomicInteger ofSecond = new AtomicInteger();
        try (CaptureService first = start(changes -> {
            ofFirst.incrementAndGet();
            Thread.sleep(200);
            mirror.take(changes);
        })) {
            CaptureService.awaitTrue(() -> ofFirst.get() > 0, "the first snapshot");
            try (CaptureService second = start(changes -> {
                ofSecond.incrementAndGet();
                mirror.take(changes);
            })) {
                awaitState(second, CaptureStatus.State.WAITING);
                assertThat(second.status(system()).reason()).contains("another instance");
                first.awaitCaughtUp(system());
                sql(insert(ROWS + 1, "một"));
                first.awaitCaughtUp(system());
                assertThat(ofSecond.get()).as("batches that came twice").isZero();
                assertThat(ledger.states()).noneMatch(state -> state.contains("FAILED"));

                first.close();
                sql(insert(ROWS + 2, "hai"));
                second.awaitCaughtUp(system());
                assertThat(ofSecond.get()).isPositive();
            }
        }
        assertSameAsSource();
        assertThat(life()).isEqualTo(1);
    }

    @Test
    @DisplayName("an instance whose session in the hub is cut stops; one of the two goes on, and nothing is lost")
    void lostLease() throws Exception {
        load(20);
        try (CaptureService first = start()) {
            first.awaitCaughtUp(system());
            try (CaptureService second = start()) {
                awaitState(second, CaptureStatus.State.WAITING);
                hubServer.run(
                        "hub",
                        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted");
                CaptureService.awaitTrue(
                        () -> first.status(system()).state() != CaptureStatus.State.STREAMING, "its stopping");
                sql(insert(21, "sau"));
                CaptureService.awaitTrue(
                        () -> stateOf(first) == CaptureStatus.State.WAITING
                                        && stateOf(second) == CaptureStatus.State.STREAMING
                                || stateOf(first) == CaptureStatus.State.STREAMING
                                        && stateOf(second) == CaptureStatus.State.WAITING,
                        "one of them");
                (stateOf(first) == CaptureStatus.State.STREAMING ? first : second).awaitCaughtUp(system());
            }
        }
        assertSameAsSource();
        assertThat(life()).isEqualTo(1);
    }

    private CaptureStatus.State stateOf(CaptureService service) {
        return service.status(system()).state();
    }

    private void awaitState(CaptureService service, CaptureStatus.State state) throws InterruptedException {
        CaptureService.awaitTrue(() -> stateOf(service) == state, state.name());
    }

    @Test
    @DisplayName("a killed instance gives way")
    void killedInstance() throws Exception {
        load(20);
        Process other = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeaseHolder.class.getName(),
                        hub.address().jdbcUrl(),
                        system().code())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("holds");
            try (CaptureService service = start()) {
                awaitState(service, CaptureStatus.State.WAITING);
                assertThat(mirror.all()).isEmpty();
                other.destroyForcibly().waitFor();
                service.awaitCaughtUp(system());
            }
        } finally {
            other.destroyForcibly();
        }
        assertSameAsSource();
    }

    @Test
    @DisplayName("when the log was lost, all rows are read anew and what vanished meanwhile is gone")
    void lostLog() throws Exception {
        load(50);
        try (CaptureService service = start()) {
            service.awaitCaughtUp(system());
        }
        sql("DELETE FROM " + table() + " WHERE " + idColumn() + " <= 10", insert(51, "mới"));
        loseLog();
        try (CaptureService service = start()) {
            service.awaitCaughtUp(system());
        }
        assertSameAsSource();
        assertThat(life()).isEqualTo(2);
        assertThat(List.copyOf(mirror.rows(system(), table()).keySet())).doesNotContain("10");
        assertThat(ledger.states())
                .anyMatch(state ->
                        state.startsWith(system().code() + " SNAPSHOT: ") && state.contains("all rows are read anew"));
    }

    @Test
    @DisplayName("a log that was begun anew and has grown past where the former was read is not taken for it")
    void lostLogGrownAgain() throws Exception {
        loseLog();
        load(5);
        try (CaptureService service = start()) {
            service.awaitCaughtUp(system());
            sql("UPDATE " + table() + " SET " + nameColumn() + " = 'một' WHERE " + idColumn() + " = 3");
            service.awaitCaughtUp(system());
        }
        loseLog();
        sql("DELETE FROM " + table() + " WHERE " + idColumn() + " <= 2");
        load2(100, 300);
        try (CaptureService service = start()) {
            service.awaitCaughtUp(system());
        }
        assertSameAsSource();
        assertThat(life()).isEqualTo(2);
    }

    /** Gives up by itself what of the log the service has not read. */
    abstract void outgrowLog() throws SQLException, InterruptedException;

    /** What is said of that. */
    abstract String outgrown();

    @Test
    @DisplayName(
            "when the server gave up what a stopped service had not read, that is said, all rows are read anew, once, and what vanished is gone")
    void outgrownLog() throws Exception {
        load(50);
        try (CaptureService service = start()) {
            service.awaitCaughtUp(system());
        }
        sql("DELETE FROM " + table() + " WHERE " + idColumn() + " <= 10", insert(51, "mới"));
        sql("UPDATE " + table() + " SET " + nameColumn() + " = 'sửa' WHERE " + idColumn() + " = 20");
        outgrowLog();
        int before = mirror.all().size();
        try (CaptureService service = start()) {
            service.awaitCaughtUp(system());
            sql(insert(52, "sau"));
            sql("UPDATE " + table() + " SET " + nameColumn() + " = 'nữa' WHERE " + idColumn() + " = 20");
            service.awaitCaughtUp(system());
        }
        assertSameAsSource();
        assertThat(life()).isEqualTo(2);
        assertThat(ledger.states())
                .anyMatch(state -> state.contains(outgrown()) && state.contains("all rows are read anew"));
        assertThat(mirror.all().subList(before, mirror.all().size()))
                .as("no row told twice by the new snapshot")
                .filteredOn(change -> change instanceof SourceChange.RowWritten written
                        && written.origin() == SourceChange.Origin.SNAPSHOT)
                .filteredOn(change -> change.table().name().equals(table()))
                .hasSize(41)
                .extracting(SourceChange::keyOrNull)
                .doesNotHaveDuplicates();
        try (CaptureService service = start()) {
            service.awaitCaughtUp(system());
        }
        assertThat(life()).as("healed: the next start goes on").isEqualTo(2);
    }
}
