package org.unifiedhotline.integrationroutes.capture;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * The end of MariaDB's binary log. Debezium's offsets stay behind it (after a DDL statement or a restart of the server for
 * as long as nothing is committed), so this asks Debezium's log reader, ten times a second, how far it has read. What it had
 * read has been taken in as soon as the route is through with a heartbeat that was made later, for records keep their order.
 */
final class BinlogTail implements LogTail {
    private record Sample(long millis, LogPosition read) {}

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST_START = Duration.ofSeconds(90);

    private final MariaDbSource source;
    private final MBeanServer metrics = ManagementFactory.getPlatformMBeanServer();
    private final ObjectName reader;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private @Nullable Connection connection;

    BinlogTail(MariaDbSource source) {
        this.source = source;
        try {
            this.reader = new ObjectName("debezium.mariadb:type=connector-metrics,context=streaming,server="
                    + source.system().code());
        } catch (JMException e) {
            throw new IllegalStateException("the name of a source system is a name in JMX", e);
        }
    }

    @Override
    public synchronized void tick() {
        LogPosition read = readSoFar();
        Sample last = samples.peekLast();
        if (read != null && (last == null || !last.read().equals(read)) && samples.size() < 1_000) {
            samples.addLast(new Sample(System.currentTimeMillis(), read));
        }
    }

    private @Nullable LogPosition readSoFar() {
        try {
            String file = (String) metrics.getAttribute(reader, "BinlogFilename");
            long position = (Long) metrics.getAttribute(reader, "BinlogPosition");
            String same = (String) metrics.getAttribute(reader, "BinlogFilename");
            return file == null || file.isEmpty() || !file.equals(same)
                    ? null
                    : new LogPosition(MariaDbSource.fileNumber(file), position);
        } catch (JMException e) {
            return null; // the reader has not started yet
        }
    }

    @Override
    public synchronized @Nullable LogPosition passedBy(SourceRecord record) {
        if (!(record.value() instanceof Struct value) || value.schema().field("op") != null) {
            return null;
        }
        if (value.schema().field("ts_ms") == null) {
            return null;
        }
        long beat = value.getInt64("ts_ms");
        LogPosition passed = null;
        for (Sample sample = samples.peekFirst();
                sample != null && sample.millis() < beat;
                sample = samples.peekFirst()) {
            passed = samples.removeFirst().read();
        }
        return passed;
    }

    /** Heartbeats come five times a second; starting may take longer. */
    @Override
    public boolean isDead(boolean heardBefore, long silentNanos) {
        return silentNanos > (heardBefore ? LONGEST_SILENCE : LONGEST_START).toNanos();
    }

    @Override
    public synchronized LogPosition head() throws SQLException {
        try (Statement statement = connection().createStatement();
                ResultSet row = statement.executeQuery("SHOW MASTER STATUS")) {
            if (!row.next()) {
                throw new CaptureException("the switchboard's server writes no binary log");
            }
            return new LogPosition(MariaDbSource.fileNumber(row.getString(1)), row.getLong(2));
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = source.connect();
            connection = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        Connections.closeQuietly(connection);
        connection = null;
    }
}
