package org.unifiedhotline.console.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.unifiedhotline.console.ConsoleProperties;
import org.unifiedhotline.console.problems.SecurityProblems;

@DisplayName("Outside the demo")
class OpenIdConfigurationTest {

    @Test
    @DisplayName("the service does not start without a provider, and says what to set")
    void refusesToStart() {
        new ApplicationContextRunner()
                .withUserConfiguration(OpenIdConfiguration.class, DemoIssuerConfiguration.class, SecurityProblems.class)
                .withBean(ObjectMapper.class)
                .withBean(ConsoleProperties.class, () -> new ConsoleProperties(null, null))
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("unified-hotline.console.open-id.issuer"));
    }

    @Test
    @DisplayName("a provider's address that is none, and half of a client's credentials, are refused by name")
    void refusesNonsense() {
        assertThatThrownBy(() -> new ConsoleProperties.OpenId("sso", null, null, "roles"))
                .hasMessageContaining("open-id.issuer");
        assertThatThrownBy(() -> new ConsoleProperties.OpenId("https://sso.example", "console", null, "roles"))
                .hasMessageContaining("client-secret");
    }
}
