package org.unifiedhotline.console.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.desk.ExportJob;

/**
 * Where files of exports stand: a folder that only the service's user reads. What a former run left there goes at the start; what it left
 * elsewhere nobody can read any more ({@link ExportFile}).
 */
final class ExportFolder {
    private final Path folder;

    ExportFolder(@Nullable Path configured) {
        try {
            folder = configured == null
                    ? Files.createTempDirectory("unified-hotline-exports")
                    : Files.createDirectories(configured);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("unified-hotline.exports.folder cannot be used", e);
        }
        files().forEach(ExportFolder::delete);
    }

    OutputStream write(ExportJob job) throws IOException {
        return new ExportFile(path(job.id())).write();
    }

    /** The file, if it stands here. */
    Optional<ExportFile> find(UUID job) {
        return Optional.of(path(job)).filter(Files::isReadable).map(ExportFile::new);
    }

    void remove(UUID job) {
        delete(path(job));
    }

    /** Files that have not been written to for so long. */
    void removeOlderThan(Duration age) {
        Instant before = Instant.now().minus(age);
        for (Path file : files()) {
            try {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("a file of an export cannot be removed", e);
            }
        }
    }

    /** The jobs of which a file stands here. */
    List<UUID> ids() {
        return files().stream()
                .map(file -> file.getFileName().toString())
                .map(name -> UUID.fromString(name.substring(0, name.lastIndexOf('.'))))
                .toList();
    }

    /** All of them, and the folder itself if nothing else is in it. */
    void removeAll() {
        files().forEach(ExportFolder::delete);
        if (files().isEmpty()) {
            delete(folder);
        }
    }

    private Path path(UUID job) {
        return folder.resolve(job + ".export");
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(".export"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of exports cannot be read", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a file of an export cannot be removed", e);
        }
    }
}
