package org.unifiedhotline.console.login;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.unifiedhotline.console.ConsoleProperties.OpenId;
import org.unifiedhotline.console.problems.SecurityProblems;

/** Login with a configured OpenID Connect provider: people by authorization code, machines by its tokens. */
final class OpenIdLogin implements LoginMethod {
    private static final String REGISTRATION = "console";

    private final OpenId provider;
    private final SecurityProblems problems;

    OpenIdLogin(OpenId provider, SecurityProblems problems) {
        this.provider = provider;
        this.problems = problems;
    }

    @Override
    public void addTo(HttpSecurity http) throws Exception {
        ClientRegistration console = registration();
        if (console != null) {
            http.oauth2Login(login -> login.loginPage("/login")
                    .clientRegistrationRepository(new InMemoryClientRegistrationRepository(console))
                    .userInfoEndpoint(user -> user.userAuthoritiesMapper(rolesOfPerson()))
                    .defaultSuccessUrl("/", true));
        }
        http.oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                .accessDeniedHandler(problems)
                .jwt(jwt -> jwt.decoder(new SupplierJwtDecoder(() -> JwtDecoders.fromIssuerLocation(provider.issuer())))
                        .jwtAuthenticationConverter(new RolesOfToken(provider.rolesClaim()))));
    }

    @Override
    public LoginOptions options() {
        return new LoginOptions("redirect", "/oauth2/authorization/" + REGISTRATION, false);
    }

    private @Nullable ClientRegistration registration() {
        if (provider.clientId() == null) {
            return null;
        }
        return ClientRegistrations.fromIssuerLocation(provider.issuer())
                .registrationId(REGISTRATION)
                .clientId(provider.clientId())
                .clientSecret(provider.clientSecret())
                .scope("openid", "profile")
                .build();
    }

    private GrantedAuthoritiesMapper rolesOfPerson() {
        return given -> {
            Set<GrantedAuthority> authorities = new LinkedHashSet<>();
            for (GrantedAuthority authority : given) {
                if (authority instanceof OidcUserAuthority person) {
                    authorities.addAll(
                            RolesOfToken.rolesIn(person.getAttributes().get(provider.rolesClaim())));
                }
            }
            return authorities;
        };
    }
}
