package org.unifiedhotline.console.access;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.unifiedhotline.mappings.canonical.Centre;

/**
 * Who makes a call.
 *
 * @param name the account's name; never a person's of the records
 * @param roles the roles of the account, by the words of {@code roles.yaml}
 * @param scopes what the token of a machine allows; null for people, who are not narrowed by scopes
 * @param centres the account's own centres as its provider tells them; what {@code roles.yaml} says of the account comes before
 */
public record Caller(
        String name, Set<String> roles, @Nullable Set<String> scopes, Set<Centre> centres) {
    private static final String ROLE = "ROLE_";
    private static final String SCOPE = "SCOPE_";
    private static final String CENTRE = "CENTRE_";

    public Caller {
        roles = Set.copyOf(roles);
        scopes = scopes == null ? null : Set.copyOf(scopes);
        centres = Set.copyOf(centres);
    }

    /** A caller of whose centres no provider tells. */
    public Caller(String name, Set<String> roles, @Nullable Set<String> scopes) {
        this(name, roles, scopes, Set.of());
    }

    /** The caller behind a login of either kind. */
    public static Caller of(Authentication login) {
        boolean machine = login instanceof JwtAuthenticationToken;
        return new Caller(
                login.getName(),
                named(ROLE, login),
                machine ? named(SCOPE, login) : null,
                named(CENTRE, login).stream().map(Centre::valueOf).collect(Collectors.toUnmodifiableSet()));
    }

    boolean holds(String scope) {
        return scopes == null || scopes.contains(scope);
    }

    private static Set<String> named(String prefix, Authentication login) {
        return login.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(prefix))
                .map(authority -> authority.substring(prefix.length()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
