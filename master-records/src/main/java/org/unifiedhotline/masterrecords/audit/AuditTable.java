package org.unifiedhotline.masterrecords.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** The table {@code audit.entry}: the only place that writes and reads it. Made by {@code config/hub/audit.sql}. */
final class AuditTable {
    /** Held by whoever appends, so that the entries of several instances are one chain. */
    private static final long APPENDING = 0x6175646974L;

    private final HubDatabase hub;

    AuditTable(HubDatabase hub) {
        this.hub = hub;
    }

    /** Lets nobody else append until this transaction ends, and waits for its commit to be on the disk. */
    void begin() {
        hub.sql().sql("SET LOCAL synchronous_commit = on").update();
        hub.sql().sql("SELECT pg_advisory_xact_lock(?)").param(APPENDING).query(row -> {});
    }

    /** The last entry's number and hash. */
    Head head() {
        return hub.sql()
                .sql("SELECT sequence, mac FROM audit.entry ORDER BY sequence DESC LIMIT 1")
                .query((row, number) -> new Head(row.getLong("sequence"), row.getBytes("mac")))
                .optional()
                .orElse(Head.NONE);
    }

    /** The last entry and the hash before it. */
    Optional<AuditEntry> entry(long sequence) {
        return hub.sql()
                .sql("SELECT * FROM audit.entry WHERE sequence = ?")
                .param(sequence)
                .query((row, number) -> read(row))
                .optional();
    }

    /** The last entry of a kind about a call. */
    Optional<AuditEntry> last(AuditKind kind, String call) {
        return hub.sql()
                .sql("SELECT * FROM audit.entry WHERE kind = ? AND call = ? ORDER BY sequence DESC LIMIT 1")
                .params(kind.name(), call)
                .query((row, number) -> read(row))
                .optional();
    }

    void append(List<AuditEntry> entries) {
        hub.template().batchUpdate("""
                        INSERT INTO audit.entry (sequence, at, instance, account, roles, address, kind, call, status, refused,
                                                 masters, data_key, sealed, mac)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """, entries, entries.size(), AuditTable::write);
    }

    /**
     * Every entry from one number to another, in their order, a few thousand in memory at a time; within a transaction.
     */
    void every(long from, long to, Consumer<AuditEntry> use) {
        hub.everyRow(
                "SELECT * FROM audit.entry WHERE sequence BETWEEN " + from + " AND " + to + " ORDER BY sequence",
                row -> use.accept(read(row)));
    }

    /**
     * The entries that a question is about as far as they are not sealed, in its order, a few thousand in memory at a time, until
     * {@code use} says that it has enough; within a transaction.
     */
    void matching(AuditQuestion question, Predicate<AuditEntry> use) {
        JdbcTemplate template = hub.template();
        ResultSetExtractor<Void> untilEnough = rows -> {
            boolean enough = false;
            while (!enough && rows.next()) {
                enough = use.test(read(rows));
            }
            return null;
        };
        template.query(
                connection -> {
                    PreparedStatement statement =
                            connection.prepareStatement("""
                            SELECT * FROM audit.entry
                             WHERE (?::timestamptz IS NULL OR at >= ?)
                               AND (?::timestamptz IS NULL OR at < ?)
                               AND (?::text IS NULL OR account = ?)
                               AND (?::text[] IS NULL OR kind = ANY (?))
                               AND (?::uuid IS NULL OR masters @> ARRAY[?::uuid])
                               AND (NOT ? OR refused)
                               AND (?::text IS NULL OR address = ?)
                               AND (?::text IS NULL OR strpos(lower(call), lower(?)) > 0)
                               AND (?::text IS NULL OR call <> ? OR refused)
                               AND (?::bigint IS NULL OR sequence > ?)
                               AND (?::bigint IS NULL OR sequence < ?)
                             ORDER BY sequence %s
                             LIMIT ?
                            """.formatted(question.newestFirst() ? "DESC" : "ASC"));
                    new Binder(connection, statement).bind(question);
                    statement.setFetchSize(2_000);
                    return statement;
                },
                untilEnough);
    }

