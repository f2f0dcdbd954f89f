package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Runs {@code web/browser/main-jobs.mjs} against the running console. Screenshots of every page stand in
 * {@code target/screens} afterwards. Where no Chromium is installed the test is skipped and says so.
 */
@DisplayName("In a real browser")
class BrowserIT {
    private static final int NO_CHROMIUM = 77;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Test
    @DisplayName("a supervisor logs in, searches by keyboard, opens a person and reads the pipeline, in both languages")
    void mainJobs() throws IOException, InterruptedException {
        Path told = Files.createTempFile("browser", ".log");
        Process browser = new ProcessBuilder(
                        "node",
                        "browser/main-jobs.mjs",
                        ConsoleService.url(),
                        "nguyen thi hoa 2006",
                        "--user",
                        "supervisor", // the tests' steward may not see this victim
                        "--screenshots",
                        Path.of("target", "screens").toAbsolutePath().toString())
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
