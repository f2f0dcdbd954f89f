package org.unifiedhotline.integrationroutes.capture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * The end of PostgreSQL's write-ahead log. When the log has moved, for whatever reason, a message is written into it (into
 * the log only, no table; see {@code pg_logical_emit_message}). It comes back through the slot after everything that was
 * committed before it. While nothing moves, nothing is written. Messages come since PostgreSQL 14.
 */
final class WalTail implements LogTail {
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
    private static final int TICKS_BETWEEN_LOOKS = 5;

    /** A message that was written: its number and where it ends in the log. */
    private record Sent(long number, LogPosition end, long nanos) {}

    private final PostgresSource source;
    private final String run = UUID.randomUUID().toString();
    private final Deque<Sent> sent = new ArrayDeque<>();
    private long numbers;
    private int ticks;
    private LogPosition lastEnd = LogPosition.START;
    private @Nullable Connection connection;

    WalTail(PostgresSource source) {
        this.source = source;
    }

    @Override
    public synchronized void tick() throws SQLException {
        if (++ticks % TICKS_BETWEEN_LOOKS == 0) {
            head();
        }
    }

    @Override
    public synchronized LogPosition head() throws SQLException {
        try {
            LogPosition end = end();
            if (!end.equals(lastEnd) && sent.size() < 1_000) {
                lastEnd = send();
                return lastEnd;
            }
            return end;
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    @Override
    public synchronized LogPosition look() throws SQLException {
        try {
            return end();
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    private LogPosition end() throws SQLException {
        try (Statement statement = connection().createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint")) {
            row.next();
            return new LogPosition(0, row.getLong(1));
        }
    }

    private LogPosition send() throws SQLException {
        try (PreparedStatement statement = connection()
                .prepareStatement("SELECT pg_wal_lsn_diff(pg_logical_emit_message(false, ?, ?), '0/0')::bigint")) {
            statement.setString(1, PostgresSource.MESSAGE_PREFIX);
            statement.setString(2, run + ":" + ++numbers);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                LogPosition end = new LogPosition(0, row.getLong(1));
                sent.addLast(new Sent(numbers, end, System.nanoTime()));
                return end;
            }
        }
    }

    @Override
    public synchronized @Nullable LogPosition passedBy(SourceRecord record) {
        if (!(record.value() instanceof Struct value)
                || value.schema().field("op") == null
                || !"m".equals(value.getString("op"))) {
            return null;
        }
        String content = text(value.getStruct("message").get("content"));
        if (!content.startsWith(run)) {
            return null; // of an earlier run, or of another service
        }
        long number = Long.parseLong(content.substring(run.length() + 1));
        LogPosition passed = null;
        while (!sent.isEmpty() && sent.getFirst().number() <= number) {
            passed = sent.removeFirst().end();
        }
        return passed;
    }

    /** A log in which nothing happens is silent; one that does not give a message back is dead. */
    @Override
    public synchronized boolean isDead(boolean heardBefore, long silentNanos) {
        Sent oldest = sent.peekFirst();
        return oldest != null
                && silentNanos > LONGEST_SILENCE.toNanos()
                && System.nanoTime() - oldest.nanos() > LONGEST_SILENCE.toNanos();
    }

    private static String text(Object content) {
        byte[] bytes = switch (content) {
            case byte[] array -> array;
            case ByteBuffer buffer -> {
                byte[] copy = new byte[buffer.remaining()];
                buffer.duplicate().get(copy);
                yield copy;
            }
            default -> content.toString().getBytes(StandardCharsets.UTF_8);
        };
        return new String(bytes, StandardCharsets.UTF_8);
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
