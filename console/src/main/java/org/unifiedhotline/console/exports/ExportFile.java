package org.unifiedhotline.console.exports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;

/**
 * A file on the disk that is read while this process lives, and by nobody afterwards: encrypted (AES-256 in counter mode) by a key that
 * stands nowhere but in memory.
 */
final class ExportFile extends AbstractResource {
    private static final int BLOCK = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SecretKey KEY = key();

    private final Path path;

    ExportFile(Path path) {
        this.path = path;
    }

    /** Writes it anew. */
    OutputStream write() throws IOException {
        byte[] start = new byte[BLOCK];
        RANDOM.nextBytes(start);
        Cipher cipher = cipher(Cipher.ENCRYPT_MODE, start);
        OutputStream to = Files.newOutputStream(path);
        to.write(start);
        return new CipherOutputStream(to, cipher);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        InputStream from = Files.newInputStream(path);
        return new CipherInputStream(from, cipher(Cipher.DECRYPT_MODE, from.readNBytes(BLOCK)));
    }

    @Override
    public long contentLength() throws IOException {
        return Files.size(path) - BLOCK;
    }

    @Override
    public String getDescription() {
        return "file of an export";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ExportFile file && file.path.equals(path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    private static Cipher cipher(int mode, byte[] start) throws IOException {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, KEY, new IvParameterSpec(start));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IOException("a file of an export cannot be encrypted", e);
        }
    }

    private static SecretKey key() {
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(256);
            return generator.generateKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }
}
