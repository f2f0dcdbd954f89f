package org.unifiedhotline.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What was tried, how often, and what got through; written to {@code target/attack-report.md}. */
final class AttackReport {
    private static final Path FILE = Path.of("target", "attack-report.md");

    private final Map<String, AtomicInteger> tried = new TreeMap<>();
    private final List<String> through = new ArrayList<>();

    /** One more of this kind was tried; what is wrong with its answer, if anything is, got through. */
    void tried(String kind, String what, List<String> wrong) {
        tried.computeIfAbsent(kind, first -> new AtomicInteger()).incrementAndGet();
        wrong.forEach(one -> through.add(kind + ": " + what + ": " + one));
    }

    List<String> through(String kind) {
        return through.stream().filter(one -> one.startsWith(kind + ": ")).toList();
    }

    int count(String kind) {
        return tried.getOrDefault(kind, new AtomicInteger()).get();
    }

    void write(int calls) {
        StringBuilder text = new StringBuilder(
                "# What was tried against the running service\n\nCalls attacked, taken from its mappings: " + calls
                        + "\n\n| attack | tried | got through |\n| --- | ---: | ---: |\n");
        tried.forEach((kind, count) -> text.append(
                "| %s | %d | %d |%n".formatted(kind, count.get(), through(kind).size())));
        through.forEach(one -> text.append("\n- ").append(one));
        try {
            Files.createDirectories(FILE.toAbsolutePath().getParent());
            Files.writeString(FILE, text.append("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
