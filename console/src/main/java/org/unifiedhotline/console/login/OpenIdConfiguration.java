package org.unifiedhotline.console.login;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.unifiedhotline.console.ConsoleProperties;
import org.unifiedhotline.console.problems.SecurityProblems;

/** Outside the demo, a provider must be configured: there is no account of our own to fall back on. */
@Configuration(proxyBeanMethods = false)
@Profile("!demo")
class OpenIdConfiguration {

    @Bean
    KnownAccounts noAccountsOfOurOwn() {
        return List::of;
    }

    @Bean
    LoginMethod openIdLogin(ConsoleProperties properties, SecurityProblems problems) {
        ConsoleProperties.OpenId provider = properties.openId();
        if (provider == null) {
            throw new IllegalStateException(
                    "nobody could log in: set unified-hotline.console.open-id.issuer (and client-id,"
                            + " client-secret) to an OpenID Connect provider, or start with the profile 'demo' to try the service");
        }
        return new OpenIdLogin(provider, problems);
    }
}
