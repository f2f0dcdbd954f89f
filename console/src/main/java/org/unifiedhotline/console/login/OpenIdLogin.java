package org.unifiedhotline.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.unifiedhotline.console.audit.AuditedCall;
import org.unifiedhotline.console.audit.Disclosures;
import org.unifiedhotline.console.problems.SecurityProblems;

/**
 * Login with a configured OpenID Connect provider: people by authorization code with PKCE, machines by its tokens. What the provider gives for a
 * person stays in the service: the browser gets our session's cookie, and the access token is thrown away.
 */
final class OpenIdLogin implements LoginMethod {
    private static final Logger LOG = LoggerFactory.getLogger(OpenIdLogin.class);
    private static final String BEGIN = "/oauth2/authorization";

    private final OpenIdProperties settings;
    private final OpenIdProvider provider;
    private final OpenIdTokens tokens;
    private final OpenIdClaims claims;
    private final EndedLogins ended;
    private final SecurityProblems problems;
    private final Clock clock = Clock.systemUTC();

    OpenIdLogin(OpenIdProperties settings, OpenIdProvider provider, EndedLogins ended, SecurityProblems problems) {
        this.settings = settings;
        this.provider = provider;
        this.tokens = new OpenIdTokens(provider, settings);
        this.claims = new OpenIdClaims(settings);
        this.ended = ended;
        this.problems = problems;
    }

    @Override
    public void addTo(HttpSecurity http) throws Exception {
        if (settings.clientId() != null) {
            addPeople(http);
        }
        RolesOfToken roles = new RolesOfToken(claims);
        http.oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                .accessDeniedHandler(problems)
                .jwt(jwt -> jwt.decoder(tokens.ofMachines(OpenIdTokens.notEnded(ended, roles::name)))
                        .jwtAuthenticationConverter(roles))
                .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                    @Override
                    public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                        filter.setAuthenticationFailureHandler(toldAsProblem());
                        return filter;
                    }
                }));
    }

    /** Also that the provider's keys cannot be had: otherwise Spring lets that fault fall through to the server. */
    private AuthenticationEntryPointFailureHandler toldAsProblem() {
        AuthenticationEntryPointFailureHandler handler = new AuthenticationEntryPointFailureHandler(problems);
        handler.setRethrowAuthenticationServiceException(false);
        return handler;
    }

    private void addPeople(HttpSecurity http) throws Exception {
        DefaultOAuth2AuthorizationRequestResolver asked =
                new DefaultOAuth2AuthorizationRequestResolver(provider, BEGIN);
        asked.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(provider)
                .authorizedClientRepository(new UnkeptClients())
                .authorizationEndpoint(begin -> begin.authorizationRequestResolver(asked))
                .tokenEndpoint(token -> token.accessTokenResponseClient(codes()))
                .userInfoEndpoint(user -> user.oidcUserService(people()))
                .successHandler(this::loggedIn)
                .failureHandler(this::notLoggedIn));
        http.addFilterBefore(
                new ProviderThere(provider, BEGIN + "/" + OpenIdProvider.REGISTRATION),
                OAuth2AuthorizationRequestRedirectFilter.class);
    }

    private RestClientAuthorizationCodeTokenResponseClient codes() {
        RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(RestClient.builder()
                .requestFactory(provider.calls().getRequestFactory())
                .messageConverters(all -> {
                    all.clear();
                    all.add(new FormHttpMessageConverter());
                    all.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return codes;
    }

    private OidcUserService people() {
        DefaultOAuth2UserService asked = new DefaultOAuth2UserService();
        org.springframework.web.client.RestTemplate calls =
                new org.springframework.web.client.RestTemplate(provider.calls().getRequestFactory());
        calls.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        asked.setRestOperations(calls);
        OidcUserService people = new OidcUserService();
        people.setOauth2UserService(asked);
        people.setOidcUserMapper(this::person);
        return people;
    }

    private OidcUser person(OidcUserRequest request, @Nullable OidcUserInfo info) {
        DefaultOidcUser told = new DefaultOidcUser(Set.of(), request.getIdToken(), info);
        Map<String, Object> all = told.getClaims();
        Set<GrantedAuthority> authorities = claims.authorities(all);
        if (claims.name(all).isEmpty()) {
            throw refused("no-name", "the provider tells no claim " + settings.nameClaim());
        }
        if (authorities.stream()
                .noneMatch(one -> Objects.requireNonNull(one.getAuthority()).startsWith("ROLE_"))) {
            throw refused("no-role", "the provider tells no role of ours in " + settings.rolesClaim());
        }
        return new DefaultOidcUser(authorities, request.getIdToken(), info, settings.nameClaim());
    }

    private static OAuth2AuthenticationException refused(String code, String words) {
        return new OAuth2AuthenticationException(new OAuth2Error(code), words);
    }

    private void loggedIn(HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws IOException {
        List<String> names = new ArrayList<>(List.of(login.getName()));
        if (login.getPrincipal() instanceof OidcUser person) {
            names.add(EndedLogins.SUBJECT + person.getSubject());
            if (person.getClaims().get("sid") instanceof String session) {
                names.add(EndedLogins.PROVIDER_SESSION + session);
            }
        }
        PersonSession.begin(request, names, clock.instant());
        response.sendRedirect("/");
    }

    private void notLoggedIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        String problem = problem(reason);
        LOG.info("a login with the provider failed: {}", problem);
        if (request.getAttribute(Disclosures.ATTRIBUTE) instanceof AuditedCall call) {
            call.refused(problem);
        }
        response.sendRedirect("/login?problem=" + URLEncoder.encode(problem, StandardCharsets.UTF_8));
    }

    /** Of a few fixed words, which the page knows; the provider's own are not repeated. */
    private static String problem(AuthenticationException reason) {
        for (Throwable cause = reason; cause != null; cause = cause.getCause()) {
            if (cause instanceof RestClientException || cause instanceof OpenIdProvider.Away) {
                return ProviderThere.AWAY;
            }
        }
        if (reason instanceof OAuth2AuthenticationException known) {
            return switch (known.getError().getErrorCode()) {
                case "no-role", "no-name" -> "no-role";
                case "access_denied" -> "refused";
                default -> "failed";
            };
        }
        return "failed";
    }

    @Override
    public LoginOptions options() {
        return new LoginOptions("redirect", BEGIN + "/" + OpenIdProvider.REGISTRATION, false);
    }
}
