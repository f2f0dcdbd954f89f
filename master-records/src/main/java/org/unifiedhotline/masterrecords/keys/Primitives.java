package org.unifiedhotline.masterrecords.keys;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The few primitives that everything is made of: HMAC-SHA-256 (FIPS 198-1) to derive, AES-256-GCM (NIST SP 800-38D) with a random
 * nonce to seal, AES key wrap (RFC 3394) to wrap. One instance of each a thread, for to look one up costs more than to use it.
 */
final class Primitives {
    static final int KEY_BYTES = 32;
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private static final ThreadLocal<Mac> MAC =
            ThreadLocal.withInitial(() -> made(() -> Mac.getInstance("HmacSHA256")));
    private static final ThreadLocal<Cipher> GCM =
            ThreadLocal.withInitial(() -> made(() -> Cipher.getInstance("AES/GCM/NoPadding")));
    private static final ThreadLocal<Cipher> WRAP =
            ThreadLocal.withInitial(() -> made(() -> Cipher.getInstance("AESWrap")));
    private static final ThreadLocal<SecureRandom> RANDOM = ThreadLocal.withInitial(SecureRandom::new);

    private Primitives() {}

    private interface Making<T> {
        T make() throws GeneralSecurityException;
    }

    private static <T> T made(Making<T> making) {
        try {
            return making.make();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES and SHA-256", e);
        }
    }

    static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.get().nextBytes(random);
        return random;
    }

    /** HMAC-SHA-256 of the parts, one after the other: their lengths are fixed by whoever asks. */
    static byte[] hmac(byte[] key, byte[]... parts) {
        return made(() -> {
            Mac mac = MAC.get();
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        });
    }

    /** Nonce, cipher text and tag. */
    static byte[] seal(Key key, byte[] associated, byte[] text) {
        return made(() -> {
            byte[] sealed = new byte[NONCE_BYTES + text.length + TAG_BYTES];
            byte[] nonce = random(NONCE_BYTES);
            System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
            Cipher cipher = GCM.get();
            cipher.init(Cipher.ENCRYPT_MODE, key, parameters(nonce, 0));
            cipher.updateAAD(associated);
            cipher.doFinal(text, 0, text.length, sealed, NONCE_BYTES);
            return sealed;
        });
    }

    /** What was sealed; null if it was altered, or sealed by another key or for another place. */
    static byte @Nullable [] open(Key key, byte[] associated, byte[] sealed, int from) {
        if (sealed.length - from < NONCE_BYTES + TAG_BYTES) {
            return null;
        }
        try {
            Cipher cipher = GCM.get();
            cipher.init(Cipher.DECRYPT_MODE, key, parameters(sealed, from));
            cipher.updateAAD(associated);
            return cipher.doFinal(sealed, from + NONCE_BYTES, sealed.length - from - NONCE_BYTES);
        } catch (GeneralSecurityException _) {
            return null;
        }
    }

    static byte[] wrap(byte[] wrapping, byte[] key) {
        return made(() -> {
            Cipher cipher = WRAP.get();
            cipher.init(Cipher.WRAP_MODE, new SecretKeySpec(wrapping, "AES"));
            return cipher.wrap(new SecretKeySpec(key, "AES"));
        });
    }

    /** The key that was wrapped; null if it was by another, or altered. */
    static byte @Nullable [] unwrap(byte[] wrapping, byte[] wrapped) {
        try {
            Cipher cipher = WRAP.get();
            cipher.init(Cipher.UNWRAP_MODE, new SecretKeySpec(wrapping, "AES"));
            return cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded();
        } catch (GeneralSecurityException _) {
            return null;
        }
    }

    private static AlgorithmParameterSpec parameters(byte[] nonce, int from) {
        return new GCMParameterSpec(TAG_BYTES * 8, nonce, from, NONCE_BYTES);
    }
}
