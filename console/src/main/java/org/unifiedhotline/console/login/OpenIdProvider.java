package org.unifiedhotline.console.login;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.RequestEntity;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * The provider as its own description tells of it. It is asked when first needed, and again as long as it does not answer: the
 * service starts, and shows its pages, while the provider is away.
 */
final class OpenIdProvider implements ClientRegistrationRepository {
    /** What our addresses call it. */
    static final String REGISTRATION = "console";

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdProvider.class);

    private final OpenIdProperties settings;
    private final String issuer;
    private final RestTemplate calls;
    private volatile @Nullable Map<String, Object> description;

    OpenIdProvider(OpenIdProperties settings) {
        this.settings = settings;
        this.issuer = Objects.requireNonNull(settings.issuer());
        SimpleClientHttpRequestFactory connections = new SimpleClientHttpRequestFactory();
        connections.setConnectTimeout(settings.connectTimeout());
        connections.setReadTimeout(settings.readTimeout());
        this.calls = new RestTemplate(connections);
    }

    /** The provider does not answer, or not as a provider does. */
    static final class Away extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Away(String why, @Nullable Throwable cause) {
            super(why, cause);
        }
    }

    String issuer() {
        return issuer;
    }

    /** Where requests to it go out, with the operator's timeouts. */
    RestTemplate calls() {
        return calls;
    }

    /** Whether it has described itself, now or before. */
    boolean isThere() {
        try {
            describe();
            return true;
        } catch (Away away) {
            return false;
        }
    }

    /**
     * An address of its description.
     *
     * @return null if it does not have such
     * @throws Away if it does not answer
     */
    @Nullable
    String address(String name) {
        return describe().get(name) instanceof String address ? address : null;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(REGISTRATION)) {
            return null;
        }
        return ClientRegistrations.fromOidcConfiguration(describe())
                .registrationId(REGISTRATION)
                .clientId(Objects.requireNonNull(settings.clientId()))
                .clientSecret(settings.clientSecret())
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope(java.util.stream.Stream.concat(java.util.stream.Stream.of("openid"), settings.scopes().stream())
                        .distinct()
                        .toList())
                .build();
    }

    private Map<String, Object> describe() {
        Map<String, Object> known = description;
        if (known == null) {
            known = ask();
            description = known;
        }
        return known;
    }

    private Map<String, Object> ask() {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        URI address = URI.create(base + "/.well-known/openid-configuration");
        Map<String, Object> told;
        try {
            told = calls.exchange(
                            RequestEntity.get(address).build(),
                            new ParameterizedTypeReference<Map<String, Object>>() {})
                    .getBody();
        } catch (RestClientException away) {
            LOG.warn(
                    "the OpenID Connect provider {} does not answer: {}",
                    address,
                    away.getClass().getSimpleName());
            throw new Away("the provider does not answer", away);
        }
        if (told == null || !issuer.equals(told.get("issuer"))) {
            LOG.error(
                    "what answers at {} calls itself another issuer than unified-hotline.console.open-id.issuer",
                    address);
            throw new Away("the provider calls itself otherwise", null);
        }
        return told;
    }
}
