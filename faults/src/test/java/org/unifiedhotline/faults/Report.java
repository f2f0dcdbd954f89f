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
    /** Less than this on average is no load that says anything. */
    private static final double LEAST_CHANGES_PER_SECOND = 180;

    private static long faults;
    private static long committed;
    private static double seconds;

    private Report() {}

    /** A fault begins: what was heard of the traffic before is not its own. */
    static synchronized void begin() {
        committed = 0;
        seconds = 0;
    }

    /** What the legacy applications committed during the fault that is gone through, and in what time. */
    static synchronized void heard(long changes, double time) {
        committed += changes;
        seconds += time;
    }

    /**
     * Keeps a fault that was gone through and left no difference.
     *
     * @param fault what was done
     * @param times how often
     * @param proof what shows that it occurred
     */
    static synchronized void add(String fault, int times, String proof, Comparison comparison) {
        String rate = rate();
        faults += times;
        ROWS.add("| " + fault + " | " + times + " | " + rate + " | " + proof + " | " + comparison.rows() + " | "
                + comparison.people() + " | " + comparison.documents() + " | " + comparison.deadLetters() + " | 0 |");
        write();
    }

    private static String rate() {
        if (seconds == 0) {
            return "none";
        }
        double rate = committed / seconds;
        if (rate < LEAST_CHANGES_PER_SECOND) {
            throw new AssertionError("only " + committed + " changes in " + Math.round(seconds) + " seconds");
        }
        return String.valueOf(Math.round(rate));
    }

    private static void write() {
        List<String> lines = new ArrayList<>(List.of(
                "# Faults gone through",
                "",
                "Seed " + Seed.VALUE + "; " + faults + " faults; changes a second are those that both legacy"
                        + " databases committed meanwhile, on average. Only what ended with no difference between sources,"
                        + " hub and index stands here.",
                "",
                "| fault | times | changes a second | proof that it occurred | rows compared | master records | documents | dead letters | differences |",
                "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"));
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
