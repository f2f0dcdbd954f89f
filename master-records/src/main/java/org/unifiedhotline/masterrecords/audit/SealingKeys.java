package org.unifiedhotline.masterrecords.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.unifiedhotline.masterrecords.keys.KeyFile;
import org.unifiedhotline.masterrecords.keys.KeystoreException;

/**
 * The keys that wrap entries' data keys: {@value #FIRST}, and those that {@code rotate-keys} made after it, {@code sealing-2.key},
 * {@code sealing-3.key} … The newest wraps; each opens what it wrapped. A new one is noticed within a second. Safe for threads.
 */
final class SealingKeys {
    static final String FIRST = "sealing.key";

    private static final String SETTING = "unified-hotline.audit.folder";
    private static final Pattern NEXT = Pattern.compile("sealing-([1-9][0-9]{0,4})\\.key");
    private static final long LOOK_AGAIN_NANOS = 1_000_000_000L;

    private final Path folder;
    private volatile NavigableMap<Integer, SecretKey> byVersion;
    private volatile long lookedAt = System.nanoTime();

    private SealingKeys(Path folder) {
        this.folder = folder;
        this.byVersion = read(folder);
    }

    /**
     * The keys of a folder.
     *
     * @param create whether to make the first if there is none
     * @throws KeystoreException if there is none, or one is malformed; the message names it
     */
    static SealingKeys in(Path folder, boolean create) {
        if (versions(folder).isEmpty()) {
            KeyFile.read(SETTING, folder.resolve(FIRST), create);
        }
        return new SealingKeys(folder);
    }

    /** All of them, the newest first. */
    List<SecretKey> newestFirst() {
        if (System.nanoTime() - lookedAt > LOOK_AGAIN_NANOS) {
            lookAgain();
        }
        return List.copyOf(byVersion.descendingMap().values());
    }

    SecretKey newest() {
        return newestFirst().getFirst();
    }

    int newestVersion() {
        return byVersion.lastKey();
    }

    /** The files of all but the newest. */
    List<Path> olderFiles() {
        Map<Integer, Path> files = new TreeMap<>(versions(folder));
        files.remove(newestVersion());
        return List.copyOf(files.values());
    }

    /** Makes the next version, which wraps from now on; its file. */
    Path make() {
        Path next = folder.resolve("sealing-" + (newestVersion() + 1) + ".key");
        try {
            KeyFile.make(next);
        } catch (IOException e) {
            throw new UncheckedIOException(SETTING + ": no key can be made in " + folder, e);
        }
        lookAgain();
        return next;
    }

    private synchronized void lookAgain() {
        try {
            if (!versions(folder).keySet().equals(byVersion.keySet())) {
                byVersion = read(folder);
            }
        } catch (KeystoreException | UncheckedIOException halfWritten) {
            // the next look finds it whole; until then those that are known will do
        }
        lookedAt = System.nanoTime();
    }

    private static NavigableMap<Integer, SecretKey> read(Path folder) {
        NavigableMap<Integer, SecretKey> read = new TreeMap<>();
        versions(folder)
                .forEach((version, file) ->
                        read.put(version, new SecretKeySpec(KeyFile.read(SETTING, file, false), "AES")));
        if (read.isEmpty()) {
            throw new KeystoreException(SETTING + ": " + folder + " holds no " + FIRST);
        }
        return read;
    }

    private static Map<Integer, Path> versions(Path folder) {
        Map<Integer, Path> versions = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return versions;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> {
                String name = file.getFileName().toString();
                Matcher next = NEXT.matcher(name);
                if (name.equals(FIRST)) {
                    versions.put(1, file);
                } else if (next.matches() && !next.group(1).equals("1")) {
                    versions.put(Integer.valueOf(next.group(1)), file);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(SETTING + ": " + folder + " cannot be read", e);
        }
        return versions;
    }
}
