package org.unifiedhotline.masterrecords.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The two keys of the trail, from files outside the database: {@value #CHAIN} makes the chain's hashes, {@value #SEALING} wraps
 * the entries' data keys. Each holds 64 hexadecimal digits. Whoever has the first can rewrite the trail; whoever has the
 * second, and the database, can read what people looked for.
 */
final class AuditKeys {
    static final String CHAIN = "chain.key";
    static final String SEALING = "sealing.key";

    private static final int BYTES = 32;
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Chain chain;
    private final Seal seal;

    private AuditKeys(Chain chain, Seal seal) {
        this.chain = chain;
        this.seal = seal;
    }

    /**
     * The keys of a folder.
     *
     * @param create whether to make those that are missing
     * @throws IllegalStateException if one is missing or malformed; the message names it
     */
    static AuditKeys in(Path folder, boolean create) {
        return new AuditKeys(
                new Chain(key(folder.resolve(CHAIN), "HmacSHA256", create)),
                new Seal(key(folder.resolve(SEALING), "AES", create)));
    }

    Chain chain() {
        return chain;
    }

    Seal seal() {
        return seal;
    }

    private static SecretKey key(Path file, String algorithm, boolean create) {
        try {
            if (create && !Files.exists(file)) {
                make(file);
            }
            byte[] bytes = HexFormat.of()
                    .parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (bytes.length != BYTES) {
                throw new IllegalArgumentException();
            }
            return new SecretKeySpec(bytes, algorithm);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalStateException(
                    "unified-hotline.audit.folder: " + file + " does not hold a key of 64 hexadecimal digits");
        } catch (IOException missing) {
            throw new IllegalStateException("unified-hotline.audit.folder: the key " + file
                    + " cannot be read; make it once, with: openssl rand -hex 32 > " + file.getFileName());
        }
    }

    private static void make(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        try (FileChannel channel = FileChannel.open(
                file, NEW, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(StandardCharsets.US_ASCII.encode(HexFormat.of().formatHex(bytes) + "\n"));
            channel.force(true);
        } catch (FileAlreadyExistsException another) {
            // an instance beside this one was faster: its key is the key
        }
    }
}
