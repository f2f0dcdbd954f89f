package org.unifiedhotline.console.login;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.unifiedhotline.console.problems.SecurityProblems;

/** The demo's login: name and password at our own page, tokens of our own issuer. */
final class DemoLogin implements LoginMethod {
    /** Our own issuer says our own words. */
    private static final OpenIdProperties DEMO = new OpenIdProperties(
            null,
            null,
            null,
            null,
            List.of(),
            "sub",
            "roles",
            Map.of(),
            null,
            Map.of(),
            Duration.ZERO,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));

    private final JwtDecoder tokens;
    private final SecurityProblems problems;
    private final Clock clock = Clock.systemUTC();

    DemoLogin(JwtDecoder tokens, SecurityProblems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    public void addTo(HttpSecurity http) throws Exception {
        http.formLogin(form -> form.loginPage("/login")
                .successHandler((request, response, login) -> {
                    PersonSession.begin(request, List.of(login.getName()), clock.instant());
                    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                })
                .failureHandler(problems::wrongCredentials));
        http.oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                .accessDeniedHandler(problems)
                .jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(new RolesOfToken(new OpenIdClaims(DEMO)))));
    }

    @Override
    public LoginOptions options() {
        return new LoginOptions("form", null, true);
    }
}
