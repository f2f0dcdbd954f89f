package org.unifiedhotline.masterrecords.sourcerecords;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.unifiedhotline.mappings.source.SourceRecordKey;

/**
 * The number a source record is known by in the hub: the first 64 bits of the SHA-256 of its key.
 *
 * <p>Made from the key alone, so that a row that names another can be stored before the other was captured. Among ten
 * million records two would share a number with a chance of three in a million; {@code Ingest} refuses the second.
 */
public final class SourceRecordId {
    private SourceRecordId() {}

    public static long of(SourceRecordKey key) {
        return hash(key.toString());
    }

    /** The first 64 bits of the SHA-256 of a text in UTF-8. */
    public static long hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
