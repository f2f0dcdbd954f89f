package org.unifiedhotline.app.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unifiedhotline.app.evaluate.EvaluateCommand;
import org.unifiedhotline.app.explain.ExplainCommand;
import org.unifiedhotline.app.hub.SmallHub.Said;
import org.unifiedhotline.app.keys.RotateKeysCommand;
import org.unifiedhotline.app.retention.RetentionCommand;
import org.unifiedhotline.app.train.TrainCommand;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.masterrecords.audit.AuditCheck;
import org.unifiedhotline.masterrecords.keys.KeyFile;
import org.unifiedhotline.matching.bulk.Progress;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelReader;

/** The commands that read the hub, on a real one. */
class HubCommandsIT {
    private static final EvaluateCommand EVALUATE = new EvaluateCommand();
    private static final TrainCommand TRAIN = new TrainCommand();
    private static SmallHub small;

    @TempDir
    private Path folder;

    @BeforeAll
    static void fill() {
        small = new SmallHub("hub_commands", 200);
    }

    private Path truth() throws IOException {
        return Files.write(folder.resolve("truth.csv"), small.truth());
    }

    @Test
    @DisplayName(
            "evaluate prints the curve with the model's own threshold, and writes every error without what records hold")
    void evaluates() throws IOException {
        Path errors = folder.resolve("errors.csv");
        Said said = small.run(EVALUATE, "--truth", truth().toString(), "--errors=" + errors);
        assertThat(said.code()).as(said.err()).isEqualTo(0);
        assertThat(said.out())
                .contains(
                        "recall where precision >= 0.995: ", "pair completeness", "caller+caller", "within households")
                .contains("tells of 0 that are not there");
        assertThat(said.out().lines().filter(line -> line.startsWith("* "))).hasSize(1);
        List<String> lines = Files.readAllLines(errors);
        assertThat(lines.getFirst())
                .isEqualTo(
                        "error,lost_by,resolvable,one_household,kind_of_pair,best_shared,source_a,table_a,local_id_a,"
                                + "source_b,table_b,local_id_b,match_weight,match_probability,explanation,held_apart_by");
        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(String.join("\n", lines)).doesNotContain("Nguyễn|").doesNotContain("+849");
        assertThat(said.err()).contains("curve");
    }

    @Test
    @DisplayName("evaluate ends with 1 where a figure asked for is not reached, and with 0 where it is")
    void holdsOrNot() throws IOException {
        assertThat(small.run(EVALUATE, "--truth", truth().toString(), "--min-f1=1")
                        .code())
                .isEqualTo(1);
        assertThat(small.run(EVALUATE, "--truth", truth().toString(), "--min-precision=0.5")
                        .code())
                .isEqualTo(0);
    }

    @Test
    @DisplayName("A sample is drawn, judged by people, and gives the precision of all links with its interval")
    void samples() throws IOException {
        Path sample = folder.resolve("sample.csv");
        Said drawn =
                small.run(EVALUATE, "--sample", "20", "--out", sample.toString(), "--with-values", "--language=vi");
        assertThat(drawn.code()).as(drawn.err()).isEqualTo(0);
        List<String> lines = Files.readAllLines(sample);
        assertThat(lines).hasSize(21);
        assertThat(lines.get(1)).contains("Họ: ").endsWith(",");
        Files.write(
                sample,
                lines.stream()
                        .map(line -> line.endsWith(",") ? line + "same" : line)
                        .toList());
        Said reckoned = SmallHub.run(EVALUATE, List.of("--judged", sample.toString()));
        assertThat(reckoned.code()).as(reckoned.err()).isEqualTo(0);
        assertThat(reckoned.out()).contains("precision of all linked pairs: 1.0000 [0.", "from 20 judged pairs");
    }

