package org.unifiedhotline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing fails, for long. Left out unless asked for by {@code -Dfaults.soak=minutes} and {@code -Dfaults.long=none}. */
@Tag("soak")
class SoakIT {
    private static final Pattern USED = Pattern.compile("(?:def new|DefNew|tenured|Tenured).*? used (\\d+)K");
    private static final long SECONDS_BETWEEN = 30;
    /** What the first third has of the service's own beginning: classes, caches, statements. */
    private static final double FLAT = 1.25;

    private final World world = World.withService();

    /** How the service stood at a moment. */
    private record Sample(
            long seconds, long committed, long liveMegabytes, long resident, long lagMillis, long waiting) {
        private String row() {
            return "| %d | %,d | %d | %d | %d | %d |"
                    .formatted(seconds, committed, liveMegabytes, resident, lagMillis, waiting);
        }
    }

    @Test
    @DisplayName(
            "a service between applications that write on and on needs no more memory, falls no further behind, and loses nothing")
    void soak() throws IOException {
        long minutes = Long.getLong("faults.soak", 30);
        long begun = System.nanoTime();
        List<Sample> samples = new ArrayList<>();
        try (Traffic traffic = world.traffic()) {
            for (long at = SECONDS_BETWEEN; at <= minutes * 60; at += SECONDS_BETWEEN) {
                Commands.pause(Math.max(0, at * 1000 - (System.nanoTime() - begun) / 1_000_000));
                samples.add(sample(at, traffic.committed()));
                write(samples);
            }
        }
        Comparison comparison = Comparison.withClusters(world);
        assertFlat("MB that the service needs", samples, Sample::liveMegabytes, 32);
        assertFlat("MB that it has", samples, Sample::resident, 64);
        assertFlat("rows and people that wait", samples, Sample::waiting, 500);
        Sample last = samples.getLast();
        Report.add(
                "none, for " + minutes + " minutes",
                1,
                last.committed() + " changes; after a collection " + range(samples, Sample::liveMegabytes)
                        + " MB of heap, " + range(samples, Sample::resident) + " MB resident, lag "
                        + range(samples, Sample::lagMillis) + " ms, " + range(samples, Sample::waiting)
                        + " rows and people waiting",
                comparison);
    }

    /** The middle of the last third is that of the middle third, but for a part and this much. */
    private static void assertFlat(String what, List<Sample> samples, ToLongFunction<Sample> value, long besides) {
        int third = samples.size() / 3;
        long before = middle(samples.subList(third, 2 * third), value);
        long after = middle(samples.subList(2 * third, samples.size()), value);
        assertThat((double) after).as(what).isLessThan(before * FLAT + besides);
    }

    private static long middle(List<Sample> samples, ToLongFunction<Sample> value) {
        return samples.stream().mapToLong(value).sorted().toArray()[samples.size() / 2];
    }

    private static String range(List<Sample> samples, ToLongFunction<Sample> value) {
        int third = samples.size() / 3;
        return middle(samples.subList(0, third), value) + " / " + middle(samples.subList(third, 2 * third), value)
                + " / " + middle(samples.subList(2 * third, samples.size()), value);
    }

    private Sample sample(long seconds, long committed) throws IOException {
        JsonNode pipeline = world.service().pipeline();
        long lag = 0;
        for (JsonNode source : pipeline.path("sources")) {
            lag = Math.max(lag, source.path("lagMillis").asLong());
        }
        JsonNode waits = pipeline.path("backlogs");
        long waiting =
                waits.path("resolution").asLong() + waits.path("indexing").asLong();
        return new Sample(seconds, committed, liveMegabytes(), resident(), lag, waiting);
    }

    /** What is left on the heap by a full collection. */
    private long liveMegabytes() {
        String pid = Long.toString(world.service().pid());
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Commands.run(jcmd, pid, "GC.run");
        Matcher used = USED.matcher(Commands.run(jcmd, pid, "GC.heap_info"));
        long kilobytes = 0;
        int generations = 0;
        while (used.find()) {
            kilobytes += Long.parseLong(used.group(1));
            generations++;
        }
        assertThat(generations).as("generations of the heap that are told").isEqualTo(2);
        return kilobytes >> 10;
    }

    private long resident() throws IOException {
        Path status = Path.of("/proc", Long.toString(world.service().pid()), "status");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElseThrow();
    }

    private static void write(List<Sample> samples) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "| seconds | changes | MB of heap after a collection | MB resident | lag, ms | waiting |",
                "| --- | --- | --- | --- | --- | --- |"));
        samples.forEach(sample -> lines.add(sample.row()));
        Files.write(Path.of(System.getProperty("faults.report")).resolveSibling("soak.md"), lines);
    }
}
