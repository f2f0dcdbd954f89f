package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.audit.Disclosures;
import org.unifiedhotline.masterrecords.records.MasterId;

/** A second service over the same hub, with calls of its own that answer longer than what is held back. */
@DisplayName("Whom a long answer shows")
class LongAnswersIT {
    /** Only the service of this test has these calls. */
    private static final String LONG = "long-answers";

    private static final int ROWS = 2_600;
    private static final String PADDING = "-".repeat(63);

    private static ServletWebServerApplicationContext service;
    private static Http officer;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        String delivered;
        try (InputStream yaml = LongAnswersIT.class.getResourceAsStream("/org/unifiedhotline/console/roles.yaml")) {
            delivered = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        }
        Path roles = Files.writeString(
                folder.resolve("roles.yaml"),
                delivered.replace(
                        "\ncalls:\n",
                        "\ncalls:\n  - { call: \"GET /api/v1/long/{how}\", scope: records, audit: read, roles: [officer] }\n"));
        service = ConsoleService.startBeside(
                Map.of("unified-hotline.console.roles-file", roles.toUri().toString(), LONG, "true"));
        officer = Http.machine(
                "office-script", "http://127.0.0.1:" + service.getWebServer().getPort());
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    @DisplayName(
            "is on record before a portion of it goes, while the rest is still to come, and after its reader hung up")
    void whileItComes() throws Exception {
        LongAnswers answers = service.getBean(LongAnswers.class);
        long before = last();
        TreeSet<String> received = new TreeSet<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(officer.stream("/api/v1/long/waits", null).body(), StandardCharsets.UTF_8))) {
            while (received.size() < 1_000) {
                received.add(lines.readLine().substring(0, 36));
            }
            assertThat(onRecord(before)).as("should the service be killed now").containsAll(received);
        }
        answers.goOn.countDown();
        assertThat(answers.done.await(1, TimeUnit.MINUTES)).isTrue();
        OpenWork.await(() -> onRecord(before).containsAll(answers.shown));
    }

    @Test
    @DisplayName("is on record when the answer breaks off by a fault in the service")
    void brokenOff() throws IOException {
        LongAnswers answers = service.getBean(LongAnswers.class);
        long before = last();
        InputStream answer = officer.stream("/api/v1/long/breaks", null).body();
        try (answer) {
            answer.readAllBytes();
        } catch (IOException known) {
            // that is how the reader may learn of it
        }
        assertThat(answers.shown).hasSize(901);
        OpenWork.await(() -> onRecord(before).containsAll(answers.shown));
        assertThat(audit("limit=1000&account=office-script&call=long&after=" + before))
                .contains("otherwise than it began");
    }

    private static long last() {
        return json(audit("limit=1")).path("sequence").asLong();
    }

    private static TreeSet<String> onRecord(long before) {
        TreeSet<String> people = new TreeSet<>();
        audit("limit=1000&account=office-script&call=long&after=" + before)
                .lines()
                .map(LongAnswersIT::json)
                .forEach(entry -> entry.path("masters").forEach(id -> people.add(id.asText())));
        return people;
    }

    private static String audit(String question) {
        return Http.machine("auditor-script").get("/api/v1/audit?" + question).body();
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    /** Shows people who are nobody, a row of a hundred letters each. */
    @RestController
    @ConditionalOnProperty(LONG)
    static class LongAnswers {
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final CountDownLatch done = new CountDownLatch(1);
        private final Disclosures disclosures;
        private volatile TreeSet<String> shown = new TreeSet<>();

        LongAnswers(Disclosures disclosures) {
            this.disclosures = disclosures;
        }

        @GetMapping("/api/v1/long/{how}")
        void answer(@PathVariable String how, HttpServletResponse response) throws Exception {
            response.setContentType("text/plain");
            PrintWriter out = response.getWriter();
            TreeSet<String> all = new TreeSet<>();
            for (int row = 0; row < ROWS; row++) {
                MasterId id = MasterId.of(UUID.randomUUID().toString());
                disclosures.people(id);
                out.write(id + PADDING + "\n");
                all.add(id.toString());
                shown = all;
                if (how.equals("breaks") && row == 900) {
                    throw new IllegalStateException("for a test");
                }
                if (how.equals("waits") && row == 1_500) {
                    goOn.await(1, TimeUnit.MINUTES);
                }
            }
            done.countDown();
        }
    }
}