    @Test
    @DisplayName("train learns the same file again from the same records and seed, and reports m and u by level")
    void trains() throws IOException {
        Path first = folder.resolve("first.yaml");
        Path second = folder.resolve("second.yaml");
        Said said = small.run(TRAIN, "--out", first.toString());
        assertThat(said.code()).as(said.err()).isEqualTo(0);
        assertThat(said.out()).contains("caller+caller", "equal-without-marks", "two strangers agree");
        small.run(TRAIN, "--out", second.toString());
        assertThat(second).hasSameTextualContentAs(first);
        MatchModel model = ModelReader.read(Files.readString(first));
        assertThat(model.trained().orElseThrow().run()).containsEntry("seed", "1");
        assertThat(small.run(EVALUATE, "--truth", truth().toString(), "--model", first.toString())
                        .code())
                .isEqualTo(0);
    }

    @Test
    @DisplayName("train learns from labels, and its file says how many")
    void trainsWithLabels() throws IOException {
        Path labels = Files.write(
                folder.resolve("labels.csv"),
                List.of(
                        "source_a,table_a,local_id_a,source_b,table_b,local_id_b,verdict",
                        "switchboard,nguoi_goi,10,switchboard,nguoi_goi,20,different",
                        "switchboard,nguoi_goi,30,switchboard,nguoi_goi,40,unsure",
                        "switchboard,nguoi_goi,30,switchboard,nguoi_goi,99999,same"));
        Path out = folder.resolve("model.yaml");
        Said said = small.run(TRAIN, "--out", out.toString(), "--labels", labels.toString());
        assertThat(said.code()).as(said.err()).isEqualTo(0);
        assertThat(said.err()).contains("1 labels name records that are not there");
        assertThat(ModelReader.read(Files.readString(out))
                        .trained()
                        .orElseThrow()
                        .run())
                .containsEntry("labels", "1");
    }

    @Test
    @DisplayName(
            "explain tells how a cluster came together and why two people are two, in both languages, without names")
    void explains() {
        ExplainCommand explain = new ExplainCommand();
        Said one = small.run(explain, "switchboard/nguoi_goi/10");
        assertThat(one.code()).as(one.err()).isEqualTo(0);
        assertThat(one.out()).contains("switchboard/nguoi_goi/10").doesNotContain("Nguyễn|");
        Said two = small.run(explain, "--language=vi", "switchboard/nguoi_goi/10", "switchboard/nguoi_goi/1990");
        assertThat(two.code()).as(two.err()).isEqualTo(1);
        assertThat(two.out()).contains("là cùng một người", "≠ ");
        assertThat(small.run(explain, "switchboard/nguoi_goi/123456").code()).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "What a command reads or changes is on record before it does it; where the trail does not take it, it does nothing")
    void onRecord() throws IOException {
        KeyFile.make(folder.resolve("chain.key"));
        KeyFile.make(folder.resolve("sealing.key"));
        String trail = "--unified-hotline.audit.folder=" + folder;
        Said retention = small.run(new RetentionCommand(), "--apply", trail);
        assertThat(retention.code()).as(retention.err()).isZero();
        assertThat(small.run(new ExplainCommand(), "switchboard/nguoi_goi/10", trail)
                        .code())
                .isZero();
        Said rotation = small.run(new RotateKeysCommand(), trail);
        assertThat(rotation.code()).as(rotation.err()).isZero();
        assertThat(rotation.out())
                .contains("new key: sealing-2.key", "keys of the audit trail", "sealing.key wraps nothing any more");
        assertThat(small.hub()
                        .sql()
                        .sql("SELECT kind || ' ' || account || ' ' || call FROM audit.entry ORDER BY sequence")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "CONFIGURATION operator command retention --apply",
                        "SERVICE operator command retention --apply has taken away",
                        "READ operator command explain",
                        "CONFIGURATION operator command rotate-keys");
        assertThat(new AuditCheck(small.hub(), folder, List.of(), Progress.NONE)
                        .run()
                        .complaints())
                .isEmpty();

        Said refused = small.run(
                new RetentionCommand(), "--apply", "--unified-hotline.audit.folder=" + folder.resolve("nowhere"));
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("so it does nothing");
        assertThat(small.run(new ExplainCommand(), "switchboard/nguoi_goi/10").err())
                .contains("not put on record: unified-hotline.audit.folder is not set");
    }

