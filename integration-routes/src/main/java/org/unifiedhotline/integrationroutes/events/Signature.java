package org.unifiedhotline.integrationroutes.events;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs messages as the Standard Webhooks convention (standardwebhooks.com, version 1) says: HMAC-SHA256 over
 * {@code id.timestamp.body}, in base 64 after {@code v1,}; several signatures, parted by spaces, while a secret is replaced.
 */
public final class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final List<SecretKey> keys;

    private Signature(List<SecretKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Signs with each of these secrets.
     *
     * @param secrets 24 to 64 bytes in base 64, {@code whsec_} before it or not
     * @throws IllegalArgumentException if one is none; the message does not quote it
     */
    public static Signature with(List<String> secrets) {
        return new Signature(secrets.stream().map(Signature::key).toList());
    }

    private static SecretKey key(String secret) {
        String encoded = secret.strip();
        byte[] bytes;
        try {
            bytes = Base64.getDecoder()
                    .decode(encoded.startsWith(PREFIX) ? encoded.substring(PREFIX.length()) : encoded);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is not base 64", e);
        }
        if (bytes.length < SHORTEST || bytes.length > LONGEST) {
            throw new IllegalArgumentException("is not " + SHORTEST + " to " + LONGEST + " bytes long");
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    /** The value of {@code webhook-signature}. */
    public String of(String id, Instant timestamp, byte[] body) {
        byte[] head = (id + "." + timestamp.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
        return keys.stream().map(key -> "v1," + code(key, head, body)).collect(Collectors.joining(" "));
    }

    private static String code(SecretKey key, byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(head);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
