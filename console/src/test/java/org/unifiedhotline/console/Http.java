package org.unifiedhotline.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a service over HTTP, the one of all tests unless another is named: as a script with a token, as a browser with a session, or as nobody. */
final class Http {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLIENT_CREDENTIALS = "grant_type=client_credentials";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private final String service;

    private Http(String service) {
        this.service = service;
    }

    static Http nobody() {
        return new Http(ConsoleService.url());
    }

    /** With a token of this client, whose secret is its name. */
    static Http machine(String name) {
        return machine(name, ConsoleService.url());
    }

    /** The same at the service that answers there. */
    static Http machine(String name, String service) {
        Http http = new Http(service);
        JsonNode answer = json(tokenAnswer(http, name, name, CLIENT_CREDENTIALS));
        return http.with(answer.path("access_token").asText());
    }

    static Http withToken(String token) {
        return nobody().with(token);
    }

    private Http with(String token) {
        headers.put("Authorization", "Bearer " + token);
        return this;
    }

    /** Logged in as this user, whose password is the name. */
    static Http person(String name) {
        return person(name, ConsoleService.url());
    }

    /** The same at the service that answers there. */
    static Http person(String name, String service) {
        Http http = new Http(service);
        HttpResponse<String> login = http.login(name, name);
        if (login.statusCode() != 204) {
            throw new IllegalStateException("login of " + name + " answered " + login.statusCode());
        }
        http.get("/api/v1/me");
        return http;
    }

    static JsonNode token(String client, String form) {
        return json(tokenAnswer(nobody(), client, client, form));
    }

    /** What is answered to who asks for a token with this secret. */
    static HttpResponse<String> tokenAnswer(String client, String secret) {
        return tokenAnswer(nobody(), client, secret, CLIENT_CREDENTIALS);
    }

    private static HttpResponse<String> tokenAnswer(Http http, String client, String secret, String form) {
        String credentials =
                Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        http.headers.put("Authorization", "Basic " + credentials);
        return http.form("/oauth2/token", form);
    }

    HttpResponse<String> login(String name, String password) {
        get("/api/v1/login-options"); // brings the anti-forgery cookie
        return withCsrf().form("/login", "username=" + encoded(name) + "&password=" + encoded(password));
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    HttpResponse<String> post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    /** Posts JSON. */
    HttpResponse<String> post(String path, String body) {
        return send("POST", path, body);
    }

    /** Sends JSON. */
    HttpResponse<String> send(String method, String path, String body) {
        headers.put("Content-Type", "application/json");
        try {
            return send(method, path, BodyPublishers.ofString(body));
        } finally {
            headers.remove("Content-Type");
        }
    }

    HttpResponse<String> call(String method, String path) {
        return send(method, path, BodyPublishers.noBody());
    }

    JsonNode json(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return json(answer);
    }

    /** Opens a stream of events, from behind this one if there is one. */
    HttpResponse<InputStream> stream(String path, @Nullable String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service + path));
        headers.forEach(request::header);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** From now on asks for pages, as a browser does when a person types an address. */
    Http forPages() {
        headers.put("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        return this;
    }

    /** From now on repeats the anti-forgery cookie in the header, as our page does. */
    Http withCsrf() {
        headers.put("X-XSRF-TOKEN", cookie("XSRF-TOKEN"));
        return this;
    }

    /** From now on sends this header. */
    Http withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** From now on has this cookie, as if somebody had planted it. */
    Http withCookie(String name, String value) {
        HttpCookie planted = new HttpCookie(name, value);
        planted.setPath("/");
        planted.setVersion(0);
        URI address = URI.create(service);
        planted.setDomain(address.getHost());
        cookies.getCookieStore().add(address, planted);
        return this;
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Posts a form. */
    HttpResponse<String> form(String path, String form) {
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        try {
            return send("POST", path, BodyPublishers.ofString(form));
        } finally {
            headers.remove("Content-Type");
        }
    }

    /** Fetches a file. */
    HttpResponse<byte[]> bytes(String path) {
        return send("GET", path, BodyPublishers.noBody(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body) {
        return send(method, path, body, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(
            String method, String path, HttpRequest.BodyPublisher body, HttpResponse.BodyHandler<T> handler) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(service + path)).method(method, body);
        headers.forEach(request::header);
        try {
            return client.send(request.build(), handler);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
