package org.unifiedhotline.console.login;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads a machine's request for a token; one that names no scope asks for all the machine has. */
final class AllScopesWhenNoneAsked implements AuthenticationConverter {
    private final OAuth2ClientCredentialsAuthenticationConverter usual =
            new OAuth2ClientCredentialsAuthenticationConverter();

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        Authentication asked = usual.convert(request);
        if (asked instanceof OAuth2ClientCredentialsAuthenticationToken machine
                && machine.getScopes().isEmpty()
                && machine.getPrincipal() instanceof OAuth2ClientAuthenticationToken client
                && client.getRegisteredClient() != null) {
            return new OAuth2ClientCredentialsAuthenticationToken(
                    client, client.getRegisteredClient().getScopes(), machine.getAdditionalParameters());
        }
        return asked;
    }
}
