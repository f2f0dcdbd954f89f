package org.unifiedhotline.masterrecords.keys;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code record_key}: the data key of a source record, wrapped by a version of the key-encryption key and the secret
 * of its number in the tree.
 *
 * @param wrapped RFC 3394
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record WrappedKey(long recordId, long number, int version, byte[] wrapped) {
    /** The columns of {@code record_key} that a query joins to read sealed columns; null where a record has no key. */
    public static final String COLUMNS =
            "record_key.record_id AS key_record, record_key.key_number, record_key.version AS key_version, record_key.wrapped";

    private static final byte[] PURPOSE = "record_key".getBytes(StandardCharsets.US_ASCII);

    /** Reads {@link #COLUMNS}; null where the record has no key: it was destroyed. */
    public static @Nullable WrappedKey of(ResultSet row) throws SQLException {
        byte[] wrapped = row.getBytes("wrapped");
        return wrapped == null
                ? null
                : new WrappedKey(
                        row.getLong("key_record"), row.getLong("key_number"), row.getInt("key_version"), wrapped);
    }

    static WrappedKey wrap(Keystore keystore, long recordId, long number, byte[] secret) {
        int version = keystore.newestVersion();
        byte[] wrapping = keystore.wrapping(version, PURPOSE, number, recordId);
        if (wrapping == null) {
            throw new IllegalStateException("the key number " + number + " was destroyed before it was used");
        }
        return new WrappedKey(recordId, number, version, Primitives.wrap(wrapping, secret));
    }

    /**
     * The data key; null if it was destroyed.
     *
     * @throws BrokenSealException if it was altered, or wrapped by another key
     */
    @Nullable
    DataKey unwrap(Keystore keystore) {
        byte[] wrapping = keystore.wrapping(version, PURPOSE, number, recordId);
        if (wrapping == null) {
            return null;
        }
        byte[] secret = Primitives.unwrap(wrapping, wrapped);
        if (secret == null) {
            throw new BrokenSealException("record_key.wrapped of row " + recordId
                    + " cannot be unwrapped: it was altered, moved, or wrapped by another encryption-" + version
                    + ".key");
        }
        return new DataKey(recordId, secret);
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "WrappedKey[" + recordId + "]";
    }
}
