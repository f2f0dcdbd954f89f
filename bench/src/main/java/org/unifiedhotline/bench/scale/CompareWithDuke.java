package org.unifiedhotline.bench.scale;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unifiedhotline.matching.evaluation.ClusterScore;

/**
 * Lets {@code link} and Duke find the duplicates of the same tables, one after the other, each in a process of its own:
 * seconds from start to end, peak resident memory, and how right the clusters are. {@code link} is given the columns and their
 * kinds only, Duke probabilities set by hand.
 *
 * <p>{@code CompareWithDuke APP.jar FOLDER ROWS…}
 */
public final class CompareWithDuke {
    private final Path app;
    private final Path folder;
    private final PrintStream out;

    private CompareWithDuke(Path app, Path folder, PrintStream out) {
        this.app = app;
        this.folder = folder;
        this.out = out;
    }

    /** What a process took. */
    private record Taken(double seconds, double peakMebibytes) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        CompareWithDuke compare = new CompareWithDuke(Path.of(arguments[0]), Path.of(arguments[1]), System.out);
        for (String rows : List.of(arguments).subList(2, arguments.length)) {
            compare.run(Long.parseLong(rows));
        }
    }

    private void run(long rows) throws IOException, InterruptedException {
        Path place = folder.resolve("rows-" + rows);
        GenerateTable.write(rows, 1, place);
        Path table = place.resolve("people.csv");
        Map<String, String> truth = column(place.resolve("truth.csv"));
        Path ours = place.resolve("link.csv");
        Taken link = run(
                place,
                List.of(
                        "-jar",
                        app.toAbsolutePath().toString(),
                        "link",
                        "--model",
                        place.resolve("people.yaml").toString(),
                        "--out",
                        ours.toString(),
                        table.toString()));
        print("link", rows, link, truth, ours);
        Path theirs = place.resolve("duke.csv");
        Taken duke = run(
                place,
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        DukeLinks.class.getName(),
                        table.toString(),
                        theirs.toString()));
        print("Duke", rows, duke, truth, theirs);
        out.printf(
                Locale.ROOT,
                "%,9d rows: Duke takes %.1f times as long and %.1f times the memory%n",
                rows,
                duke.seconds() / link.seconds(),
                duke.peakMebibytes() / link.peakMebibytes());
    }

    private Taken run(Path place, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(arguments);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("log").toFile())
                .start();
        double peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, peakMebibytes(process.pid()));
            Thread.sleep(20);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException("failed, see " + place.resolve("log"));
        }
        return new Taken(seconds, peak);
    }

    /** The most memory that a process has held so far, as Linux tells it; 0 elsewhere. */
    private static double peakMebibytes(long process) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + process + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
                }
            }
        } catch (IOException _) {
            return 0;
        }
        return 0;
    }

    private void print(String who, long rows, Taken taken, Map<String, String> truth, Path clusters)
            throws IOException {
        Map<String, String> found = column(clusters);
        List<String> persons = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        truth.forEach((id, person) -> {
            persons.add(person);
            ids.add(found.getOrDefault(id, "alone " + id));
        });
        out.printf(
                Locale.ROOT,
                "%,9d rows, %s: %.1f s, %.0f rows a second, %.0f MiB%n           %s%n",
                rows,
                who,
                taken.seconds(),
                rows / taken.seconds(),
                taken.peakMebibytes(),
                ClusterScore.of(persons, ids).line());
    }

    /** The third column by the second. */
    private static Map<String, String> column(Path file) throws IOException {
        Map<String, String> column = new HashMap<>();
        try (var lines = Files.lines(file)) {
            lines.skip(1).forEach(line -> {
                int first = line.indexOf(',');
                int second = line.indexOf(',', first + 1);
                column.put(line.substring(first + 1, second), line.substring(second + 1));
            });
        }
        return column;
    }
}
