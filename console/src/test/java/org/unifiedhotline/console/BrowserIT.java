package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.reconciliation.Difference;
import org.unifiedhotline.masterrecords.reconciliation.Difference.Kind;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliation.AskedBy;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliation.Figures;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliations;

/**
 * Runs {@code web/browser/run.mjs} against the running console: every job of {@code web/browser/jobs}, then every page in
 * every look. The screenshots stand in {@code target/screens} afterwards, a folder for each look. Where no Chromium is
 * installed the tests are skipped and say so.
 */
@DisplayName("In a real browser")
class BrowserIT {
    private static final int NO_CHROMIUM = 77;
    private static final Duration PATIENCE = Duration.ofMinutes(25);
    private static final String QUERY = "nguyen thi hoa 2006";

    private static long compared;

    @BeforeAll
    static void workForStewards() {
        SmallWorld.addChildrenAlike(ConsoleService.context());
        compared = compare();
    }

    @AfterAll
    static void leave() {
        SmallWorld.removeChildrenAlike(ConsoleService.context());
        hub().sql()
                .sql("DELETE FROM reconciliation WHERE reconciliation_id = ?")
                .param(compared)
                .update();
    }

    /** Sources, hub and index were compared: something was mended, and something is left. */
    private static long compare() {
        Reconciliations reconciliations = new Reconciliations(hub());
        long id = reconciliations.begin(AskedBy.COMMAND, true);
        reconciliations.done(
                id,
                new Figures(8, 5, 5, 2, 1, 0, 0),
                List.of(
                        new Difference(
                                Kind.ROW_ALTERED, "switchboard/tre_em/7", "is not as at its source: ho_ten", true),
                        new Difference(
                                Kind.DOCUMENT_ALTERED,
                                "00000000-0000-4000-8000-000000000001",
                                "its document is of another version",
                                false)));
        return id;
    }

    private static HubDatabase hub() {
        return ConsoleService.context().getBean(HubDatabase.class);
    }

    static Stream<String> jobs() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("web", "browser", "jobs"))) {
            return files.map(file -> file.getFileName().toString().replace(".mjs", "")).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "the main job of {0}")
    @MethodSource("jobs")
    @DisplayName("every kind of user does the main job, in both languages, dark and light, wide and narrow")
    void mainJobs(String job) throws IOException, InterruptedException {
        run("jobs", "--jobs", job);
    }

    @Test
    @DisplayName("every page is sound in both languages, dark and light, at 360 and 1920 px")
    void everyPage() throws IOException, InterruptedException {
        run("pages", "--every-page");
    }

    private static void run(String folder, String... options) throws IOException, InterruptedException {
        Path told = Files.createTempFile("browser", ".log");
        Path screens = Path.of("target", "screens", folder).toAbsolutePath();
        List<String> command = new ArrayList<>(
                List.of("node", "browser/run.mjs", ConsoleService.url(), "--query", QUERY, "--screenshots"));
        command.add(screens.toString());
        command.addAll(List.of(options));
        Process browser = new ProcessBuilder(command)
                .directory(Path.of("web").toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        boolean ended = browser.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        browser.destroyForcibly();
        String output = Files.readString(told, StandardCharsets.UTF_8);
        Files.delete(told);
        assertThat(ended).as("the browser's jobs end: %s", output).isTrue();
        assumeTrue(browser.exitValue() != NO_CHROMIUM, output);
        assertThat(browser.exitValue()).as(output).isZero();
    }
}
