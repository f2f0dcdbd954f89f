package org.unifiedhotline.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.unifiedhotline.console.ConsoleService;
import org.unifiedhotline.masterrecords.keys.Keystore;

/** The console as it runs outside the demo, with a real provider beside it. */
@DisplayName("Login with a provider")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpenIdLoginIT {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Provider provider;
    private static ConfigurableApplicationContext service;
    private static String console;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        int port = freePort();
        console = "http://127.0.0.1:" + port;
        provider = new Provider(console);
        Map<String, Object> settings = new HashMap<>();
        String openId = "unified-hotline.console.open-id.";
        settings.put("server.port", port);
        settings.put(openId + "issuer", provider.issuer());
        settings.put(openId + "client-id", Provider.CLIENT);
        settings.put(openId + "client-secret", Provider.secret(Provider.CLIENT));
        settings.put(openId + "audience", "unified-hotline");
        settings.put(openId + "name-claim", "preferred_username");
        settings.put(openId + "roles-claim", "realm_access.roles");
        settings.put(openId + "roles.can-bo-duong-day", "officer");
        settings.put(openId + "roles.tu-van-vien", "counsellor");
        settings.put(openId + "roles.kiem-toan", "auditor");
        settings.put(openId + "centres-claim", "don_vi");
        settings.put(openId + "centres.[Hà Nội]", "HANOI");
        settings.put(openId + "connect-timeout", "500ms");
        settings.put(openId + "read-timeout", "5s");
        settings.put("unified-hotline.console.session.idle", "20m");
        String keys = keys(folder.resolve("keys"));
        settings.put("unified-hotline.audit.folder", keys);
        settings.put("unified-hotline.keys.folder", keys);
        service = ConsoleService.startOutsideDemo("console_open_id", settings);
    }

    /** As an operator makes them: outside the demo the service makes none by itself. */
    private static String keys(Path folder) throws IOException {
        Keystore.open(Files.createDirectory(folder), Map.of(), true);
        for (String name : List.of("chain.key", "sealing.key")) {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            Files.writeString(folder.resolve(name), HexFormat.of().formatHex(key));
        }
        return folder.toString();
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        if (provider != null) {
            provider.close();
        }
    }

    @Test
    @Order(1)
    @DisplayName("that is away: the service runs, and tells people and machines so in plain words")
    void away() throws Exception {
        Browser browser = new Browser();
        assertThat(browser.get(console + "/actuator/health/liveness").statusCode())
                .isEqualTo(200);
        HttpResponse<String> led = browser.get(console + "/oauth2/authorization/console");
        assertThat(led.statusCode()).isEqualTo(302);
        assertThat(location(led)).isEqualTo("/login?problem=provider-away");
        HttpResponse<String> machine = browser.withToken(forged()).get(console + "/api/v1/me");
        assertThat(machine.statusCode()).isEqualTo(503);
        assertThat(JSON.readTree(machine.body()).path("type").asText())
                .isEqualTo("urn:unified-hotline:problem:login-away");
    }

    @Test
    @Order(2)
    @DisplayName(
            "goes by authorization code with PKCE, gives the browser our session alone, and maps the provider's words")
    void person() throws Exception {
        provider.start();
        Browser browser = new Browser();
        HttpResponse<String> begun = browser.get(console + "/oauth2/authorization/console");
        assertThat(location(begun))
                .startsWith(provider.issuer() + "/oauth2/authorize")
                .contains("code_challenge=", "code_challenge_method=S256", "state=", "nonce=", "response_type=code");
        String before = browser.cookies.get("UHR_SESSION");
        HttpResponse<String> back = browser.logIn("lan", begun);
        assertThat(location(back)).isEqualTo("/");
        assertThat(back.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("UHR_SESSION=")
                        .contains("HttpOnly", "Secure")
                        .containsIgnoringCase("SameSite=Lax"));
        assertThat(browser.cookies.get("UHR_SESSION")).isNotEqualTo(before);
        assertThat(browser.cookies.keySet()).containsOnly("UHR_SESSION", "XSRF-TOKEN", "PROVIDER");

        JsonNode me = JSON.readTree(browser.get(console + "/api/v1/me").body());
        assertThat(me.path("name").asText()).isEqualTo("lan@ministry");
        assertThat(me.path("roles").toString()).isEqualTo("[\"officer\"]");
        assertThat(me.toString()).doesNotContain("eyJ");
        assertThat(browser.get(console + "/api/v1/audit").statusCode()).isEqualTo(403);
        assertThat(JSON.readTree(browser.get(console + "/api/v1/session").body())
                        .path("secondsLeft")
                        .asLong())
                .isBetween(1_100L, 1_200L);
    }

    @Test
    @Order(3)
    @DisplayName(
            "lets nobody in who has no role here, nor a code that is made up or comes without the browser that asked for it")
    void refused() throws Exception {
        Browser minh = new Browser();
        HttpResponse<String> back = minh.logIn("minh", minh.get(console + "/oauth2/authorization/console"));
        assertThat(location(back)).isEqualTo("/login?problem=no-role");
        assertThat(minh.get(console + "/api/v1/me").statusCode()).isEqualTo(401);

        Browser guesser = new Browser();
        HttpResponse<String> begun = guesser.get(console + "/oauth2/authorization/console");
        String state = part(location(begun), "state");
        assertThat(location(guesser.get(console + "/login/oauth2/code/console?code=made-up&state=" + state)))
                .startsWith("/login?problem=");
        assertThat(location(new Browser().get(console + "/login/oauth2/code/console?code=x&state=" + state)))
                .startsWith("/login?problem=");
        assertThat(guesser.get(console + "/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    @Order(4)
    @DisplayName("of machines takes tokens of our audience alone, with their scopes, and no forged ones")
    void machines() throws Exception {
        Browser script = new Browser().withToken(token("script"));
        assertThat(script.get(console + "/api/v1/search").statusCode()).isEqualTo(200);
        assertThat(script.get(console + "/api/v1/pipeline").statusCode())
                .as("its scopes do not hold it")
                .isEqualTo(403);
        assertThat(new Browser()
                        .withToken(token("elsewhere"))
                        .get(console + "/api/v1/search")
                        .statusCode())
                .as("made for somebody else")
                .isEqualTo(401);
        assertThat(new Browser()
                        .withToken(forged())
                        .get(console + "/api/v1/search")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @Order(4)
    @DisplayName(
            "of machines takes no token that lasts longer than a log-out everywhere is remembered, or hides how long")
    void longTokens() throws Exception {
        for (String machine : List.of(Provider.LONG, Provider.UNDATED, Provider.AHEAD)) {
            assertThat(new Browser()
                            .withToken(token(machine))
                            .get(console + "/api/v1/search")
                            .statusCode())
                    .as(machine)
                    .isEqualTo(401);
        }
    }

    @Test
    @Order(4)
    @DisplayName("takes an account's centres from the provider: on record with what it does, and among the accounts")
    void centres() throws Exception {
        Browser mai = new Browser();
        mai.logIn("mai", mai.get(console + "/oauth2/authorization/console"));
        assertThat(mai.get(console + "/api/v1/search").statusCode()).isEqualTo(200);
        Browser auditor = new Browser();
        auditor.logIn("binh", auditor.get(console + "/oauth2/authorization/console"));
        JsonNode users = JSON.readTree(auditor.get(console + "/api/v1/users").body());
        assertThat(users.path("accounts").valueStream())
                .filteredOn(account -> account.path("name").asText().equals("mai@ministry"))
                .singleElement()
                .satisfies(account -> assertThat(
                                account.path("scope").path("centres").toString())
                        .isEqualTo("[\"HANOI\"]"));
        JsonNode entry = JSON.readTree(auditor.get(console + "/api/v1/audit?account=mai@ministry&kind=SEARCH")
                .body());
        assertThat(entry.path("details").path("centres").asText()).isEqualTo("HANOI");
    }

    @Test
    @Order(5)
    @DisplayName("ends with the provider's notice that the person logged out there, which nobody else can give")
    void backChannel() throws Exception {
        Browser browser = new Browser();
        browser.logIn("lan", browser.get(console + "/oauth2/authorization/console"));
        assertThat(browser.get(console + "/api/v1/me").statusCode()).isEqualTo(200);
        HttpResponse<String> answer =
                new Browser().form(console + "/logout/back-channel", Map.of("logout_token", forged()));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new Browser()
                        .form(console + "/logout/back-channel", Map.of("logout_token", token("script")))
                        .statusCode())
                .as("an access token is no notice")
                .isEqualTo(400);
        assertThat(browser.get(console + "/api/v1/me").statusCode()).isEqualTo(200);
        service.getBean(EndedLogins.class).end(EndedLogins.SUBJECT + "lan");
        assertThat(browser.get(console + "/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    @Order(6)
    @DisplayName("has no way in by a password of ours, no issuer of ours, and none of the demo's accounts")
    void nothingOfTheDemo() throws Exception {
        Browser browser = new Browser();
        browser.get(console + "/api/v1/login-options");
        HttpResponse<String> form =
                browser.form(console + "/login", Map.of("username", "officer", "password", "officer"));
        assertThat(form.statusCode()).isIn(403, 404, 405);
        HttpResponse<String> token = new Browser()
                .basic("office-script", "office-script")
                .form(console + "/oauth2/token", Map.of("grant_type", "client_credentials"));
        assertThat(token.statusCode()).isIn(401, 403, 404);
        assertThat(browser.get(console + "/api/v1/login-options").body())
                .contains("\"kind\":\"redirect\"", "\"demo\":false");
    }

    private String token(String client) throws IOException {
        HttpResponse<String> answer = new Browser()
                .basic(client, Provider.secret(client))
                .form(
                        provider.issuer() + "/oauth2/token",
                        Map.of("grant_type", "client_credentials", "scope", "records"));
        return JSON.readTree(answer.body()).path("access_token").asText();
    }

    private static String forged() throws Exception {
        var key = new RSAKeyGenerator(2048).keyID("forged").generate();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID("forged")
                        .type(JOSEObjectType.JWT)
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(provider.issuer())
                        .subject("lan")
                        .audience("unified-hotline")
                        .issueTime(new Date())
                        .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                        .claim("realm_access", Map.of("roles", List.of("can-bo-duong-day")))
                        .build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElse("(" + answer.statusCode() + ")")
                .replace(console, "");
    }

    private static String part(String address, String name) {
        Matcher found = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(address);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A browser that shows nothing. It keeps Secure cookies of this machine, as browsers do. */
    private static final class Browser {
        private final HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        private final Map<String, String> cookies = new LinkedHashMap<>();
        private @Nullable String authorization;

        Browser withToken(String token) {
            authorization = "Bearer " + token;
            return this;
        }

        Browser basic(String name, String secret) {
            authorization = "Basic "
                    + Base64.getEncoder().encodeToString((name + ":" + secret).getBytes(StandardCharsets.UTF_8));
            return this;
        }

        HttpResponse<String> get(String address) {
            return send(HttpRequest.newBuilder(URI.create(address)).header("Accept", "application/json"));
        }

        HttpResponse<String> form(String address, Map<String, String> fields) {
            String form = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .reduce((one, other) -> one + "&" + other)
                    .orElse("");
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
            if (cookies.containsKey("XSRF-TOKEN")) {
                request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
            }
            return send(request);
        }

        /** Logs in at the provider, where the console has led to, and comes back. */
        HttpResponse<String> logIn(String name, HttpResponse<String> begun) {
            String authorize = begun.headers().firstValue("Location").orElseThrow();
            HttpResponse<String> asked =
                    send(HttpRequest.newBuilder(URI.create(authorize)).header("Accept", "text/html"));
            String login = asked.headers().firstValue("Location").orElse(provider.issuer() + "/login");
            Matcher csrf = CSRF.matcher(
                    get(URI.create(provider.issuer()).resolve(login).toString()).body());
            assertThat(csrf.find()).as("the provider's login form").isTrue();
            HttpResponse<String> answer = form(
                    provider.issuer() + "/login",
                    Map.of("username", name, "password", name + "-of-the-test", "_csrf", csrf.group(1)));
            String next = answer.headers().firstValue("Location").orElseThrow();
            while (!next.startsWith(console)) {
                answer = send(HttpRequest.newBuilder(URI.create(next)).header("Accept", "text/html"));
                next = answer.headers().firstValue("Location").orElseThrow();
            }
            return send(HttpRequest.newBuilder(URI.create(next)).header("Accept", "text/html"));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            if (authorization != null) {
                request.header("Authorization", authorization);
            }
            if (!cookies.isEmpty()) {
                request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .reduce((one, other) -> one + "; " + other)
                                .orElse(""));
            }
            try {
                HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
                for (String set : answer.headers().allValues("Set-Cookie")) {
                    String pair = set.substring(0, set.indexOf(';'));
                    cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
                }
                return answer;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
