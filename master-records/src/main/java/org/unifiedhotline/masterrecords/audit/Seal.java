package org.unifiedhotline.masterrecords.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what people typed: AES-256-GCM (NIST SP 800-38D) with a data key of its own for every entry, which is wrapped (RFC 3394) by
 * the service's key. Whoever destroys a data key has forgotten that entry's text, and left all else as it was.
 */
final class Seal {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final SecretKey wrapping;
    private final SecureRandom random = new SecureRandom();

    Seal(SecretKey wrapping) {
        this.wrapping = wrapping;
    }

    /**
     * Something sealed.
     *
     * @param dataKey wrapped
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
            Cipher wrap = Cipher.getInstance("AESWrap");
            wrap.init(Cipher.WRAP_MODE, wrapping);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            byte[] text = cipher.doFinal(JSON.writeValueAsBytes(details));
            return new Sealed(
                    wrap.wrap(key),
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
     * @throws GeneralSecurityException if it was sealed with another key, or altered
     */
    Map<String, String> open(byte[] dataKey, byte[] text) throws GeneralSecurityException {
        if (text.length <= NONCE_BYTES) {
            throw new GeneralSecurityException("too short");
        }
        Cipher unwrap = Cipher.getInstance("AESWrap");
        unwrap.init(Cipher.UNWRAP_MODE, wrapping);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                unwrap.unwrap(dataKey, "AES", Cipher.SECRET_KEY),
                new GCMParameterSpec(TAG_BITS, text, 0, NONCE_BYTES));
        try {
            return JSON.readValue(cipher.doFinal(text, NONCE_BYTES, text.length - NONCE_BYTES), DETAILS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
