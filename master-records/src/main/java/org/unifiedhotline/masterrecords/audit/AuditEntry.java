package org.unifiedhotline.masterrecords.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the trail as it stands in the hub.
 *
 * @param sequence its number: 1, 2, 3 … without a gap
 * @param instance the run of the service that wrote it
 * @param dataKey the key of what is sealed, itself wrapped; null if it was destroyed
 * @param sealed what only the holder of the service's key can read
 * @param mac the keyed hash of this row and of the one before
 */
@SuppressWarnings("ArrayRecordComponent") // read from a row, written to a row, compared by nobody
record AuditEntry(
        long sequence,
        Instant at,
        UUID instance,
        @Nullable String account,
        List<String> roles,
        @Nullable String address,
        String kind,
        String call,
        int status,
        boolean refused,
        List<UUID> masters,
        byte @Nullable [] dataKey,
        byte @Nullable [] sealed,
        byte[] mac) {

    AuditEntry withMac(byte[] computed) {
        return new AuditEntry(
                sequence, at, instance, account, roles, address, kind, call, status, refused, masters, dataKey, sealed,
                computed);
    }

    Head head() {
        return new Head(sequence, mac);
    }

    /** Names nothing that was typed: safe in a log. */
    @Override
    public String toString() {
        return "AuditEntry[" + sequence + ", " + kind + "]";
    }
}
