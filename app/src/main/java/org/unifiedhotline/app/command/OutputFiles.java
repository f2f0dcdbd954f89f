package org.unifiedhotline.app.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes files beside their places and moves them there together at the end: all or nothing is to be seen. */
public final class OutputFiles implements AutoCloseable {
    private final Map<Path, Path> written = new LinkedHashMap<>();

    /** What a file is to hold. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Appendable writer) throws IOException;
    }

    /** Writes one file; it is not to be seen before {@link #commit}. */
    public void write(Path file, Content content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path beside = Files.createTempFile(folder, "." + file.getFileName(), ".part");
        written.put(file, beside);
        try (BufferedWriter writer = Files.newBufferedWriter(beside)) {
            content.writeTo(writer);
        }
    }

    /** Moves all files to their places. */
    public void commit() throws IOException {
        for (Map.Entry<Path, Path> entry : written.entrySet()) {
            Files.move(entry.getValue(), entry.getKey(), StandardCopyOption.REPLACE_EXISTING);
        }
        written.clear();
    }

    @Override
    public void close() throws IOException {
        for (Path beside : written.values()) {
            Files.deleteIfExists(beside);
        }
    }
}
