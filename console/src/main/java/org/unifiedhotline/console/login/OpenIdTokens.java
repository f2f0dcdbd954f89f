package org.unifiedhotline.console.login;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Reads the provider's tokens: machines' access tokens, people's identity tokens, and notices that somebody logged out. Signed by
 * one of the provider's keys with an asymmetric algorithm, by this issuer, in its time; beyond that each kind only as what it is.
 */
final class OpenIdTokens {
    private static final String LOGGED_OUT = "http://schemas.openid.net/event/backchannel-logout";

    /** What a machine's token may last; who was logged out everywhere is remembered for longer. */
    private static final Duration LONGEST_LIFE = Duration.ofHours(24);

    private final OpenIdProvider provider;
    private final OpenIdProperties settings;

    OpenIdTokens(OpenIdProvider provider, OpenIdProperties settings) {
        this.provider = provider;
        this.settings = settings;
    }

    /**
     * Reads access tokens of machines: made for our audience, with a beginning and an end that are no more than a day apart, and no identity
     * token.
     *
     * @param ended refuses tokens of whoever was logged out everywhere since
     */
    JwtDecoder ofMachines(OAuth2TokenValidator<Jwt> ended) {
        String audience = settings.audience();
        if (audience == null) {
            return token -> {
                throw new BadJwtException("no machine may call: unified-hotline.console.open-id.audience is not set");
            };
        }
        return lazily(List.of(
                rule(token -> token.getAudience() != null && token.getAudience().contains(audience), "audience"),
                rule(OpenIdTokens::isAccessToken, "kind"),
                rule(this::isShortLived, "life"),
                ended));
    }

    /** Who is logged out everywhere is refused by when a token was issued, and only as long as that is remembered. */
    private boolean isShortLived(Jwt token) {
        Instant issued = token.getIssuedAt();
        Instant end = token.getExpiresAt();
        return issued != null
                && end != null
                && !issued.isAfter(Instant.now().plus(settings.clockSkew()))
                && !end.isAfter(issued.plus(LONGEST_LIFE));
    }

    /** Reads the identity token of a person who has just logged in. */
    JwtDecoder ofPeople(ClientRegistration console) {
        OidcIdTokenValidator usual = new OidcIdTokenValidator(console);
        usual.setClockSkew(settings.clockSkew());
        return lazily(List.of(usual));
    }

    /** Reads a notice that the provider has logged somebody out (OpenID Connect Back-Channel Logout 1.0, section 2.6). */
    JwtDecoder ofLogOuts() {
        return lazily(List.of(
                rule(
                        token -> token.getAudience() != null
                                && token.getAudience().contains(settings.clientId()),
                        "audience"),
                rule(
                        token -> token.getClaim("events") instanceof Map<?, ?> events && events.containsKey(LOGGED_OUT),
                        "events"),
                rule(token -> token.getClaim("nonce") == null, "nonce"),
                rule(token -> token.getSubject() != null || token.getClaim("sid") != null, "subject")));
    }

    private JwtDecoder lazily(List<OAuth2TokenValidator<Jwt>> rules) {
        return new JwtDecoder() {
            private volatile @Nullable NimbusJwtDecoder made;

            @Override
            public Jwt decode(String token) {
                NimbusJwtDecoder decoder = made;
                if (decoder == null) {
                    try {
                        decoder = decoder(rules);
                    } catch (OpenIdProvider.Away away) {
                        // Not the token's fault: told as an answer that cannot be given just now.
                        throw new JwtException("the provider is away", away);
                    }
                    made = decoder;
                }
                return decoder.decode(token);
            }
        };
    }

    private NimbusJwtDecoder decoder(List<OAuth2TokenValidator<Jwt>> rules) {
        String keys = Objects.requireNonNull(provider.address("jwks_uri"), "the provider tells no jwks_uri");
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .restOperations(provider.calls())
                .jwsAlgorithms(all -> all.addAll(Arrays.asList(SignatureAlgorithm.values())))
                .validateType(false)
                .build();
        List<OAuth2TokenValidator<Jwt>> all = new java.util.ArrayList<>(List.of(
                new JwtTimestampValidator(settings.clockSkew()),
                new JwtIssuerValidator(provider.issuer()),
                rule(token -> token.getExpiresAt() != null, "end")));
        all.addAll(rules);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(all));
        return decoder;
    }

    /** By its header (RFC 9068) or the claim by which Keycloak tells its tokens apart. */
    private static boolean isAccessToken(Jwt token) {
        Object header = token.getHeaders().get("typ");
        Set<String> headers = Set.of("jwt", "at+jwt", "application/at+jwt");
        Object claim = token.getClaim("typ");
        boolean byHeader = header == null || headers.contains(header.toString().toLowerCase(Locale.ROOT));
        boolean byClaim = claim == null || claim.equals("Bearer");
        return byHeader && byClaim && token.getClaim("nonce") == null && token.getClaim("events") == null;
    }

    private static OAuth2TokenValidator<Jwt> rule(java.util.function.Predicate<Jwt> holds, String what) {
        OAuth2Error broken = new OAuth2Error("invalid_token", "the token's " + what + " is not what it must be", null);
        return token ->
                holds.test(token) ? OAuth2TokenValidatorResult.success() : OAuth2TokenValidatorResult.failure(broken);
    }

    /** Refuses tokens of accounts that were logged out everywhere since; tokens tell whole seconds. */
    static OAuth2TokenValidator<Jwt> notEnded(EndedLogins ended, java.util.function.Function<Jwt, String> name) {
        return rule(
                token -> {
                    Instant issued = token.getIssuedAt();
                    return !ended.isEnded(List.of(name.apply(token)), issued == null ? Instant.EPOCH : issued);
                },
                "login");
    }
}
