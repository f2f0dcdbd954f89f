package org.unifiedhotline.masterrecords.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * The keyed hash of an entry: HMAC-SHA-256 (RFC 2104, FIPS 180-4) of the hash of the entry before and of every column of the
 * entry but the wrapped data key. Every value is written with its length, so that no two rows have one encoding. The
 * data key is left out because it is wrapped anew when the service's key is renewed, and destroyed when somebody is
 * erased; what it opens is in the hash, and opens with no other key.
 */
final class Chain {
    static final int BYTES = 32;

    private final SecretKey key;

    Chain(SecretKey key) {
        this.key = key;
    }

    /** The keyed hash of an entry behind another. */
    byte[] mac(byte[] before, AuditEntry entry) {
        return hmac(encoded(before, entry));
    }

    /** Whether an entry carries the hash that it should. */
    boolean holds(byte[] before, AuditEntry entry) {
        return MessageDigest.isEqual(mac(before, entry), entry.mac());
    }

    byte[] hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HMAC-SHA-256", e);
        }
    }

    private static byte[] encoded(byte[] before, AuditEntry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, before);
            out.writeLong(entry.sequence());
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()));
            write(out, entry.instance().toString());
            write(out, entry.account());
            out.writeInt(entry.roles().size());
            for (String role : entry.roles()) {
                write(out, role);
            }
            write(out, entry.address());
            write(out, entry.kind());
            write(out, entry.call());
            out.writeInt(entry.status());
            out.writeBoolean(entry.refused());
            out.writeInt(entry.masters().size());
            for (var master : entry.masters()) {
                out.writeLong(master.getMostSignificantBits());
                out.writeLong(master.getLeastSignificantBits());
            }
            write(out, entry.sealed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        write(out, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
        if (bytes == null) {
            out.writeInt(-1);
        } else {
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }
}