    /** The last entry of every account: from one account to the next by the index, whatever number of entries each has. */
    List<AuditEntry> lastOfAccounts() {
        return hub.sql()
                .sql("""
                        WITH RECURSIVE named AS (
                          SELECT min(account) AS account FROM audit.entry
                          UNION ALL
                          SELECT (SELECT min(account) FROM audit.entry WHERE account > named.account)
                            FROM named WHERE named.account IS NOT NULL)
                        SELECT last.*
                          FROM named CROSS JOIN LATERAL (
                            SELECT * FROM audit.entry
                             WHERE account = named.account AND kind <> 'ALERT' ORDER BY at DESC LIMIT 1) AS last
                         WHERE NOT starts_with(named.account, :receiver)
                        """)
                .param("receiver", OwnTelling.RECEIVER)
                .query((row, number) -> read(row))
                .list();
    }

    /** Puts a question's parts in their places, each twice. */
    private static final class Binder {
        private final Connection connection;
        private final PreparedStatement statement;
        private int at = 1;

        Binder(Connection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        void bind(AuditQuestion question) throws SQLException {
            twice(Columns.parameterOrNull(question.from()), Types.TIMESTAMP_WITH_TIMEZONE);
            twice(Columns.parameterOrNull(question.to()), Types.TIMESTAMP_WITH_TIMEZONE);
            twice(question.account(), Types.VARCHAR);
            twice(
                    question.kinds().isEmpty()
                            ? null
                            : connection.createArrayOf(
                                    "text",
                                    question.kinds().stream().map(Enum::name).toArray()),
                    Types.ARRAY);
            twice(question.master() == null ? null : question.master().value(), Types.OTHER);
            statement.setBoolean(at++, question.refusedOnly());
            twice(question.address(), Types.VARCHAR);
            twice(question.call(), Types.VARCHAR);
            twice(question.exceptCall(), Types.VARCHAR);
            twice(question.after(), Types.BIGINT);
            twice(question.before(), Types.BIGINT);
            // What is looked for in sealed text is counted once it is opened.
            if (question.typed() == null) {
                statement.setLong(at, question.limit());
            } else {
                statement.setNull(at, Types.BIGINT);
            }
        }

        private void twice(@Nullable Object value, int type) throws SQLException {
            for (int time = 0; time < 2; time++) {
                if (value == null) {
                    statement.setNull(at++, type);
                } else {
                    statement.setObject(at++, value);
                }
            }
        }
    }

    private static void write(PreparedStatement to, AuditEntry entry) throws SQLException {
        Connection connection = to.getConnection();
        to.setLong(1, entry.sequence());
        to.setObject(2, Columns.parameter(entry.at()));
        to.setObject(3, entry.instance());
        to.setString(4, entry.account());
        to.setArray(5, connection.createArrayOf("text", entry.roles().toArray()));
        to.setString(6, entry.address());
        to.setString(7, entry.kind());
        to.setString(8, entry.call());
        to.setInt(9, entry.status());
        to.setBoolean(10, entry.refused());
        to.setArray(11, connection.createArrayOf("uuid", entry.masters().toArray()));
        to.setBytes(12, entry.dataKey());
        to.setBytes(13, entry.sealed());
        to.setBytes(14, entry.mac());
    }

    private static AuditEntry read(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("sequence"),
                Columns.instant(row, "at"),
                row.getObject("instance", UUID.class),
                row.getString("account"),
                Arrays.asList((String[]) row.getArray("roles").getArray()),
                row.getString("address"),
                row.getString("kind"),
                row.getString("call"),
                row.getInt("status"),
                row.getBoolean("refused"),
                Arrays.asList((UUID[]) row.getArray("masters").getArray()),
                row.getBytes("data_key"),
                row.getBytes("sealed"),
                row.getBytes("mac"));
    }
}
