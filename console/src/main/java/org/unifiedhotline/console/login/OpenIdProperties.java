package org.unifiedhotline.console.login;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.unifiedhotline.masterrecords.settings.Complaints;

/**
 * The provider that knows who people and machines are ({@code unified-hotline.console.open-id.*}); needed outside the {@code demo} profile.
 *
 * @param issuer its address, under which {@code /.well-known/openid-configuration} stands; https, but for this machine's own
 * @param clientId what the console is called there; null when no people log in by browser
 * @param clientSecret the console's secret there; from the environment or a file, never from version control
 * @param audience what tokens of machines must be made for; null when no machine may call
 * @param scopes what the console asks the provider to tell of people, besides {@code openid}
 * @param nameClaim the claim that names an account for good; with another than {@code sub}, nobody may choose it themselves
 * @param rolesClaim the claim that lists roles; points lead inwards: {@code realm_access.roles}
 * @param roles the provider's words for roles, and ours for them; empty when they are the same
 * @param centresClaim the claim that lists an account's own centres; null when {@code roles.yaml} does
 * @param centres the provider's words for centres, and ours ({@code HANOI}, {@code DANANG}, {@code ANGIANG})
 * @param clockSkew by how much clocks may differ
 * @param connectTimeout how long a connection to the provider may take
 * @param readTimeout how long it may take to answer
 */
@ConfigurationProperties("unified-hotline.console.open-id")
public record OpenIdProperties(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String audience,
        @DefaultValue("profile") List<String> scopes,
        @DefaultValue("sub") String nameClaim,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue Map<String, String> roles,
        @Nullable String centresClaim,
        @DefaultValue Map<String, String> centres,
        @DefaultValue("60s") Duration clockSkew,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("5s") Duration readTimeout) {
    private static final String AT = "unified-hotline.console.open-id.";
    private static final Duration MOST_SKEW = Duration.ofMinutes(5);

    public OpenIdProperties {
        scopes = List.copyOf(scopes);
        roles = Map.copyOf(roles);
        centres = Map.copyOf(centres);
        new Complaints(AT)
                .require(
                        issuer == null
                                || issuer.matches("https://.+|http://(localhost|127\\.0\\.0\\.1|\\[::1])([:/].*)?"),
                        "issuer is the provider's https address (http only on this machine)")
                .require(
                        (clientId == null) == (clientSecret == null),
                        "client-id and client-secret are set both or neither")
                .require(!clockSkew.isNegative() && clockSkew.compareTo(MOST_SKEW) <= 0, "clock-skew is 0 to 5 minutes")
                .require(
                        connectTimeout.toMillis() >= 1 && readTimeout.toMillis() >= 1,
                        "connect-timeout and read-timeout are some milliseconds at least")
                .throwIfAny();
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "OpenIdProperties[" + issuer + ", " + clientId + "]";
    }
}
