package org.unifiedhotline.demo.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The command GenerateSampleData")
class GenerateSampleDataTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    @DisplayName("writes both SQL files, the truth and the people")
    void writes(@TempDir Path folder) throws IOException {
        assertThat(run("--people", "120", "--seed", "5", "--out", folder.toString()))
                .isZero();
        assertThat(Files.readString(folder.resolve("switchboard.sql")))
                .startsWith("SET NAMES utf8mb4;\nINSERT INTO dm_tinh (ma_tinh,ten_tinh,trung_tam) VALUES\n('01',");
        assertThat(Files.readString(folder.resolve("hotline.sql"))).contains("INSERT INTO hotline.victim (");
        assertThat(Files.readAllLines(folder.resolve("truth.csv")).getFirst())
                .isEqualTo("source,table,local_id,person_id,resolvable");
        assertThat(Files.readAllLines(folder.resolve("persons.csv")))
                .hasSizeGreaterThan(120)
                .first()
                .isEqualTo("person_id,household,name,birth,phone");
    }

    @Test
    @DisplayName("says what it does not understand, and how it is used")
    void refuses() {
        assertThat(run("--persons", "5")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("not understood: --persons")
                .contains("Usage:");
        assertThat(run("--people", "many", "--out", "x")).isEqualTo(2);
        assertThat(run("--people", "5")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--out is missing");
    }

    private int run(String... arguments) {
        return GenerateSampleData.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
