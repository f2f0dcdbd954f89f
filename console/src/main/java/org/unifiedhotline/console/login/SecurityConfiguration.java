package org.unifiedhotline.console.login;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.unifiedhotline.console.access.RolesTable;
import org.unifiedhotline.console.access.RolesTableAuthorization;
import org.unifiedhotline.console.limits.LimitsProperties;
import org.unifiedhotline.console.limits.RequestRates;
import org.unifiedhotline.console.pages.ContentPolicy;
import org.unifiedhotline.console.problems.SecurityProblems;

/** The chain that every request walks: who calls, may it, and what browsers are told of caution. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** What the pages never need of the device that they are shown on. */
    private static final String NO_DEVICES =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
                    + " hid=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(),"
                    + " screen-wake-lock=(self), serial=(), usb=(), xr-spatial-tracking=()";

    @Bean
    @Order(2)
    SecurityFilterChain consoleChain(
            HttpSecurity http,
            RolesTable roles,
            LoginMethod login,
            SecurityProblems problems,
            LimitsProperties limits,
            Environment settings)
            throws Exception {
        login.addTo(http);
        http.addFilterBefore(
                new RequestRates(limits, SecurityConfiguration::whoAsks, problems), AuthorizationFilter.class);
        return http.authorizeHttpRequests(calls -> calls.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(new RolesTableAuthorization(roles)))
                .csrf(csrf -> csrf.csrfTokenRepository(antiForgery(settings))
                        .csrfTokenRequestHandler(new CookieToHeaderCsrf())
                        // The provider's own notice, which it signs.
                        .ignoringRequestMatchers("/logout/back-channel"))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .logout(logout -> logout.logoutUrl("/logout")
                        .deleteCookies("UHR_SESSION")
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(SecurityConfiguration::caution)
                .build();
    }

    /** The account; before a login the address. */
    private static String whoAsks(HttpServletRequest request) {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        return login == null || login instanceof AnonymousAuthenticationToken
                ? "address " + request.getRemoteAddr()
                : "account " + login.getName();
    }

    private static CookieCsrfTokenRepository antiForgery(Environment settings) {
        boolean plain = settings.acceptsProfiles(Profiles.of("demo"));
        CookieCsrfTokenRepository cookies = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookies.setCookieCustomizer(cookie -> cookie.sameSite("Strict").secure(!plain));
        return cookies;
    }

    private static void caution(HeadersConfigurer<HttpSecurity> headers) {
        headers.addHeaderWriter(new ContentPolicy())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(permissions -> permissions.policy(NO_DEVICES))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }
}
