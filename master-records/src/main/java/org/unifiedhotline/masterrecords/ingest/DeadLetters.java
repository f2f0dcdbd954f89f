package org.unifiedhotline.masterrecords.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.WrappedKey;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows.Unopened;

/** The rows that could not be processed, and another try. */
public final class DeadLetters {
    private static final String LETTERS =
            "SELECT dead_letter.*, " + WrappedKey.COLUMNS + " FROM dead_letter LEFT JOIN record_key USING (record_id)";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final int BROKEN_IN_A_ROW = 3;

    private final HubDatabase hub;
    private final Ingest ingest;

    public DeadLetters(HubDatabase hub, Ingest ingest) {
        this.hub = hub;
        this.ingest = ingest;
    }

    /** Dead letters in this state, the latest first, after skipping {@code offset}. */
    public List<DeadLetter> list(DeadLetter.State state, int offset, int limit) {
        return hub.sql()
                .sql(LETTERS + " WHERE state = ? ORDER BY dead_letter_id DESC OFFSET ? LIMIT ?")
                .params(state.name(), offset, limit)
                .query((row, number) -> read(row))
                .list();
    }

    public long count(DeadLetter.State state) {
        return hub.sql()
                .sql("SELECT count(*) FROM dead_letter WHERE state = ?")
                .param(state.name())
                .query(Long.class)
                .single();
    }

    public Optional<DeadLetter> find(long id) {
        return hub.sql()
                .sql(LETTERS + " WHERE dead_letter_id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    /**
     * Tries again with the row as it stands now.
     *
     * @return the letter after the try, settled or open with its count of tries grown; empty if there is no such letter
     */
    public Optional<DeadLetter> replay(long id) {
        find(id).filter(letter -> letter.state() == DeadLetter.State.OPEN)
                .map(DeadLetter::key)
                .ifPresent(this::again);
        return find(id);
    }

    /**
     * Tries several again, each for itself; one whose try breaks down stays as it is.
     *
     * @return the letters after the tries, of those that there are
     */
    public List<DeadLetter> replay(Collection<Long> ids) {
        List<DeadLetter> letters = new ArrayList<>();
        int broken = 0;
        for (long id : ids) {
            try {
                replay(id).ifPresent(letters::add);
                broken = 0;
            } catch (RuntimeException e) {
                find(id).map(DeadLetter::key).ifPresent(key -> LOG.warn("{} cannot be tried again just now", key));
                if (++broken >= BROKEN_IN_A_ROW) {
                    throw e;
                }
                find(id).ifPresent(letters::add);
            }
        }
        return letters;
    }

    /** The open letters with a greater id than this, the smallest ids first: to try all again, portion by portion. */
    public List<Long> openAfter(long id, int limit) {
        return hub.sql()
                .sql("SELECT dead_letter_id FROM dead_letter WHERE state = 'OPEN' AND dead_letter_id > ?"
                        + " ORDER BY dead_letter_id LIMIT ?")
                .params(id, limit)
                .query(Long.class)
                .list();
    }

    /**
     * Tries those again whose time has come: first after a minute, then after twice as long each time, at most a day.
     *
     * @return how many were settled
     */
    public int retryDue() {
        List<SourceRecordKey> due =
                hub.sql().sql("""
                        SELECT source_system, source_table, local_id FROM dead_letter
                         WHERE state = 'OPEN' AND next_try_at <= clock_timestamp()
                         ORDER BY next_try_at LIMIT 500
                        """).query((row, number) -> Columns.key(row)).list();
        int settled = 0;
        int broken = 0;
        for (SourceRecordKey key : due) {
            try {
                settled += again(key) ? 1 : 0;
                broken = 0;
            } catch (RuntimeException e) {
                brokeDown(key, e, ++broken);
            }
        }
        return settled;
    }

    private boolean again(SourceRecordKey key) {
        return ingest.mapAgain(key);
    }

    /**
     * A try that broke down, for another reason than what the row holds, is made again after the others: one letter never stands
     * in the way of the rest.
     *
     * @param inARow how many tries have broken down one after another: after a few it is not the letters that something is wrong with
     */
    private void brokeDown(SourceRecordKey key, RuntimeException failure, int inARow) {
        LOG.warn(
                "{} cannot be tried again just now: {}", key, failure.getClass().getSimpleName());
        hub.sql()
                .sql("UPDATE dead_letter SET next_try_at = clock_timestamp() + interval '5 minutes'"
                        + " WHERE state = 'OPEN' AND source_system = ? AND source_table = ? AND local_id = ?")
                .params(key.system().code(), key.table().name(), key.localId())
                .update();
        if (inARow >= BROKEN_IN_A_ROW) {
            throw failure;
        }
    }

    private DeadLetter read(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getLong("dead_letter_id"),
                Columns.key(row),
                DeadLetter.State.valueOf(row.getString("state")),
                row.getString("reason"),
                new Unopened(WrappedKey.of(row), SealedRows.deadLetter(row.getLong("record_id")), row.getBytes("raw"))
                        .open(hub.keys()),
                Columns.instant(row, "first_at"),
                Columns.instant(row, "last_at"),
                row.getInt("tries"),
                Columns.instantOrNull(row, "settled_at"));
    }
}
