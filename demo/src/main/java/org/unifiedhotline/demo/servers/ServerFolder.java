package org.unifiedhotline.demo.servers;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder held by one process at a time: a lock file in it, which the system lets go when the process ends, tells others.
 * A temporary one is deleted on closing; those of killed runs are deleted when the next one is made.
 */
public final class ServerFolder implements AutoCloseable {
    private static final String TEMPORARY = "unified-hotline-";
    private static final String LOCK = ".lock";
    // Closing any descriptor of a file lets this process's lock on it go (fcntl), so we never look into our own
    // folders.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final boolean temporary;
    private final FileChannel channel;

    private ServerFolder(Path path, boolean temporary, FileChannel channel) {
        this.path = path;
        this.temporary = temporary;
        this.channel = channel;
    }

    /**
     * Takes a folder, making it if it is not there.
     *
     * @param folder empty for a temporary one
     * @param name what a temporary folder's name says of its use
     * @throws ServerException if another process holds it, or it cannot be written to
     */
    public static ServerFolder take(Optional<Path> folder, String name) {
        try {
            if (folder.isPresent()) {
                Files.createDirectories(folder.get());
                return lock(folder.get(), false);
            }
            deleteTheDead();
            return lock(Files.createTempDirectory(TEMPORARY + name + "-"), true);
        } catch (IOException e) {
            throw new ServerException(
                    "Cannot write to " + folder.map(Path::toString).orElse("the temporary folder") + ": " + e, e);
        }
    }

    /** The folder itself. */
    public Path path() {
        return path;
    }

    /** Whether the folder goes when it is closed. */
    public boolean isTemporary() {
        return temporary;
    }

    /** Lets the folder go; deletes it if it is temporary. */
    @Override
    public void close() {
        try {
            if (temporary) {
                delete(path);
            }
            channel.close();
        } catch (IOException e) {
            throw new ServerException("Cannot delete " + path + ": " + e, e);
        } finally {
            HELD.remove(path);
        }
    }

    /** Deletes a folder with all it holds; nothing happens if it is not there. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static ServerFolder lock(Path folder, boolean temporary) throws IOException {
        Path real = folder.toRealPath();
        if (!HELD.add(real)) {
            throw inUse(real);
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(real.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw inUse(real);
            }
            Privileges.current().openToServers(real);
            return new ServerFolder(real, temporary, channel);
        } catch (IOException | RuntimeException e) {
            HELD.remove(real);
            if (channel != null) {
                channel.close();
            }
            throw e;
        }
    }

    private static InUseException inUse(Path folder) {
        return new InUseException(
                "The folder " + folder + " is in use by another run: stop that one, or take another folder");
    }

    /** Another process holds the folder. */
    public static final class InUseException extends ServerException {
        private static final long serialVersionUID = 1L;

        InUseException(String message) {
            super(message);
        }
    }

    private static void deleteTheDead() throws IOException {
        Path place = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
        try (Stream<Path> all = Files.list(place)) {
            for (Path folder : all.filter(ServerFolder::looksLikeOurs).toList()) {
                deleteIfDead(folder);
            }
        }
    }

    private static boolean looksLikeOurs(Path folder) {
        return folder.getFileName().toString().startsWith(TEMPORARY)
                && Files.isRegularFile(folder.resolve(LOCK))
                && !HELD.contains(folder);
    }

    private static void deleteIfDead(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                @Nullable FileLock lock = channel.tryLock()) {
            if (lock != null) {
                delete(folder);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // another user's, or another is deleting it as well: not worth failing for
        }
    }
}