    @Test
    @DisplayName("Whom a command tells the values of is on record")
    void whomItTells() throws IOException {
        KeyFile.make(folder.resolve("chain.key"));
        KeyFile.make(folder.resolve("sealing.key"));
        String trail = "--unified-hotline.audit.folder=" + folder;
        TestServers.hub().run("hub_commands", "TRUNCATE audit.entry");
        small.hub().sql().sql("""
                        INSERT INTO link (record_id, master_id, link_kind, source_system, source_table, local_id)
                        SELECT record_id, gen_random_uuid(), 'SINGLE', source_system, source_table, local_id FROM source_record
                        """).update();
        try {
            small.run(
                    new ExplainCommand(),
                    "--with-values",
                    "switchboard/nguoi_goi/10",
                    "switchboard/nguoi_goi/1990",
                    trail);
            small.run(
                    EVALUATE,
                    "--sample",
                    "20",
                    "--out",
                    folder.resolve("sample.csv").toString(),
                    "--with-values",
                    trail);
            assertThat(told("command explain --with-values")).isEqualTo(2);
            assertThat(told("command evaluate --with-values tells of")).isBetween(10L, 40L);
        } finally {
            small.hub().sql().sql("DELETE FROM link").update();
            TestServers.hub().run("hub_commands", "TRUNCATE audit.entry");
        }
    }

    private static long told(String call) {
        return small.hub()
                .sql()
                .sql("SELECT cardinality(masters) FROM audit.entry WHERE call = ?")
                .param(call)
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName("The settings of a running demo are found in its folder")
    void demo() throws IOException {
        Path demo = Files.createDirectory(folder.resolve("demo"));
        Files.write(
                demo.resolve("service.properties"),
                small.settings().stream().map(setting -> setting.substring(2)).toList());
        Said said = SmallHub.run(EVALUATE, List.of("--truth", truth().toString(), "--demo=" + demo));
        assertThat(said.code()).as(said.err()).isEqualTo(0);
        assertThat(said.out()).contains("records resolved");
    }

    @Test
    @DisplayName("What cannot be used is said, with the exit code 2, and nothing is written")
    void badInput() throws IOException {
        Path out = folder.resolve("none.yaml");
        Path labels = Files.write(folder.resolve("bad.csv"), List.of("source_a,verdict", "x,same"));
        Said noColumns = small.run(TRAIN, "--out", out.toString(), "--labels", labels.toString());
        assertThat(noColumns.code()).isEqualTo(2);
        assertThat(noColumns.err()).contains("bad.csv: line 1: expected the columns source_a,table_a");
        assertThat(out).doesNotExist();
        Path truth = Files.write(
                folder.resolve("twice.csv"), List.of("source,table,local_id,person_id", "a,b,1,2", "a,b,1,3"));
        assertThat(small.run(EVALUATE, "--truth", truth.toString()).err())
                .contains("line 3: column local_id: a/b/1 stands there twice");
        assertThat(SmallHub.run(EVALUATE, List.of("--truth", truth().toString(), "--demo=" + folder))
                        .err())
                .contains("is that the DEMO_DIR of a demo?");
        assertThat(SmallHub.run(EVALUATE, List.of("--sample", "5")).err()).contains("--sample needs --out");
        assertThat(SmallHub.run(EVALUATE, List.of()).err()).contains("expected one of --truth, --sample and --judged");
        assertThat(SmallHub.run(TRAIN, List.of("--help")).out()).contains("Usage");
    }

    @Test
    @DisplayName("A hub that the service never started on, and one that is away, are told apart")
    void noHub() throws IOException {
        String empty = TestServers.hub().jdbcUrl(TestServers.hub().createDatabase("hub_without_tables"));
        List<String> settings = small.settings();
        Said noTables = SmallHub.run(
                EVALUATE,
                List.of(
                        "--truth",
                        truth().toString(),
                        "--spring.datasource.url=" + empty,
                        settings.get(1),
                        settings.get(2)));
        assertThat(noTables.code()).isEqualTo(2);
        assertThat(noTables.err()).contains("did the service ever start on it?");
        Said away = SmallHub.run(
                EVALUATE,
                List.of("--truth", truth().toString(), "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/hub"));
        assertThat(away.code()).isEqualTo(2);
        assertThat(away.err()).contains("the hub cannot be reached");
    }
}
