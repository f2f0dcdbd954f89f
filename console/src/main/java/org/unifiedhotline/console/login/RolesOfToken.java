package org.unifiedhotline.console.login;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;

/** Reads the roles and scopes of a machine off its token. */
final class RolesOfToken implements Converter<Jwt, AbstractAuthenticationToken> {
    private final String rolesClaim;
    private final JwtGrantedAuthoritiesConverter scopes = new JwtGrantedAuthoritiesConverter();

    RolesOfToken(String rolesClaim) {
        this.rolesClaim = rolesClaim;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        Set<GrantedAuthority> authorities = new LinkedHashSet<>(scopes.convert(token));
        authorities.addAll(rolesIn(token.getClaims().get(rolesClaim)));
        return new JwtAuthenticationToken(token, authorities);
    }

    /** The roles that a claim lists; what is not a list of texts lists none. */
    static List<SimpleGrantedAuthority> rolesIn(@org.jspecify.annotations.Nullable Object claim) {
        return claim instanceof Collection<?> listed
                ? listed.stream()
                        .filter(String.class::isInstance)
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList()
                : List.of();
    }
}
