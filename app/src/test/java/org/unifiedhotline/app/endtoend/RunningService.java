package org.unifiedhotline.app.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The shipped jar as a process of its own, with a client that speaks to it as {@code office-script}. */
final class RunningService implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http;
    private final String scheme;
    private final Map<String, String> settings;
    private final Path log;
    private final int port;
    private @Nullable Process process;
    private @Nullable String token;
    private final Map<String, String> tokens = new HashMap<>();

    RunningService(Map<String, String> settings, Path log) {
        this(settings, log, null);
    }

    /** With a console that is served by TLS, if there is somebody to trust. */
    RunningService(Map<String, String> settings, Path log, @Nullable SSLContext trust) {
        HttpClient.Builder client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5));
        this.http = trust == null ? client.build() : client.sslContext(trust).build();
        this.scheme = trust == null ? "http" : "https";
        this.settings = Map.copyOf(settings);
        this.log = log;
        this.port = freePort();
    }

    void start() {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-jar"));
        command.add(Path.of("target", "app.jar").toAbsolutePath().toString());
        command.add("--spring.profiles.active=demo");
        command.add("--server.port=" + port);
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Process started = process;
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        waitUntil("the service answers", this::answers);
    }

    /** All that it wrote. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it without warning, as a power cut would. */
    void kill() throws InterruptedException {
        Process running = Objects.requireNonNull(process);
        running.destroyForcibly();
        running.waitFor();
        token = null;
    }

    /** Asks it to end, as a service manager does, and waits; its exit code. */
    int end() throws InterruptedException {
        Process running = Objects.requireNonNull(process);
        running.destroy();
        if (!running.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end:\n" + tailOfLog());
        }
        return running.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null && process.isAlive()) {
            process.destroy();
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    int port() {
        return port;
    }

    void waitUntilCaughtUp() {
        waitUntil(
                "the pipeline has caught up",
                () -> get("/api/v1/pipeline").path("caughtUp").asBoolean(false));
    }

    JsonNode search(String query) {
        return get("/api/v1/search?size=5&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    JsonNode get(String path) {
        HttpResponse<String> response = send(path);
        if (response.statusCode() != 200) {
            throw new AssertionError("GET " + path + " answered " + response.statusCode() + " " + response.body());
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer's JSON, whatever its status. */
    JsonNode json(String path) {
        try {
            return JSON.readTree(send(path).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The crosswalk's rows, without its heading. */
    List<String> crosswalk() {
        HttpResponse<String> response = send("/api/v1/crosswalk.csv");
        List<String> lines = response.body().lines().toList();
        if (!lines.getFirst().equals("source,table,local_id,master_id,link_kind")) {
            throw new AssertionError("the crosswalk's heading is " + lines.getFirst());
        }
        return lines.subList(1, lines.size());
    }

    HttpResponse<String> send(String path) {
        try {
            HttpResponse<String> response = http.send(authorized(path), BodyHandlers.ofString());
            if (response.statusCode() == 401) {
                token = null;
                return http.send(authorized(path), BodyHandlers.ofString());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void waitUntil(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            if (process != null && !process.isAlive()) {
                throw new AssertionError("the service ended while waiting until " + what + ":\n" + tailOfLog());
            }
            if (condition.getAsBoolean()) {
                return;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("waited in vain until " + what + ":\n" + tailOfLog());
    }

    private boolean answers() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri("/actuator/health/liveness")).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest authorized(String path) throws IOException, InterruptedException {
        if (token == null) {
            token = fetchToken("office-script");
        }
        return HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(60))
                .build();
    }

    /** Makes a call as a machine client, whose token is kept. */
    HttpResponse<String> call(String client, String method, String path, @Nullable String json) {
        try {
            String known = tokens.get(client);
            String given = known == null ? fetchToken(client) : known;
            tokens.put(client, given);
            HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                    .header("Authorization", "Bearer " + given)
                    .timeout(Duration.ofSeconds(60));
            if (json != null) {
                request.header("Content-Type", "application/json");
            }
            return http.send(
                    request.method(
                                    method,
                                    json == null
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofString(json))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Posts JSON as another machine client. */
    HttpResponse<String> post(String client, String path, String json) {
        try {
            return http.send(
                    HttpRequest.newBuilder(uri(path))
                            .header("Authorization", "Bearer " + fetchToken(client))
                            .header("Content-Type", "application/json")
                            .timeout(Duration.ofSeconds(60))
                            .POST(HttpRequest.BodyPublishers.ofString(json))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String fetchToken(String client) throws IOException, InterruptedException {
        String credentials =
                Base64.getEncoder().encodeToString((client + ":" + client).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(uri("/oauth2/token"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new AssertionError("POST /oauth2/token answered " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body()).path("access_token").asText();
    }

    private URI uri(String path) {
        return URI.create(scheme + "://127.0.0.1:" + port + path);
    }

    private String tailOfLog() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return "(no log)";
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
