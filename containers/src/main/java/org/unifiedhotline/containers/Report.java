package org.unifiedhotline.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file that the property {@code containers.report} names: a line for each container that was started. */
final class Report {
    private Report() {}

    static void started(Recipe recipe, String image) {
        String file = System.getProperty("containers.report", "");
        if (file.isEmpty()) {
            return;
        }
        String room = Path.of("").toAbsolutePath().getFileName().toString();
        try {
            Path report = Path.of(file);
            Files.createDirectories(report.toAbsolutePath().getParent());
            Files.writeString(
                    report,
                    room + " " + recipe + " " + image + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
