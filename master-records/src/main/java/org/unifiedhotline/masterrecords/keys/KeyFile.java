package org.unifiedhotline.masterrecords.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Set;

/** A key of 32 bytes in a file of its own, as 64 hexadecimal digits, readable by the service's user alone. */
public final class KeyFile {
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private KeyFile() {}

    /**
     * The key.
     *
     * @param setting the setting that named its folder, for complaints
     * @param create whether to make it if it is missing
     * @throws KeystoreException if it is missing or malformed; the message names it
     */
    public static byte[] read(String setting, Path file, boolean create) {
        try {
            if (create && !Files.exists(file)) {
                make(file);
            }
            return parse(
                    setting + ": " + file,
                    Files.readString(file, StandardCharsets.US_ASCII).strip());
        } catch (IOException missing) {
            throw new KeystoreException(setting + ": the key " + file
                    + " cannot be read; make it once, with: openssl rand -hex 32 > " + file.getFileName());
        }
    }

    /** A key of 64 hexadecimal digits; {@code what} names it in the complaint. */
    static byte[] parse(String what, String digits) {
        try {
            byte[] bytes = HexFormat.of().parseHex(digits);
            if (bytes.length == Primitives.KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // said below, without the digits
        }
        throw new KeystoreException(what + " does not hold a key of 64 hexadecimal digits");
    }

    /** Makes a key by chance; one that somebody else made meanwhile stays. */
    public static void make(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (FileChannel channel = FileChannel.open(file, NEW, ownersOnly())) {
            channel.write(StandardCharsets.US_ASCII.encode(
                    HexFormat.of().formatHex(Primitives.random(Primitives.KEY_BYTES)) + "\n"));
            channel.force(true);
        } catch (FileAlreadyExistsException another) {
            // an instance beside this one was faster: its key is the key
        }
    }

    static FileAttribute<?> ownersOnly() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }
}
