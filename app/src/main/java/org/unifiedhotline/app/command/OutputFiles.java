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

    /**
     * Complains of a place where no file can be written, so that this is known before the work and not behind it.
     *
     * @param option the option that names the place, for the complaint
     */
    public static void check(String option, Path file) throws BadInputException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new BadInputException(option + ": expected a file to write, " + file + " is a folder");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) { // a device would be replaced by a file
            throw new BadInputException(option + ": expected a file to write, " + file + " is none");
        }
        if (!Files.isDirectory(folder)) {
            throw new BadInputException(option + ": " + file + ": there is no folder " + folder);
        }
        if (!Files.isWritable(folder)) {
            throw new BadInputException(option + ": " + file + ": the folder " + folder + " cannot be written to");
        }
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
