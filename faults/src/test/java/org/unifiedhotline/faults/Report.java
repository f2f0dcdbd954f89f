package org.unifiedhotline.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the suite has shown, a row a fault, in {@code target/faults.md}; written anew after each. */
final class Report {
    private static final List<String> ROWS = new ArrayList<>();
    private static long faults;

    private Report() {}

    /**
     * Keeps a fault that was gone through and left no difference.
     *
     * @param fault what was done
     * @param times how often
     * @param proof what shows that it occurred
     */
    static synchronized void add(String fault, int times, String proof, Comparison comparison) {
        faults += times;
        ROWS.add("| " + fault + " | " + times + " | " + proof + " | " + comparison.rows() + " | " + comparison.people()
                + " | " + comparison.documents() + " | " + comparison.deadLetters() + " | 0 |");
        write();
    }

    private static void write() {
        List<String> lines = new ArrayList<>(List.of(
                "# Faults gone through",
                "",
                "Seed " + Seed.VALUE + "; " + faults + " faults, under " + (int) World.CHANGES_PER_SECOND
                        + " changes a second in both legacy databases unless said otherwise. Only what ended with no difference"
                        + " between sources, hub and index stands here.",
                "",
                "| fault | times | proof that it occurred | rows compared | master records | documents | dead letters | differences |",
                "| --- | --- | --- | --- | --- | --- | --- | --- |"));
        lines.addAll(ROWS);
        try {
            Path file = Path.of(System.getProperty("faults.report"))
                    .toAbsolutePath()
                    .normalize();
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
