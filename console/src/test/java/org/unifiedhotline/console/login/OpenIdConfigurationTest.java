package org.unifiedhotline.console.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

@DisplayName("Outside the demo")
class OpenIdConfigurationTest {

    @Test
    @DisplayName("the service does not start without a provider, and says what to set")
    void refusesToStart() {
        new ApplicationContextRunner()
                .withUserConfiguration(OpenIdConfiguration.class, DemoIssuerConfiguration.class)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("unified-hotline.console.open-id.issuer"));
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.password, hub",
        "spring.datasource.password, ''",
        "spring.datasource.password, Captain",
        "SPRING_DATASOURCE_PASSWORD, changeme",
        "unified-hotline.sources.switchboard.password, legacy",
        "unified-hotline.console.open-id.client-secret, secret",
        "unified-hotline.console.open-id.client-secret, console-at-sso",
        "UNIFIEDHOTLINE_CONSOLE_OPENID_CLIENTSECRET, Admin",
        "server.ssl.key-store-password, changeit",
        "spring.datasource.url, jdbc:postgresql://hub:5432/hub?user=hub&password=hub",
        "SPRING_DATASOURCE_URL, jdbc:postgresql://hub:5432/hub?ssl=true&PASSWORD=vT9-qK2.mfL0",
        "unified-hotline.search.url, https://elastic:vT9-qK2.mfL0@search:9200"
    })
    @DisplayName(
            "the service does not start with a credential that everybody knows, and names the setting and not the secret")
    void knownCredentials(String setting, String secret) {
        ConfigurableEnvironment settings = with(Map.of(
                setting,
                secret,
                "spring.datasource.username",
                "captain",
                "SPRING_DATASOURCE_USERNAME",
                "captain",
                "unified-hotline.console.open-id.client-id",
                "console-at-sso"));
        assertThatThrownBy(() -> NoKnownCredentials.requireOwn(settings)).hasMessageContaining(setting);
        if (secret.length() > 5 && !setting.contains(secret)) {
            assertThatThrownBy(() -> NoKnownCredentials.requireOwn(settings))
                    .message()
                    .doesNotContain(" " + secret + " ");
        }
    }

    @Test
    @DisplayName("credentials of one's own, and settings of others that only sound alike, are let pass")
    void ownCredentials() {
        assertThat(KnownCredentials.in(with(Map.of(
                        "spring.datasource.password",
                        "vT9-qK2.mfL0",
                        "spring.datasource.url",
                        "jdbc:postgresql://hub.example:5432/hub?sslmode=verify-full&passwordless=x",
                        "GIT_PASSWORD",
                        "admin",
                        "user.name",
                        "password"))))
                .isEmpty();
    }

    @Test
    @DisplayName("of the demo's accounts none exists")
    void noDemoAccounts() {
        new ApplicationContextRunner()
                .withUserConfiguration(DemoIssuerConfiguration.class)
                .run(context ->
                        assertThat(context).doesNotHaveBean("demoPeople").doesNotHaveBean("demoMachines"));
    }

    @Test
    @DisplayName("the demo, in turn, answers nobody but this machine")
    void demoStaysHere() {
        assertThatThrownBy(() -> NoKnownCredentials.requireHere("0.0.0.0")).hasMessageContaining("server.address");
        NoKnownCredentials.requireHere("127.0.0.1");
        NoKnownCredentials.requireHere(null);
    }

    private static ConfigurableEnvironment with(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("of the test", settings));
        return environment;
    }
}
