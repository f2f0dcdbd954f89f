package org.unifiedhotline.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@DisplayName("Unless an operator says otherwise")
class SecureDefaultsTest {
    @Test
    @DisplayName("the hub is connected to by TLS and its certificate is checked, unless it is on this machine")
    void hub() {
        assertThat(SecureDefaults.checked("jdbc:postgresql://hub.example:5432/hub"))
                .isEqualTo("jdbc:postgresql://hub.example:5432/hub?sslmode=verify-full"
                        + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
        assertThat(SecureDefaults.checked("jdbc:postgresql://hub.example/hub?tcpKeepAlive=true"))
                .contains("?tcpKeepAlive=true&sslmode=verify-full");
        assertThat(SecureDefaults.checked("jdbc:postgresql://one,two/hub")).contains("sslmode=verify-full");
        assertThat(SecureDefaults.checked("jdbc:postgresql://127.hub.example/hub"))
                .as("a name that only looks like this machine's address")
                .contains("sslmode=verify-full");
        assertThat(SecureDefaults.checked("jdbc:postgresql://127.0.0.1:5432/hub"))
                .isEqualTo("jdbc:postgresql://127.0.0.1:5432/hub");
        assertThat(SecureDefaults.checked("jdbc:postgresql://hub.example/hub?sslmode=disable"))
                .isEqualTo("jdbc:postgresql://hub.example/hub?sslmode=disable");
    }

    @Test
    @DisplayName("the console needs a certificate outside the demo, and says so")
    void console() {
        assertThatThrownBy(() -> process(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("server.ssl.certificate is not set");
        assertThatCode(() -> process(Map.of("server.ssl.certificate", "a.pem"))).doesNotThrowAnyException();
        assertThatCode(() -> process(Map.of("server.address", "127.0.0.1"))).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("a secret may stand in a file that a variable names")
    void secretFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "s3cret\n");
        StandardEnvironment environment = environment(Map.of("server.address", "127.0.0.1"));
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.of()));
        SecureDefaults.addSecretFiles(
                environment, Map.of("SPRING_DATASOURCE_PASSWORD_FILE", file.toString(), "OTHER_FILE", "x"), false);
        assertThat(environment.getProperty("spring.datasource.password")).isEqualTo("s3cret");
        SecureDefaults.addSecretFiles(
                environment, Map.of("UNIFIEDHOTLINE_SEARCH_PASSWORD_FILE", file.toString()), false);
        assertThat(Binder.get(environment)
                        .bind("unified-hotline.search.password", String.class)
                        .get())
                .isEqualTo("s3cret");
        assertThatThrownBy(() -> SecureDefaults.addSecretFiles(
                        environment,
                        Map.of(
                                "SPRING_DATASOURCE_PASSWORD_FILE",
                                folder.resolve("none").toString()),
                        false))
                .hasMessageContaining("SPRING_DATASOURCE_PASSWORD_FILE");
    }

    private static void process(Map<String, Object> settings) {
        SecureDefaults.requireTlsOfConsole(environment(settings));
    }

    private static StandardEnvironment environment(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("settings", new HashMap<>(settings)));
        return environment;
    }
}
