package org.unifiedhotline.demo.people;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

/** The command that writes sample data as SQL files with the truth beside them. */
public final class GenerateSampleData {

    private static final String USAGE = """
            Usage: GenerateSampleData --out DIR [--people N] [--seed S] [--until YYYY-MM-DD]
              --out     folder for switchboard.sql, hotline.sql, truth.csv and persons.csv
              --people  how many people the world has (default 2000)
              --seed    any whole number; the same seed makes the same files (default 111)
              --until   the last day on which something happens (default 2026-10-31)
            The SQL files are for DEMO_SWITCHBOARD_SQL and DEMO_HOTLINE_SQL, or for mysql and psql on empty schemas.
            """;

    private GenerateSampleData() {}

    /** Runs the command and ends with its exit code: 0 done, 2 could not run. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length == 1 && arguments[0].equals("--help")) {
            out.print(USAGE);
            return 0;
        }
        try {
            Map<String, String> options = options(arguments);
            SampleWorld world = new SampleWorld(
                    Long.parseLong(options.getOrDefault("--seed", "111")),
                    Integer.parseInt(options.getOrDefault("--people", String.valueOf(SampleWorld.DEMO_PEOPLE))),
                    LocalDate.parse(options.getOrDefault("--until", SampleWorld.DEFAULT_LAST_DAY.toString())));
            String folder = options.get("--out");
            if (folder == null) {
                throw new IllegalArgumentException("--out is missing");
            }
            LoadReport report = SampleData.write(
                    Path.of(folder), world, (people, rows) -> out.printf("\r%,d people, %,d rows", people, rows));
            out.printf("%n%,d rows about %,d people written to %s%n", report.rows(), report.people(), folder);
            return 0;
        } catch (IllegalArgumentException | DateTimeParseException e) {
            err.println(e.getMessage());
            err.print(USAGE);
            return 2;
        } catch (IOException e) {
            err.println("Could not write: " + e.getMessage());
            return 2;
        }
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!arguments[i].matches("--(out|people|seed|until)") || i + 1 == arguments.length) {
                throw new IllegalArgumentException("not understood: " + arguments[i]);
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }
}
