package org.unifiedhotline.console.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.unifiedhotline.console.problems.SecurityProblems;

/** The issuer inside the service, with the demo's accounts. Its key lives as long as the process. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoIssuerConfiguration {
    /** Of 2^6 rounds: the demo's secrets are public, and scripts ask for tokens often. */
    private static final int ROUNDS = 6;

    private static final Duration TOKEN_LIFE = Duration.ofHours(1);

    /** Answers {@code POST /oauth2/token} and the public key; nothing else of an issuer is there. */
    @Bean
    @Order(1)
    SecurityFilterChain issuerChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/oauth2/token", "/oauth2/jwks")
                .with(
                        OAuth2AuthorizationServerConfigurer.authorizationServer(),
                        issuer -> issuer.tokenEndpoint(token -> token.accessTokenRequestConverters(
                                converters -> converters.add(0, new AllScopesWhenNoneAsked()))))
                .authorizeHttpRequests(calls -> calls.anyRequest().authenticated())
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    KnownAccounts demoAccounts() {
        return () -> Stream.concat(DemoAccount.people().stream(), DemoAccount.machines().stream())
                .map(account -> new KnownAccounts.Known(account.name(), Set.of(account.role())))
                .toList();
    }

    @Bean
    LoginMethod demoLogin(JwtDecoder tokens, SecurityProblems problems) {
        return new DemoLogin(tokens, problems);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(ROUNDS);
    }

    @Bean
    UserDetailsService demoPeople(PasswordEncoder encoder) {
        return new InMemoryUserDetailsManager(DemoAccount.people().stream()
                .map(account -> User.withUsername(account.name())
                        .password(encoder.encode(account.name()))
                        .roles(account.role())
                        .build())
                .toList());
    }

    @Bean
    RegisteredClientRepository demoMachines(PasswordEncoder encoder) {
        return new InMemoryRegisteredClientRepository(DemoAccount.machines().stream()
                .map(account -> client(account, encoder))
                .toList());
    }

    @Bean
    OAuth2AuthorizationService issuedTokens() {
        return new UnkeptTokens();
    }

    @Bean
    AuthorizationServerSettings issuerSettings() {
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    JWKSource<SecurityContext> issuerKey() throws JOSEException {
        RSAKey key =
                new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    JwtDecoder issuedTokenReader(JWKSource<SecurityContext> issuerKey, EndedLogins ended) {
        JwtDecoder decoder = OAuth2AuthorizationServerConfiguration.jwtDecoder(issuerKey);
        if (decoder instanceof NimbusJwtDecoder nimbus) {
            nimbus.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    new JwtTimestampValidator(Duration.ZERO),
                    token -> token.getExpiresAt() != null && audience(token)
                            ? OAuth2TokenValidatorResult.success()
                            : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token")),
                    OpenIdTokens.notEnded(ended, Jwt::getSubject)));
        }
        return decoder;
    }

    /** The issuer makes tokens for whom they are given to, and for nobody else. */
    private static boolean audience(Jwt token) {
        return token.getAudience() != null && token.getAudience().equals(List.of(token.getSubject()));
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> rolesIntoTokens() {
        Map<String, String> roles =
                DemoAccount.machines().stream().collect(Collectors.toMap(DemoAccount::name, DemoAccount::role));
        return token -> {
            String role = roles.get(token.getRegisteredClient().getClientId());
            token.getClaims().claim("roles", role == null ? List.of() : List.of(role));
        };
    }

    private static RegisteredClient client(DemoAccount account, PasswordEncoder encoder) {
        return RegisteredClient.withId(account.name())
                .clientId(account.name())
                .clientSecret(encoder.encode(account.name()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(account.scopes()))
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIFE)
                        .build())
                .build();
    }
}
