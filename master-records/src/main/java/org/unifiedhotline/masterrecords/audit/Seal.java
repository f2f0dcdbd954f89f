package org.unifiedhotline.masterrecords.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.masterrecords.keys.RecordKeys;

/**
 * Seals what people typed: AES-256-GCM (NIST SP 800-38D) with a data key of its own for every entry, which is wrapped (RFC 3394) by
 * the service's key and by a secret of the key tree outside the database, whose number stands before it. Whoever destroys that secret has
 * forgotten the entry's text in every copy of the hub, and left all else as it was. Entries of before the tree have no number.
 */
final class Seal {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final int WRAPPED_BYTES = KEY_BYTES + 8;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final SealingKeys keys;
    private final RecordKeys tree;
    private final SecureRandom random = new SecureRandom();

    /** Numbers are taken by the connection of {@code tree}. */
    Seal(SealingKeys keys, RecordKeys tree) {
        this.keys = keys;
        this.tree = tree;
    }

    /**
     * Something sealed.
     *
     * @param dataKey wrapped, behind its number
     * @param text nonce and cipher text
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Sealed(byte[] dataKey, byte[] text) {
        @Override
        public String toString() {
            return "Sealed";
        }
    }

    Sealed seal(Map<String, String> details) {
        byte[] dataKey = new byte[KEY_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(dataKey);
        random.nextBytes(nonce);
        SecretKey key = new SecretKeySpec(dataKey, "AES");
        try {
            long number = tree.number();
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            byte[] text = cipher.doFinal(JSON.writeValueAsBytes(details));
            return new Sealed(
                    numbered(number, wrapped(key, bound(keys.newest(), number))),
                    ByteBuffer.allocate(NONCE_BYTES + text.length)
                            .put(nonce)
                            .put(text)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot seal with AES", e);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What was sealed.
     *
     * @throws GeneralSecurityException if it was sealed with another key, altered or forgotten
     */
    Map<String, String> open(byte[] dataKey, byte[] text) throws GeneralSecurityException {
        if (text.length <= NONCE_BYTES) {
            throw new GeneralSecurityException("too short");
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                unwrapped(dataKey, keys.newestFirst()),
                new GCMParameterSpec(TAG_BITS, text, 0, NONCE_BYTES));
        try {
            return JSON.readValue(cipher.doFinal(text, NONCE_BYTES, text.length - NONCE_BYTES), DETAILS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was sealed in an entry; empty if its key was destroyed, or does not open it. */
    Optional<Map<String, String>> open(AuditEntry entry) {
        byte[] dataKey = entry.dataKey();
        byte[] sealed = entry.sealed();
        if (dataKey == null || sealed == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(open(dataKey, sealed));
        } catch (GeneralSecurityException altered) {
            return Optional.empty();
        }
    }

    /** The centres that the account had as its own when it called; none where the entry tells none. */
    Set<Centre> centres(AuditEntry entry) {
        List<String> told = open(entry)
                .map(details -> details.getOrDefault(AuditEvent.CENTRES, ""))
                .map(names -> List.of(names.split(", ")))
                .orElse(List.of());
        return Arrays.stream(Centre.values())
                .filter(centre -> told.contains(centre.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The number of the secret that a data key needs; empty for one of before there were any. */
    static Optional<Long> number(byte[] dataKey) {
        return dataKey.length == Long.BYTES + WRAPPED_BYTES
                ? Optional.of(ByteBuffer.wrap(dataKey).getLong()).filter(number -> number >= 0)
                : Optional.empty();
    }

    /** Whether that secret was destroyed. */
    boolean isForgotten(byte[] dataKey) {
        return number(dataKey)
                .filter(number -> tree.keystore().bound(keys.newest().getEncoded(), number) == null)
                .isPresent();
    }

    /**
     * A data key wrapped by the newest key, its number as before.
     *
     * @return empty if it is already, or was forgotten
     * @throws GeneralSecurityException if no key opens it
     */
    Optional<byte[]> wrappedAnew(byte[] dataKey) throws GeneralSecurityException {
        if (isForgotten(dataKey) || isOfNewest(dataKey)) {
            return Optional.empty();
        }
        Key key = unwrapped(dataKey, keys.newestFirst());
        Optional<Long> number = number(dataKey);
        return Optional.of(
                number.isEmpty()
                        ? wrapped(key, keys.newest())
                        : numbered(number.get(), wrapped(key, bound(keys.newest(), number.get()))));
    }

    private boolean isOfNewest(byte[] dataKey) {
        try {
            unwrapped(dataKey, List.of(keys.newest()));
            return true;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    private static byte[] numbered(long number, byte[] wrapped) {
        return ByteBuffer.allocate(Long.BYTES + WRAPPED_BYTES)
                .putLong(number)
                .put(wrapped)
                .array();
    }

    private static byte[] wrapped(Key key, Key by) throws GeneralSecurityException {
        Cipher wrap = Cipher.getInstance("AESWrap");
        wrap.init(Cipher.WRAP_MODE, by);
        return wrap.wrap(key);
    }

    /** The first of these that wrapped it opens it: RFC 3394 tells another key. */
    private Key unwrapped(byte[] dataKey, List<SecretKey> candidates) throws GeneralSecurityException {
        Optional<Long> number = number(dataKey);
        byte[] wrapped = number.isEmpty() ? dataKey : Arrays.copyOfRange(dataKey, Long.BYTES, dataKey.length);
        GeneralSecurityException refused = new GeneralSecurityException("no key");
        for (SecretKey candidate : candidates) {
            try {
                Cipher unwrap = Cipher.getInstance("AESWrap");
                unwrap.init(Cipher.UNWRAP_MODE, number.isEmpty() ? candidate : bound(candidate, number.get()));
                return unwrap.unwrap(wrapped, "AES", Cipher.SECRET_KEY);
            } catch (GeneralSecurityException another) {
                refused = another;
            }
        }
        throw refused;
    }

    private SecretKey bound(SecretKey wrapping, long number) throws GeneralSecurityException {
        byte[] bound = tree.keystore().bound(wrapping.getEncoded(), number);
        if (bound == null) {
            throw new GeneralSecurityException("forgotten");
        }
        return new SecretKeySpec(bound, "AES");
    }
}
