package org.unifiedhotline.bench.stewardship;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The demo's API as one of its machine clients calls it. */
public final class Api {
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI service;
    private final String client;
    private @Nullable String token;

    /** Calls as this client, whose secret is its name. */
    public Api(URI service, String client) {
        this.service = service;
        this.client = client;
    }

    /** What was answered. */
    public record Answer(int status, String body) {
        public boolean isDone() {
            return status / 100 == 2;
        }

        /** The body. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Asks. */
    public Answer get(String path) {
        return call("GET", path, BodyPublishers.noBody());
    }

    Answer post(String path, Map<String, ?> body) {
        try {
            return call("POST", path, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer call(String method, String path, BodyPublisher body) {
        Answer answer = send(request(method, path, body).header("Authorization", "Bearer " + token(false)));
        if (answer.status() == 401) {
            answer = send(request(method, path, body).header("Authorization", "Bearer " + token(true)));
        }
        return answer;
    }

    private HttpRequest.Builder request(String method, String path, BodyPublisher body) {
        return HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, body);
    }

    private String token(boolean fresh) {
        String known = token;
        if (known == null || fresh) {
            String secret =
                    Base64.getEncoder().encodeToString((client + ":" + client).getBytes(StandardCharsets.UTF_8));
            known = send(HttpRequest.newBuilder(service.resolve("/oauth2/token"))
                            .header("Authorization", "Basic " + secret)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("grant_type=client_credentials")))
                    .json()
                    .path("access_token")
                    .asText();
            token = known;
        }
        return known;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
