package org.unifiedhotline.console.login;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.unifiedhotline.console.problems.SecurityProblems;

/** The demo's login: name and password at our own page, tokens of our own issuer. */
final class DemoLogin implements LoginMethod {
    private final JwtDecoder tokens;
    private final SecurityProblems problems;

    DemoLogin(JwtDecoder tokens, SecurityProblems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    public void addTo(HttpSecurity http) throws Exception {
        http.formLogin(form -> form.loginPage("/login")
                .successHandler((request, response, login) -> response.setStatus(HttpServletResponse.SC_NO_CONTENT))
                .failureHandler(problems::wrongCredentials));
        http.oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                .accessDeniedHandler(problems)
                .jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(new RolesOfToken("roles"))));
    }

    @Override
    public LoginOptions options() {
        return new LoginOptions("form", null, true);
    }
}
