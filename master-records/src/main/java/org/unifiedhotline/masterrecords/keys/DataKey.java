package org.unifiedhotline.masterrecords.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/** The key by which the personal text of one source record, or of several together, is sealed and opened. */
public final class DataKey {
    private static final byte[] TOGETHER = "records together".getBytes(StandardCharsets.US_ASCII);

    private final long recordId;
    private final byte[] secret;
    private final SecretKeySpec key;

    DataKey(long recordId, byte[] secret) {
        this.recordId = recordId;
        this.secret = secret;
        this.key = new SecretKeySpec(secret, "AES");
    }

    /** The key of what is said of several records at once: where one of their keys is destroyed, it cannot be made. */
    static DataKey together(Collection<DataKey> keys) {
        List<DataKey> sorted = keys.stream()
                .sorted(Comparator.comparingLong(DataKey::recordId))
                .toList();
        ByteBuffer all = ByteBuffer.allocate(sorted.size() * (Long.BYTES + Primitives.KEY_BYTES));
        sorted.forEach(one -> all.putLong(one.recordId).put(one.secret));
        return new DataKey(0, Primitives.hmac(sorted.getFirst().secret, TOGETHER, all.array()));
    }

    /** Seals a text for a place. */
    public byte[] seal(Place place, String text) {
        return Primitives.seal(key, place.bytes(), text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What was sealed for a place.
     *
     * @throws BrokenSealException if it was sealed for another place or by another key, or altered
     */
    public String open(Place place, byte[] sealed) {
        return open(place, sealed, 0);
    }

    String open(Place place, byte[] sealed, int from) {
        byte[] text = Primitives.open(key, place.bytes(), sealed, from);
        if (text == null) {
            throw new BrokenSealException(place + " cannot be opened: it was altered, moved, or sealed by another key");
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    long recordId() {
        return recordId;
    }

    byte[] secret() {
        return secret;
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "DataKey";
    }
}
