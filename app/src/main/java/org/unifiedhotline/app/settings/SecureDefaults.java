package org.unifiedhotline.app.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.unifiedhotline.app.Application;

/**
 * What holds unless an operator says otherwise: secrets may stand in files that variables ending with {@code _FILE} name; the hub
 * is connected to by TLS, its certificate checked, unless it is on this machine; the console is served by TLS, unless it
 * is a demo or heard on this machine only, which {@link StartReport} looks at.
 */
public final class SecureDefaults implements EnvironmentPostProcessor, Ordered {
    private static final String FILE = "_FILE";
    private static final String URL = "spring.datasource.url";
    private static final Set<String> OURS = Set.of("SPRING_", "UNIFIEDHOTLINE_", "UNIFIED_HOTLINE_", "SERVER_");

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean reported = application.getAllSources().contains(Application.class);
        addSecretFiles(environment, environment.getSystemEnvironment(), reported);
        String url = environment.getProperty(URL);
        if (url != null && !url.equals(checked(url))) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("connections by TLS", Map.of(URL, checked(url))));
        }
    }

    /** The files of secrets by the variables that name them. */
    static Map<String, String> secretFiles(Map<String, Object> variables) {
        Map<String, String> files = new TreeMap<>();
        variables.forEach((name, file) -> {
            if (name.endsWith(FILE) && OURS.stream().anyMatch(name::startsWith)) {
                files.put(name, file.toString());
            }
        });
        return files;
    }

    /**
     * Adds the secrets that stand in files.
     *
     * @param reported whether files that cannot be read are told with everything else, and are left out here
     */
    static void addSecretFiles(ConfigurableEnvironment environment, Map<String, Object> variables, boolean reported) {
        Map<String, Object> secrets = new HashMap<>();
        secretFiles(variables).forEach((name, file) -> {
            if (!reported || Files.isRegularFile(Path.of(file))) {
                secrets.put(name.substring(0, name.length() - FILE.length()), secret(name, file));
            }
        });
        if (!secrets.isEmpty()) {
            environment
                    .getPropertySources()
                    .addFirst(new SystemEnvironmentPropertySource("secret-files-systemEnvironment", secrets));
        }
    }

    private static String secret(String variable, String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new IllegalStateException(variable + ": " + file + " cannot be read");
        }
    }

    /** The hub's address with TLS, where it does not say how it is connected to and is not on this machine. */
    static String checked(String url) {
        if (!url.startsWith("jdbc:postgresql://") || url.contains("sslmode=") || isOnThisMachine(host(url))) {
            return url;
        }
        return url + (url.contains("?") ? "&" : "?")
                + "sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory";
    }

    private static @Nullable String host(String url) {
        try {
            return URI.create(url.substring("jdbc:".length())).getHost();
        } catch (IllegalArgumentException severalHosts) {
            return null;
        }
    }

    static void requireTlsOfConsole(ConfigurableEnvironment environment) {
        boolean tls = Stream.of("server.ssl.bundle", "server.ssl.certificate", "server.ssl.key-store")
                .anyMatch(environment::containsProperty);
        if (!tls && !isOnThisMachine(environment.getProperty("server.address"))) {
            throw new IllegalStateException(
                    "server.ssl.certificate is not set: outside the demo the console is served by TLS;"
                            + " set server.ssl.certificate and server.ssl.certificate-private-key, or server.address=127.0.0.1"
                            + " where a proxy on this machine does it");
        }
    }

    private static boolean isOnThisMachine(@Nullable String host) {
        return host != null && host.matches("127(\\.[0-9]{1,3}){3}|localhost|::1|\\[::1]");
    }
}
