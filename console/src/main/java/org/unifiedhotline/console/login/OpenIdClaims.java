package org.unifiedhotline.console.login;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.unifiedhotline.mappings.canonical.Centre;

/** Reads off a provider's claims what we call the account, its roles and its centres. */
final class OpenIdClaims {
    private final OpenIdProperties provider;

    OpenIdClaims(OpenIdProperties provider) {
        this.provider = provider;
    }

    /** What the account is called; empty if the claim is missing or no text. */
    Optional<String> name(Map<String, Object> claims) {
        return claims.get(provider.nameClaim()) instanceof String name && !name.isBlank()
                ? Optional.of(name)
                : Optional.empty();
    }

    /** Roles and centres as authorities; what we have no word for grants nothing. */
    Set<GrantedAuthority> authorities(Map<String, Object> claims) {
        Set<GrantedAuthority> authorities = new LinkedHashSet<>();
        texts(claims, provider.rolesClaim())
                .map(role ->
                        provider.roles().isEmpty() ? role : provider.roles().get(role))
                .filter(role -> role != null)
                .forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role)));
        String ofCentres = provider.centresClaim();
        if (ofCentres != null) {
            texts(claims, ofCentres)
                    .map(centre -> provider.centres().getOrDefault(centre, centre))
                    .filter(OpenIdClaims::isCentre)
                    .forEach(centre -> authorities.add(new SimpleGrantedAuthority("CENTRE_" + centre)));
        }
        return authorities;
    }

    private static boolean isCentre(String word) {
        return Arrays.stream(Centre.values()).anyMatch(centre -> centre.name().equals(word));
    }

    private static Stream<String> texts(Map<String, Object> claims, String path) {
        Object found = claims.containsKey(path) ? claims.get(path) : within(claims, path);
        Collection<?> listed = found instanceof Collection<?> all ? all : found == null ? List.of() : List.of(found);
        return listed.stream().filter(String.class::isInstance).map(String.class::cast);
    }

    private static @Nullable Object within(Map<String, Object> claims, String path) {
        Object found = claims;
        for (String step : path.split("\\.")) {
            found = found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return found;
    }
}
