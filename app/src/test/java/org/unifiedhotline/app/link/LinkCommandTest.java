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
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkCommandTest {
    @TempDir
    private Path folder;

    private Path model;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void writeModel() throws IOException {
        model = Files.writeString(folder.resolve("model.yaml"), """
                name: people
                attributes:
                  - {name: given, kind: given-name}
                  - {name: family, kind: family-name}
                  - {name: born, kind: date}
                  - {name: town, kind: text}
                """);
    }

    private int link(String... arguments) {
        return new LinkCommand()
                .run(
                        List.of(arguments),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private Path people(String name, int from, int to, String suffix) throws IOException {
        String[] given = {"anna", "boris", "clara", "david", "elena", "franz", "greta", "henry", "irina", "jakob"};
        String[] family = {"ahlers", "brandt", "conrad", "dreyer", "engels", "fischer", "gruber", "huber", "jansen"};
        String[] towns = {"altdorf", "brugg", "chur", "davos", "erlach", "flims", "gstaad"};
        List<String> lines = new ArrayList<>(List.of("id,given,family,born,town"));
        for (int person = from; person < to; person++) {
            Random random = new Random(person);
            lines.add("%d%s,%s,%s,%d-%02d-%02d,%s"
                    .formatted(
                            person,
                            suffix,
                            given[random.nextInt(given.length)],
                            family[random.nextInt(family.length)],
                            1940 + random.nextInt(70),
                            1 + random.nextInt(12),
                            1 + random.nextInt(28),
                            towns[random.nextInt(towns.length)]));
        }
        return Files.write(folder.resolve(name), lines);
    }

    @Test
    @DisplayName("Two tables are linked with a model of columns and kinds only, and scored against the truth")
    void linksTwoTables() throws IOException {
        Path a = people("a.csv", 0, 300, "");
        Path b = people("b.csv", 100, 400, "x");
        List<String> truth = new ArrayList<>(List.of("file,record_id,person_id"));
        for (int person = 0; person < 300; person++) {
            truth.add("a.csv," + person + "," + person);
            truth.add("b.csv," + (person + 100) + "x," + (person + 100));
        }
        Path known = Files.write(folder.resolve("truth.csv"), truth);
        Path clusters = folder.resolve("clusters.csv");
        Path trained = folder.resolve("trained.yaml");
        int code = link(
                "--model",
                model.toString(),
                "--out",
                clusters.toString(),
                "--model-out",
                trained.toString(),
                "--truth",
                known.toString(),
                "--one-to-one",
                a.toString(),
                b.toString());
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("done");
        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern("precision (1\\.0|0\\.99)")
                .contains("recall 1.0000");
        assertThat(Files.readAllLines(clusters)).hasSize(601).startsWith("file,record_id,cluster_id");
        assertThat(Files.readString(trained)).contains("seed");
    }

    @Test
    @DisplayName("Tells why two records are one person, what came out wrong, the curve, and pairs to judge")
    void answers() throws IOException {
        Path a = people("a.csv", 0, 300, "");
        Path b = people("b.csv", 100, 400, "x");
        List<String> truth = new ArrayList<>(List.of("file,record_id,person_id"));
        for (int person = 0; person < 300; person++) {
            truth.add("a.csv," + person + "," + person);
            // One that the truth gets wrong: what is found must be listed as an error.
            truth.add("b.csv," + (person + 100) + "x," + (person == 50 ? 9999 : person + 100));
        }
        Path known = Files.write(folder.resolve("truth.csv"), truth);
        Path errors = folder.resolve("errors.csv");
        Path sample = folder.resolve("sample.csv");
        List<String> arguments = List.of(
                "--model=" + model,
                "--out=" + folder.resolve("c.csv"),
                "--truth=" + known,
                "--errors=" + errors,
                "--sample=" + sample,
                "--curve",
                "--language=vi",
                a.toString(),
                b.toString());
        List<String> explaining = new ArrayList<>(List.of("--explain", "120", "b.csv/120x"));
        explaining.addAll(arguments);
        assertThat(link(explaining.toArray(String[]::new)))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        String told = out.toString(StandardCharsets.UTF_8);
        assertThat(told)
                .contains("a.csv/120 | b.csv/120x")
                .contains("là cùng một người")
                .contains("recall where precision >= 0.995")
                .contains("95 % intervals")
                .contains("by the step that made them");
        String weight = told.lines()
                .filter(line -> line.startsWith("Trọng số"))
                .findFirst()
                .orElseThrow();
        double sum = told.lines()
                .filter(line -> line.matches("  [+-].*"))
                .mapToDouble(line -> Double.parseDouble(line.strip().split(" ")[0]))
                .sum();
        assertThat(sum)
                .isCloseTo(Double.parseDouble(weight.split(" ")[2]), org.assertj.core.api.Assertions.within(0.5));
        assertThat(Files.readAllLines(errors))
                .anyMatch(line -> line.startsWith("wrong,scoring,") && line.contains("a.csv,150,b.csv,150x,"));
        assertThat(Files.readAllLines(sample).getFirst())
                .startsWith("stratum,stratum_pairs,file_a")
                .endsWith("verdict");
        assertThat(Files.readAllLines(sample)).hasSizeGreaterThan(20);
    }

    @Test
    @DisplayName("A record to be explained that is not there is bad input")
    void explainsOnlyWhatIsThere() throws IOException {
        assertThat(link(
                        "--model=" + model,
                        "--out=" + folder.resolve("c.csv"),
                        "--explain",
                        "1",
                        "nobody",
                        people("a.csv", 0, 20, "").toString()))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--explain").contains("nobody");
    }

    @Test
    @DisplayName("Bad input is named by line and column, and nothing is written")
    void badInput() throws IOException {
        Path table = Files.writeString(
                folder.resolve("bad.csv"), "id,given,family,born,town\n1,anna,ahlers,1990-01-02,chur\n1,b,c,1991,d\n");
        Path clusters = folder.resolve("clusters.csv");
        assertThat(link("--model", model.toString(), "--out", clusters.toString(), table.toString()))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("line 3")
                .contains("column id")
                .contains("twice");
        assertThat(clusters).doesNotExist();
    }

    @Test
    @DisplayName("A missing column is named")
    void missingColumn() throws IOException {
        Path table = Files.writeString(folder.resolve("short.csv"), "id,given\n1,anna\n");
        assertThat(link(
                        "--model",
                        model.toString(),
                        "--out",
                        folder.resolve("c.csv").toString(),
                        table.toString()))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("expected a column \"family\"");
    }

    @Test
    @DisplayName("A table of one record is one cluster; a table without records is bad input")
    void smallestTables() throws IOException {
        Path one = Files.writeString(
                folder.resolve("one.csv"), "id,given,family,born,town\n1,anna,ahlers,1990-01-02,chur\n");
        Path none = Files.writeString(folder.resolve("none.csv"), "id,given,family,born,town\n");
        Path clusters = folder.resolve("c.csv");
        assertThat(link("--model", model.toString(), "--out", clusters.toString(), one.toString()))
                .isZero();
        assertThat(Files.readAllLines(clusters)).containsExactly("file,record_id,cluster_id", "one.csv,1,1");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("1 records, 0 candidate pairs (reduction ratio 1.0");
        assertThat(link("--model", model.toString(), "--out", clusters.toString(), none.toString()))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("expected at least one record");
    }
}
