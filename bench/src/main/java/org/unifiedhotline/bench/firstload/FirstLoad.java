package org.unifiedhotline.bench.firstload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Watches the first load of a demo: start this, then the demo with {@code DEMO_SWITCHBOARD_SQL} and
 * {@code DEMO_HOTLINE_SQL} set to files of {@code GenerateSampleData}. The console's port is {@code DEMO_PORT_CONSOLE}
 * or 8080.
 */
public final class FirstLoad {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PAUSE_MILLIS = 500;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI service;
    private @Nullable String token;

    private FirstLoad(URI service) {
        this.service = service;
    }

    public static void main(String[] arguments) throws InterruptedException {
        String port = System.getenv("DEMO_PORT_CONSOLE");
        new FirstLoad(URI.create("http://127.0.0.1:" + (port == null || port.isEmpty() ? "8080" : port))).run();
    }

    private void run() throws InterruptedException {
        System.out.println("waiting for the service");
        JsonNode pipeline = pipeline();
        while (pipeline == null) {
            Thread.sleep(PAUSE_MILLIS);
            pipeline = pipeline();
        }
        long start = System.nanoTime();
        long lastTold = 0;
        while (pipeline == null || !pipeline.path("caughtUp").asBoolean()) {
            long seconds = secondsSince(start);
            if (pipeline != null && seconds >= lastTold + 10) {
                lastTold = seconds;
                System.out.printf(
                        "%5d s  rows captured %d, backlogs %s%n", seconds, rows(pipeline), pipeline.path("backlogs"));
            }
            Thread.sleep(PAUSE_MILLIS);
            pipeline = pipeline();
        }
        double took = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%d rows searchable %.1f s after the service's first answer: %.0f rows a second%n",
                rows(pipeline), took, rows(pipeline) / took);
    }

    private static long rows(JsonNode pipeline) {
        long rows = 0;
        for (JsonNode table : pipeline.path("tables")) {
            rows += table.path("liveRows").asLong();
        }
        return rows;
    }

    /** What the service says of its pipeline; null while it does not answer. */
    private @Nullable JsonNode pipeline() throws InterruptedException {
        try {
            String given = token;
            if (given == null) {
                given = token();
                token = given;
            }
            if (given == null) {
                return null;
            }
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(service.resolve("/api/v1/pipeline"))
                            .header("Authorization", "Bearer " + given)
                            .build(),
                    BodyHandlers.ofString());
            return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : null;
        } catch (IOException e) {
            return null;
        }
    }

    private @Nullable String token() throws IOException, InterruptedException {
        String client =
                Base64.getEncoder().encodeToString("office-script:office-script".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(service.resolve("/oauth2/token"))
                        .header("Authorization", "Basic " + client)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
        return answer.statusCode() == 200
                ? JSON.readTree(answer.body()).path("access_token").asText()
                : null;
    }

    private static long secondsSince(long start) {
        return (System.nanoTime() - start) / 1_000_000_000L;
    }
}
