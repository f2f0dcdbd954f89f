package org.unifiedhotline.masterrecords.erasurelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.unifiedhotline.masterrecords.Changes.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The list of the erased")
class ErasureFileTest {
    private static final Instant AT = Instant.parse("2026-11-20T02:00:00Z");

    private Path folder;
    private ErasureFile list;
    private String first;
    private String second;
    private String third;

    @BeforeEach
    void begin(@TempDir Path folder) {
        this.folder = folder;
        this.list = new ErasureFile(folder, true);
        this.first = list.markOf(key("tre_em", 1));
        this.second = list.markOf(key("tre_em", 2));
        this.third = list.markOf(key("tre_em", 3));
    }

    @Test
    @DisplayName("whose last line a crash or a full disk cut off goes on behind the line before")
    void halfALine() throws IOException {
        list.add(List.of(first, second), AT);
        Path file = folder.resolve(ErasureFile.LIST);
        String written = Files.readString(file, StandardCharsets.US_ASCII);
        Files.writeString(file, written.substring(0, written.length() - 20), StandardCharsets.US_ASCII);
        ErasureFile next = new ErasureFile(folder, false);
        assertThat(read(next)).containsExactly(first);

        next.add(List.of(third), AT);

        assertThat(read(next)).containsExactly(third);
        assertThat(read(new ErasureFile(folder, false))).containsExactly(first, third);
    }

    @Test
    @DisplayName("goes on from nothing where the very first line was cut off")
    void halfTheFirstLine() throws IOException {
        Files.writeString(folder.resolve(ErasureFile.LIST), "2026-11-20T0", StandardCharsets.US_ASCII);

        list.add(List.of(first), AT);

        assertThat(read(list)).containsExactly(first);
    }

    @Test
    @DisplayName("that somebody wrote into is refused, with its line")
    void altered() throws IOException {
        list.add(List.of(first), AT);
        Path file = folder.resolve(ErasureFile.LIST);
        String written = Files.readString(file, StandardCharsets.US_ASCII);
        Files.writeString(file, written.replace(first, second), StandardCharsets.US_ASCII);

        assertThatIllegalStateException()
                .isThrownBy(() -> read(new ErasureFile(folder, false)))
                .withMessageContaining("line 1");
    }

    private static List<String> read(ErasureFile list) {
        List<String> marks = new ArrayList<>();
        list.read(marks::add);
        return marks;
    }
}
