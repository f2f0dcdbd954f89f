package org.unifiedhotline.app.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unifiedhotline.app.command.Command;

/** What {@code link} says of files that it cannot use, and that it leaves nothing behind then. */
class LinkFilesTest {
    private static final String ROWS = "id,given,family\n1,anna,ahlers\n2,anna,ahlers\n";

    @TempDir
    private Path folder;

    private Path table;
    private Path clusters;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("model.yaml"), """
                attributes:
                  - {name: given, kind: given-name}
                  - {name: family, kind: family-name}
                """);
        table = Files.writeString(folder.resolve("people.csv"), ROWS);
        clusters = folder.resolve("clusters.csv");
    }

    private int link(Object... further) {
        List<String> arguments =
                new ArrayList<>(List.of("--model", folder.resolve("model.yaml").toString()));
        Stream.of(further).map(Object::toString).forEach(arguments::add);
        return new LinkCommand()
                .run(
                        arguments,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private void complains(String of, Object... arguments) throws IOException {
        List<Path> before = files();
        assertThat(link(arguments)).isEqualTo(Command.COULD_NOT_RUN);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(of);
        assertThat(files()).isEqualTo(before);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    @DisplayName("A table in another encoding than UTF-8 is named by the line where it begins")
    void otherEncoding() throws IOException {
        Files.writeString(table, "id,given,family\n1,anna,ahlers\n2,ren\u00e9,ahlers\n", StandardCharsets.ISO_8859_1);
        complains("people.csv: line 3: expected text in UTF-8", "--out", clusters, table);
        Files.writeString(table, ROWS, StandardCharsets.UTF_16);
        complains("people.csv: line 1: expected text in UTF-8", "--out", clusters, table);
    }

    @Test
    @DisplayName("A column that stands in the heading twice is named, not guessed at")
    void columnTwice() throws IOException {
        Files.writeString(table, "id,given,family,given\n1,anna,ahlers,boris\n");
        complains("line 1: expected one column \"given\", there are several", "--out", clusters, table);
    }

    @Test
    @DisplayName("Lines that end in a carriage return alone, or in both, are counted once each")
    void lineEnds() throws IOException {
        Files.writeString(table, "id,given,family\r1,anna,ahlers\r1,anna,ahlers\r");
        complains("line 3: column id", "--out", clusters, table);
        Files.writeString(table, "id,given,family\r\n1,\"an\r\nna\",ahlers\r\n1,anna,ahlers\r\n");
        complains("line 4: column id", "--out", clusters, table);
    }

    @Test
    @DisplayName("No file, or a folder, is said before anything is read")
    void noTable() throws IOException {
        complains("nobody.csv: there is no such file", "--out", clusters, table, folder.resolve("nobody.csv"));
        complains("expected a file, this is a folder", "--out", clusters, folder);
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("read");
    }

    @Test
    @DisplayName("A second table without records is bad input as the first would be")
    void emptySecond() throws IOException {
        Path second = Files.writeString(folder.resolve("second.csv"), "id,given,family\n");
        complains("second.csv: expected at least one record", "--out", clusters, table, second);
    }

    @Test
    @DisplayName("Where a result cannot be written, no other result is written either")
    void noPlaceToWrite() throws IOException {
        Path results = Files.createDirectory(folder.resolve("results"));
        complains("--pairs: expected a file to write", "--out", clusters, "--pairs", results, table);
        complains("--out: ", "--out", folder.resolve("nowhere").resolve("c.csv"), table);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("there is no folder");
    }

    @Test
    @DisplayName("Two results in one file, or a result over a table, are refused")
    void oneFileTwice() throws IOException {
        complains("--pairs: expected a file of its own", "--out", clusters, "--pairs", clusters, table);
        complains("--out: expected a file of its own", "--out", table, table);
        assertThat(Files.readString(table)).isEqualTo(ROWS);
    }

    @Test
    @DisplayName("A truth about a record that is not there, or twice about one, is named by its line")
    void truthOfOthers() throws IOException {
        Path truth = folder.resolve("truth.csv");
        Files.writeString(truth, "file,record_id,person_id\npeople.csv,1,a\npeople.csv,9,a\n");
        complains(
                "truth.csv: line 3: column record_id: expected a record of the tables, got people.csv/9",
                "--out",
                clusters,
                "--truth",
                truth,
                table);
        Files.writeString(truth, "file,record_id,person_id\npeople.csv,1,a\npeople.csv,1,b\n");
        complains(
                "line 3: column record_id: people.csv/1 stands there twice",
                "--out",
                clusters,
                "--truth",
                truth,
                table);
    }

    @Test
    @DisplayName("The reduction ratio of two tables is over the pairs between them")
    void reductionOfTwo() throws IOException {
        Path second =
                Files.writeString(folder.resolve("second.csv"), "id,given,family\n7,boris,brandt\n8,anna,ahlers\n");
        assertThat(link("--out", clusters, table, second)).isZero();
        // anna ahlers of either table with the one of the other: two of the four pairs between them
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("2 candidate pairs (reduction ratio 0.50000)");
    }

    @Test
    @DisplayName("How many values of a column are none of its kind is said, with the first line and without the values")
    void unreadable() throws IOException {
        Files.writeString(folder.resolve("model.yaml"), """
                attributes:
                  - {name: given, kind: given-name}
                  - {name: family, kind: family-name, column: born}
                  - {name: born, kind: date}
                """);
        Files.writeString(table, "id,given,born\n1,anna,1990-01-02\n2,anna,\n3,anna,May 1990\n4,boris,unknown\n");
        assertThat(link("--out", clusters, table)).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(
                        "people.csv: column born: 2 of 3 values cannot be read as date and count as missing, the first on line 4")
                .doesNotContain("May 1990");
    }

    @Test
    @DisplayName("A model that was trained for other kinds of records is refused, with the kinds that it has")
    void modelOfOthers() throws IOException {
        Path trained = folder.resolve("trained.yaml");
        assertThat(link("--out", clusters, "--model-out", trained, table)).isZero();
        Files.writeString(
                folder.resolve("model.yaml"), Files.readString(trained).replace("record+record", "caller+caller"));
        complains("model.trained.weights: expected weights for record+record", "--out", clusters, table);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("[caller+caller]");
    }
}
