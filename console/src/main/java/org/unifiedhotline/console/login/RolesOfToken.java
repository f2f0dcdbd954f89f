package org.unifiedhotline.console.login;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;

/** Reads the account, roles and scopes of a machine off its token. */
final class RolesOfToken implements Converter<Jwt, AbstractAuthenticationToken> {
    private final OpenIdClaims claims;
    private final JwtGrantedAuthoritiesConverter scopes = new JwtGrantedAuthoritiesConverter();

    RolesOfToken(OpenIdClaims claims) {
        this.claims = claims;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        Set<GrantedAuthority> authorities = new LinkedHashSet<>(scopes.convert(token));
        authorities.addAll(claims.authorities(token.getClaims()));
        return new JwtAuthenticationToken(token, authorities, name(token));
    }

    /** What the account is called; the subject where the provider's usual claim is missing, as it often is for machines. */
    String name(Jwt token) {
        return claims.name(token.getClaims()).orElseGet(() -> Objects.requireNonNullElse(token.getSubject(), ""));
    }
}
