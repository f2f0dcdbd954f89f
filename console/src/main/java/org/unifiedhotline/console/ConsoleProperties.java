package org.unifiedhotline.console;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * What an operator sets about the console ({@code unified-hotline.console.*}).
 *
 * @param rolesFile the table of roles; the one shipped with the service when not set
 * @param openId the OpenID Connect provider; needed outside the {@code demo} profile
 */
@ConfigurationProperties("unified-hotline.console")
public record ConsoleProperties(
        @DefaultValue("classpath:org/unifiedhotline/console/roles.yaml")
        Resource rolesFile,

        @Nullable OpenId openId) {

    /**
     * The provider that knows who people and machines are.
     *
     * @param issuer its address, under which {@code /.well-known/openid-configuration} stands
     * @param clientId what the console is called there; null when no people log in by browser
     * @param clientSecret the console's secret there; from the environment or a file, never from version control
     * @param rolesClaim the claim that lists a caller's roles, by the words of {@code roles.yaml}
     */
    public record OpenId(
            String issuer,
            @Nullable String clientId,
            @Nullable String clientSecret,
            @DefaultValue("roles") String rolesClaim) {
        public OpenId {
            if (issuer == null || !issuer.matches("https?://.+")) {
                throw new IllegalArgumentException(
                        "unified-hotline.console.open-id.issuer is the provider's http(s) address");
            }
            if ((clientId == null) != (clientSecret == null)) {
                throw new IllegalArgumentException(
                        "unified-hotline.console.open-id.client-id and client-secret are set both or neither");
            }
        }

        /** Names no secret. */
        @Override
        public String toString() {
            return "OpenId[" + issuer + ", " + clientId + "]";
        }
    }
}
