package org.unifiedhotline.console.login;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.unifiedhotline.console.problems.SecurityProblems;

/** Outside the demo, a provider must be configured: there is no account of our own to fall back on. */
@Configuration(proxyBeanMethods = false)
@Profile("!demo")
@EnableConfigurationProperties(OpenIdProperties.class)
class OpenIdConfiguration {

    @Bean
    KnownAccounts noAccountsOfOurOwn() {
        return List::of;
    }

    /** @throws IllegalStateException if nobody could log in */
    static void requireIssuer(OpenIdProperties settings) {
        if (settings.issuer() == null) {
            throw new IllegalStateException(
                    "nobody could log in: set unified-hotline.console.open-id.issuer (and client-id,"
                            + " client-secret) to an OpenID Connect provider, or start with the profile 'demo' to try the service");
        }
    }

    @Bean
    OpenIdProvider openIdProvider(OpenIdProperties settings) {
        requireIssuer(settings);
        return new OpenIdProvider(settings);
    }

    @Bean
    LoginMethod openIdLogin(
            OpenIdProperties settings, OpenIdProvider provider, EndedLogins ended, SecurityProblems problems) {
        return new OpenIdLogin(settings, provider, ended, problems);
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> identityTokens(OpenIdProvider provider, OpenIdProperties settings) {
        OpenIdTokens tokens = new OpenIdTokens(provider, settings);
        return tokens::ofPeople;
    }

    @Bean
    LogOutNotices logOutNotices(OpenIdProvider provider, OpenIdProperties settings, EndedLogins ended) {
        return new LogOutNotices(new OpenIdTokens(provider, settings).ofLogOuts(), ended);
    }
}
