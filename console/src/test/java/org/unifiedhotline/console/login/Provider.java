package org.unifiedhotline.console.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/**
 * An OpenID Connect provider as a ministry may run one, on a port of its own: it asks for PKCE, and tells roles within a claim and by words of its
 * own, as Keycloak does.
 */
final class Provider implements AutoCloseable {
    static final String CLIENT = "console-of-the-test";
    static final String SECRET = "k3-w9.Fp2_vT";

    /** Machines whose tokens last a month, do not tell when they were issued, and tell a time to come. */
    static final String LONG = "long";

    static final String UNDATED = "undated";
    static final String AHEAD = "ahead";

    private static final Set<String> OF_OUR_AUDIENCE = Set.of("script", LONG, UNDATED, AHEAD);

    private final int port;
    private final String console;
    private ConfigurableApplicationContext context;

    Provider(String console) {
        this.console = console;
        this.port = freePort();
    }

    String issuer() {
        return "http://127.0.0.1:" + port;
    }

    void start() {
        Map<String, Object> settings = new HashMap<>();
        String server = "spring.security.oauth2.authorizationserver.";
        settings.put("server.port", port);
        settings.put("server.address", "127.0.0.1");
        settings.put("server.servlet.session.cookie.name", "PROVIDER");
        settings.put("spring.main.banner-mode", "off");
        settings.put("spring.config.name", "no-file-of-the-machine");
        settings.put(server + "issuer", issuer());
        client(settings, server + "client.people.", CLIENT, "authorization_code", "openid,profile");
        settings.put(server + "client.people.registration.redirect-uris", console + "/login/oauth2/code/console");
        settings.put(server + "client.people.require-proof-key", true);
        client(settings, server + "client.script.", "script", "client_credentials", "records,crosswalk");
        client(settings, server + "client.elsewhere.", "elsewhere", "client_credentials", "records");
        for (String machine : List.of(LONG, UNDATED, AHEAD)) {
            client(settings, server + "client." + machine + ".", machine, "client_credentials", "records");
        }
        settings.put(server + "client." + LONG + ".token.access-token-time-to-live", "30d");
        context =
                new SpringApplicationBuilder(Wiring.class).properties(settings).run();
    }

    private static void client(Map<String, Object> settings, String prefix, String id, String grant, String scopes) {
        settings.put(prefix + "registration.client-id", id);
        settings.put(prefix + "registration.client-secret", "{noop}" + secret(id));
        settings.put(prefix + "registration.client-authentication-methods", "client_secret_basic");
        settings.put(prefix + "registration.authorization-grant-types", grant);
        settings.put(prefix + "registration.scopes", scopes);
        settings.put(prefix + "require-authorization-consent", false);
    }

    /** Each client has its own. */
    static String secret(String client) {
        return SECRET + client;
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No component, so that the console, which looks for components in this package, does not take it for its own. */
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class,
        OAuth2AuthorizationServerAutoConfiguration.class,
        OAuth2AuthorizationServerJwtAutoConfiguration.class
    })
    static class Wiring {
        @Bean
        UserDetailsService people() {
            return new InMemoryUserDetailsManager(
                    User.withUsername("lan")
                            .password("{noop}lan-of-the-test")
                            .roles("ANY")
                            .build(),
                    User.withUsername("minh")
                            .password("{noop}minh-of-the-test")
                            .roles("ANY")
                            .build(),
                    User.withUsername("mai")
                            .password("{noop}mai-of-the-test")
                            .roles("ANY")
                            .build(),
                    User.withUsername("binh")
                            .password("{noop}binh-of-the-test")
                            .roles("ANY")
                            .build());
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            Map<String, List<String>> roles = Map.of(
                    "lan", List.of("can-bo-duong-day", "admin"),
                    "minh", List.of("admin"),
                    "mai", List.of("tu-van-vien"),
                    "binh", List.of("kiem-toan"));
            return token -> {
                String name = token.getPrincipal().getName();
                token.getClaims()
                        .claim("realm_access", Map.of("roles", roles.getOrDefault(name, List.of("can-bo-duong-day"))));
                token.getClaims().claim("preferred_username", name + "@ministry");
                if (name.equals("mai")) {
                    token.getClaims().claim("don_vi", List.of("Hà Nội"));
                }
                if (OF_OUR_AUDIENCE.contains(name)) {
                    token.getClaims().audience(List.of("unified-hotline"));
                }
                if (name.equals(UNDATED)) {
                    token.getClaims().claims(all -> all.remove("iat"));
                }
                if (name.equals(AHEAD)) {
                    Instant then = Instant.now().plus(Duration.ofDays(30));
                    token.getClaims().issuedAt(then).expiresAt(then.plusSeconds(300));
                }
            };
        }
    }
}
