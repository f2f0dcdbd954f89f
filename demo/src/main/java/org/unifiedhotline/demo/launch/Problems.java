package org.unifiedhotline.demo.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Leaves the reason of a failure in a file, from which Maven ends its build with the same words. */
final class Problems {
    private final Optional<Path> file;

    private Problems(Optional<Path> file) {
        this.file = file;
    }

    /** Into the named file; nowhere when the name is empty. */
    static Problems toFileOf(String name) {
        return new Problems(Optional.of(name).filter(given -> !given.isEmpty()).map(Path::of));
    }

    void clear() {
        file.ifPresent(path -> {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Of what has several lines (the end of a log), the first. */
    void write(List<String> lines) {
        file.ifPresent(path -> {
            try {
                Files.write(
                        path,
                        lines.stream()
                                .map(line -> line.lines().findFirst().orElse(""))
                                .toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
