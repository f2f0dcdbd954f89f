package org.unifiedhotline.masterrecords.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the hub, in a folder outside the database and its backups: {@code encryption-1.key}, {@code encryption-2.key} … wrap
 * data keys, the newest those that are made from now on; {@code hashing.key} makes keyed hashes; {@code records.tree} holds
 * the secret of every data key that was not destroyed. Whoever lacks one of them reads nothing of the hub. Safe for threads.
 */
public final class Keystore {
    /** The setting that names the folder. */
    public static final String SETTING = "unified-hotline.keys.folder";

    static final String HASHING = "hashing.key";
    private static final Pattern ENCRYPTION = Pattern.compile("encryption-([1-9][0-9]{0,4})\\.key");
    private static final byte[] FINGERPRINT = "unified-hotline fingerprint".getBytes(StandardCharsets.US_ASCII);
    private static final long LOOK_AGAIN_NANOS = 1_000_000_000L;

    private final Path folder;
    private final Map<Integer, String> given;
    private final KeyedHashes hashes;
    private final byte[] hashingKey;
    private final TreeFile tree;
    private volatile NavigableMap<Integer, byte[]> encryption = new TreeMap<>();
    private volatile long lookedAt = System.nanoTime();

    private Keystore(Path folder, Map<Integer, String> given, boolean create) {
        this.folder = folder;
        this.given = Map.copyOf(given);
        this.hashingKey = KeyFile.read(SETTING, folder.resolve(HASHING), create);
        this.hashes = new KeyedHashes(hashingKey);
        this.tree = TreeFile.in(folder, create);
        this.encryption = readEncryption();
    }

    /**
     * Opens a folder of keys.
     *
     * @param given key-encryption keys by version, as 64 hexadecimal digits, that come from the environment instead
     * @param create whether to make what is missing: for a demo
     * @throws KeystoreException if a key is missing or malformed; the message names it
     */
    public static Keystore open(Path folder, Map<Integer, String> given, boolean create) {
        if (create && given.isEmpty()) {
            try {
                if (versions(folder).isEmpty()) {
                    KeyFile.make(encryptionFile(folder, 1));
                }
            } catch (IOException e) {
                throw new KeystoreException(SETTING + ": no key can be made in " + folder);
            }
        }
        return new Keystore(folder, given, create);
    }

    /** Keyed hashes of what is only compared for equality. */
    public KeyedHashes hashes() {
        return hashes;
    }

    /** The file of a version of the key-encryption key. */
    static Path encryptionFile(Path folder, int version) {
        return folder.resolve("encryption-" + version + ".key");
    }

    /** The names of all of them. */
    public String names() {
        return String.join(", ", fingerprints().keySet());
    }

    Path folder() {
        return folder;
    }

    /** The newest key-encryption key's version. */
    int newestVersion() {
        lookAgain(false);
        return encryption.lastKey();
    }

    /** The other versions that are there. */
    List<Integer> olderVersions() {
        return List.copyOf(encryption.headMap(encryption.lastKey()).keySet());
    }

    /**
     * Wraps a secret's bytes together with what stands in the tree for a number.
     *
     * @return null if the number was destroyed
     */
    byte @Nullable [] wrapping(int version, byte[] purpose, long number, long owner) {
        byte[] leaf = tree.tree().secret(number);
        return leaf == null ? null : Primitives.hmac(encryptionKey(version), purpose, leaf, longBytes(owner));
    }

    /**
     * A key made of another and of what stands in the tree for a number.
     *
     * @return null if the number was destroyed
     */
    public byte @Nullable [] bound(byte[] key, long number) {
        lookAgain(false);
        byte[] leaf = tree.tree().secret(number);
        return leaf == null ? null : Primitives.hmac(key, leaf, longBytes(number));
    }

    /** Destroys the secrets of these numbers for good. */
    void destroy(Collection<Long> numbers) {
        tree.destroy(numbers);
    }

    /** Whether a number was destroyed. */
    boolean isDestroyed(long number) {
        return !tree.tree().holds(number);
    }

    /** What tells each key without telling anything of it, by its file's name; of the tree, which one it is. */
    Map<String, String> fingerprints() {
        Map<String, String> fingerprints = new TreeMap<>();
        encryption.forEach((version, key) ->
                fingerprints.put(encryptionFile(folder, version).getFileName().toString(), fingerprint(key)));
        fingerprints.put(HASHING, fingerprint(hashingKey));
        fingerprints.put(TreeFile.NAME, tree.id());
        return fingerprints;
    }

    private static String fingerprint(byte[] key) {
        return HexFormat.of().formatHex(Primitives.hmac(key, FINGERPRINT), 0, 8);
    }

    private byte[] encryptionKey(int version) {
        byte[] key = encryption.get(version);
        if (key == null) {
            lookAgain(true);
            key = encryption.get(version);
        }
        return Optional.ofNullable(key)
                .orElseThrow(() -> new KeystoreException(SETTING + ": the hub holds data wrapped by "
                        + encryptionFile(folder, version) + ", which is missing"));
    }

    /** Another instance may have destroyed secrets, and an operator added a version: the folder is looked at now and then. */
    private void lookAgain(boolean now) {
        if (now || System.nanoTime() - lookedAt > LOOK_AGAIN_NANOS) {
            lookedAt = System.nanoTime();
            tree.refresh();
            encryption = readEncryption();
        }
    }

    private NavigableMap<Integer, byte[]> readEncryption() {
        NavigableMap<Integer, byte[]> keys = new TreeMap<>();
        keys.putAll(encryption); // what was read once stays what it was, whatever happens to its file
        given.forEach((version, digits) -> keys.computeIfAbsent(
                version, unread -> KeyFile.parse("unified-hotline.keys.encryption." + version, digits.strip())));
        for (int version : versions(folder).keySet()) {
            keys.computeIfAbsent(version, unread -> KeyFile.read(SETTING, encryptionFile(folder, version), false));
        }
        if (keys.isEmpty()) {
            throw new KeystoreException(SETTING + ": the key " + encryptionFile(folder, 1)
                    + " cannot be read; make it once, with: openssl rand -hex 32 > encryption-1.key");
        }
        return keys;
    }

    static NavigableMap<Integer, Path> versions(Path folder) {
        NavigableMap<Integer, Path> versions = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return versions;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "encryption-*.key")) {
            for (Path file : files) {
                Matcher name = ENCRYPTION.matcher(file.getFileName().toString());
                if (name.matches()) {
                    versions.put(Integer.valueOf(name.group(1)), file);
                }
            }
        } catch (IOException e) {
            throw new KeystoreException(SETTING + ": " + folder + " cannot be read");
        }
        return versions;
    }

    private static byte[] longBytes(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }
}
