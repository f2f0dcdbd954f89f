package org.unifiedhotline.masterrecords.sourcerecords;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.BrokenSealException;
import org.unifiedhotline.masterrecords.keys.DataKey;
import org.unifiedhotline.masterrecords.keys.Place;
import org.unifiedhotline.masterrecords.keys.RecordKeys;
import org.unifiedhotline.masterrecords.keys.WrappedKey;

/**
 * Where the rows of source records are sealed, each by its record's data key, and how they are read: a query joins
 * {@code record_key} and asks for {@link WrappedKey#COLUMNS} besides the sealed column.
 */
public final class SealedRows {
    private static final Logger LOG = LoggerFactory.getLogger(SealedRows.class);

    private SealedRows() {}

    /** The row as captured, in {@code source_record}. */
    public static Place raw(long recordId) {
        return Place.of("source_record.raw", recordId);
    }

    /** What was understood of it. */
    public static Place canonical(long recordId) {
        return Place.of("source_record.canonical", recordId);
    }

    /** The row as it was after a change, in {@code source_change}. */
    public static Place changed(long recordId, SourcePosition position) {
        return Place.of(
                "source_change.raw", recordId, position.life(), position.log(), position.offset(), position.row());
    }

    /** The row that a dead letter shows. */
    public static Place deadLetter(long recordId) {
        return Place.of("dead_letter.raw", recordId);
    }

    /**
     * Something sealed that was read and is not opened yet, so that this can be done elsewhere, many at once.
     *
     * @param key null if it was destroyed
     * @param sealed null if nothing stood there
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Unopened(@Nullable WrappedKey key, Place place, byte @Nullable [] sealed) {
        /**
         * The text; null if there was none, or its key was destroyed.
         *
         * @throws org.unifiedhotline.masterrecords.keys.BrokenSealException if it was altered or moved
         */
        public @Nullable String open(RecordKeys keys) {
            if (sealed == null) {
                return null;
            }
            DataKey opening = keys.unwrap(key);
            return opening == null ? null : opening.open(place, sealed);
        }

        /** Tells its place. */
        @Override
        public String toString() {
            return "Unopened[" + place + "]";
        }
    }

    /** The canonical record in the column {@code canonical}, of the record whose key was joined. */
    public static Unopened canonical(ResultSet row) throws SQLException {
        WrappedKey key = WrappedKey.of(row);
        return new Unopened(key, canonical(key == null ? 0 : key.recordId()), row.getBytes("canonical"));
    }

    /** The same, opened. */
    public static @Nullable String canonical(HubDatabase hub, ResultSet row) throws SQLException {
        return canonical(row).open(hub.keys());
    }

    /**
     * The same, opened, for what shows or counts: where it was altered or moved that is told in the log, by its place, and it counts
     * as not understood, so that it holds up nothing else. Reconciliation finds and mends it.
     */
    public static @Nullable String canonicalOrLost(HubDatabase hub, ResultSet row) throws SQLException {
        return orLost(canonical(row), hub);
    }

    /** What was read, opened; null, and told in the log, where it was altered or moved. */
    public static @Nullable String orLost(Unopened unopened, HubDatabase hub) {
        try {
            return unopened.open(hub.keys());
        } catch (BrokenSealException broken) {
            LOG.error("{}", broken.getMessage());
            return null;
        }
    }

    /** The row in the column {@code raw} of {@code source_record}, of the record whose key was joined. */
    public static @Nullable String raw(HubDatabase hub, ResultSet row) throws SQLException {
        WrappedKey key = WrappedKey.of(row);
        return new Unopened(key, raw(key == null ? 0 : key.recordId()), row.getBytes("raw")).open(hub.keys());
    }

    /** The row in the column {@code raw} of {@code source_change}, at the position that was read with it. */
    public static @Nullable String changed(HubDatabase hub, ResultSet row) throws SQLException {
        WrappedKey key = WrappedKey.of(row);
        return new Unopened(key, changed(key == null ? 0 : key.recordId(), Columns.position(row)), row.getBytes("raw"))
                .open(hub.keys());
    }
}
