package org.unifiedhotline.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.demo.servers.Child;

/** The shipped jar as a process of its own, which can be killed, frozen and started again; asked as {@code office-script}. */
final class ServiceProcess implements AutoCloseable {
    /** What a process ends with that SIGKILL ended: 128 and the signal's number. */
    static final int KILLED = 137;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, String> settings;
    private final Path log;
    private final int port;
    private final List<String> machine = new ArrayList<>(List.of("-Xmx768m"));
    private Map<String, String> environment = Map.of();
    private @Nullable Process process;
    /** Where in the log the output of the last start begins. */
    private long begun;

    private @Nullable String token;

    /** @param log the file that its output is appended to over all starts */
    ServiceProcess(Map<String, String> settings, Path log) {
        this.settings = Map.copyOf(settings);
        this.log = log;
        this.port = freePort();
    }

    /** With other options for the virtual machine than {@code -Xmx768m}. */
    ServiceProcess on(String... options) {
        machine.clear();
        machine.addAll(List.of(options));
        return this;
    }

    /** With variables in addition to this process's own, from the next start. */
    ServiceProcess with(Map<String, String> variables) {
        environment = Map.copyOf(variables);
        return this;
    }

    /** Starts the process and does not wait for anything. Only from the test's own thread: it dies with that. */
    ServiceProcess launch() {
        List<String> command = new ArrayList<>();
        command.add(Commands.java());
        command.addAll(machine);
        command.addAll(Commands.QUICK);
        command.addAll(Commands.remembered());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of("-jar", Commands.jar().toString(), "--spring.profiles.active=demo"));
        command.addAll(List.of("--server.port=" + port, "--server.address=127.0.0.1"));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        ProcessBuilder builder = new ProcessBuilder(Child.bound(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            begun = Files.exists(log) ? Files.size(log) : 0;
            process = builder.start();
            token = null;
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the process if it does not run, and waits until it answers. */
    ServiceProcess start() {
        if (!isRunning()) {
            launch();
        }
        waitUntil("the service answers", this::answers);
        return this;
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    long pid() {
        return Objects.requireNonNull(process).pid();
    }

    /** SIGKILL; returns what the process ended with. */
    int kill() {
        signal("KILL");
        return awaitEnd();
    }

    /** What the process ends with, once it does. */
    int awaitEnd() {
        try {
            Process ending = Objects.requireNonNull(process);
            if (!ending.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the service does not end");
            }
            return ending.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a signal, by its name without SIG. */
    void signal(String signal) {
        Commands.run("kill", "-" + signal, Long.toString(pid()));
    }

    /** SIGTERM, and waits for an orderly end. */
    @Override
    public void close() {
        if (isRunning()) {
            signal("TERM");
            awaitEnd();
        }
    }

    /** All that it wrote over all its starts. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it wrote since its last start. */
    String logSinceStart() {
        try {
            byte[] all = Files.readAllBytes(log);
            return new String(all, (int) begun, all.length - (int) begun, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void waitUntilCaughtUp() {
        waitUntil(
                "the pipeline has caught up", () -> pipeline().path("caughtUp").asBoolean(false));
    }

    /** What {@code GET /api/v1/pipeline} answers; a missing node if it does not answer now. */
    JsonNode pipeline() {
        return get("/api/v1/pipeline");
    }

    /** The answer as JSON; a missing node if there is none, or one of an error. */
    JsonNode get(String path) {
        try {
            HttpResponse<String> response = send(path);
            return response.statusCode() == 200 ? JSON.readTree(response.body()) : JSON.missingNode();
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    /** The crosswalk's rows, without its heading. */
    List<String> crosswalk() {
        try {
            HttpResponse<String> response = send("/api/v1/crosswalk.csv");
            if (response.statusCode() != 200) {
                throw new AssertionError("the crosswalk answered " + response.statusCode());
            }
            return response.body().lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> send(String path) throws IOException {
        try {
            HttpResponse<String> response = http.send(authorized(path), BodyHandlers.ofString());
            if (response.statusCode() == 401) {
                token = null;
                return http.send(authorized(path), BodyHandlers.ofString());
            }
            return response;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for something that this process must bring about: fails if it ends meanwhile. */
    void waitUntil(String what, BooleanSupplier condition) {
        waitUntil(what, PATIENCE, condition);
    }

    /** The same for what may take longer than most. */
    void waitUntil(String what, Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (!isRunning()) {
                throw new AssertionError("the service ended while waiting until " + what + ":\n" + tailOfLog());
            }
            if (condition.getAsBoolean()) {
                return;
            }
            Commands.pause(100);
        }
        throw new AssertionError("waited in vain until " + what + ": " + get("/api/v1/pipeline") + "\n" + tailOfLog());
    }

    /** Whether the process says that it lives. */
    boolean answers() {
        try {
            HttpRequest request = HttpRequest.newBuilder(uri("/actuator/health/liveness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
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

    /** Posts JSON as another machine client; the status of the answer and its body. */
    HttpResponse<String> post(String client, String path, String json) {
        try {
            HttpRequest request = HttpRequest.newBuilder(uri(path))
                    .header("Authorization", "Bearer " + fetchToken(client))
                    .header("Content-Type", "application/json")
                    .timeout(Duration.ofSeconds(60))
                    .POST(HttpRequest.BodyPublishers.ofString(json))
                    .build();
            return http.send(request, BodyHandlers.ofString());
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
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("POST /oauth2/token answered " + response.statusCode());
        }
        return JSON.readTree(response.body()).path("access_token").asText();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private String tailOfLog() {
        List<String> lines = log().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
