package org.unifiedhotline.masterrecords.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Lines that are added to a file")
class SealedLinesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "\"{0}\"")
    @DisplayName("stand behind the last whole one: half a line of a crash goes")
    @CsvSource({"'', new/", "one/, one/new/", "one/tw, one/new/", "o, new/", "/, /new/"})
    void behindWholeLines(String before, String after) throws IOException {
        Path file = folder.resolve("lines.log");
        Files.writeString(file, before.replace('/', '\n'));

        SealedLines.add(file, "new\n");

        assertThat(Files.readString(file).replace('\n', '/')).isEqualTo(after);
    }

    @Test
    @DisplayName("by several threads at once all stand there, whole")
    void atOnce() throws Exception {
        Path file = folder.resolve("lines.log");
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Object>> added = IntStream.range(0, 40)
                    .mapToObj(at -> threads.submit(() -> {
                        SealedLines.add(file, "line " + at + "\n");
                        return new Object();
                    }))
                    .toList();
            for (Future<Object> one : added) {
                one.get();
            }
        }

        assertThat(Files.readAllLines(file))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 40).mapToObj(at -> "line " + at).toList());
    }
}
