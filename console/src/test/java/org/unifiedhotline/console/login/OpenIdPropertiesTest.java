package org.unifiedhotline.console.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;

@DisplayName("Settings of a provider")
class OpenIdPropertiesTest {

    @Test
    @DisplayName(
            "name what is wrong: no provider's address, plain http to another machine, half of a client's credentials")
    void refusesNonsense() {
        assertThatThrownBy(() -> settings("sso", null, null)).hasMessageContaining("open-id.issuer");
        assertThatThrownBy(() -> settings("http://sso.example", null, null)).hasMessageContaining("https");
        assertThatThrownBy(() -> settings("https://sso.example", "console", null))
                .hasMessageContaining("client-secret");
        assertThat(settings("http://127.0.0.1:9000", null, null).issuer()).isEqualTo("http://127.0.0.1:9000");
    }

    @Test
    @DisplayName("never tell the secret")
    void secret() {
        assertThat(settings("https://sso.example", "console", "s3cr3t").toString())
                .doesNotContain("s3cr3t");
    }

    @Test
    @DisplayName("find roles within a claim, and take only those that the operator gave a word for")
    void mappedRoles() {
        OpenIdClaims claims = new OpenIdClaims(new OpenIdProperties(
                "https://sso.example",
                null,
                null,
                null,
                List.of(),
                "preferred_username",
                "realm_access.roles",
                Map.of("hotline-can-bo", "officer"),
                "center",
                Map.of("Hà Nội", "HANOI"),
                Duration.ZERO,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1)));
        Map<String, Object> told = Map.of(
                "realm_access",
                Map.of("roles", List.of("hotline-can-bo", "admin", 7)),
                "center",
                "Hà Nội",
                "preferred_username",
                "lan");
        assertThat(claims.authorities(told))
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("ROLE_officer", "CENTRE_HANOI");
        assertThat(claims.name(told)).contains("lan");
        assertThat(claims.name(Map.of("sub", "1"))).isEmpty();
        assertThat(claims.authorities(Map.of("realm_access", "all"))).isEmpty();
    }

    private static OpenIdProperties settings(
            @Nullable String issuer, @Nullable String client, @Nullable String secret) {
        return new OpenIdProperties(
                issuer,
                client,
                secret,
                null,
                List.of(),
                "sub",
                "roles",
                Map.of(),
                null,
                Map.of(),
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
    }
}
