package org.unifiedhotline.console.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.unifiedhotline.console.login.GuessThrottle.Outcome;
import org.unifiedhotline.console.problems.SecurityProblems;

/** Stands before the two places where a password or a secret is tried: our own login form and our own issuer. */
final class GuessFilter extends OncePerRequestFilter {
    private static final String FORM = "/login";
    private static final String TOKENS = "/oauth2/token";
    private static final Set<String> PLACES = Set.of(FORM, TOKENS);
    private static final int LONGEST_NAME = 200;

    private final GuessThrottle throttle;
    private final SecurityProblems problems;

    GuessFilter(GuessThrottle throttle, SecurityProblems problems) {
        this.throttle = throttle;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !PLACES.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String account = account(request);
        String address = request.getRemoteAddr();
        Duration wait = throttle.begin(account, address);
        if (!wait.isZero()) {
            problems.tooManyGuesses(request, response, wait);
            return;
        }
        Outcome outcome = Outcome.NEITHER;
        try {
            chain.doFilter(request, response);
            outcome = outcome(response.getStatus());
        } finally {
            throttle.end(account, address, outcome);
        }
    }

    private static Outcome outcome(int status) {
        return switch (status) {
            case HttpServletResponse.SC_OK, HttpServletResponse.SC_NO_CONTENT -> Outcome.RIGHT;
            case HttpServletResponse.SC_UNAUTHORIZED -> Outcome.WRONG;
            default -> Outcome.NEITHER;
        };
    }

    /** As whom somebody tries; capitals and length make no other account. */
    private static @Nullable String account(HttpServletRequest request) {
        String name = request.getRequestURI().equals(FORM) ? request.getParameter("username") : client(request);
        if (name == null || name.isBlank()) {
            return null;
        }
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return request.getRequestURI() + " " + lower.substring(0, Math.min(lower.length(), LONGEST_NAME));
    }

    private static @Nullable String client(HttpServletRequest request) {
        String basic = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (basic == null || !basic.regionMatches(true, 0, "Basic ", 0, 6)) {
            return request.getParameter("client_id");
        }
        try {
            String both =
                    new String(Base64.getDecoder().decode(basic.substring(6).strip()), StandardCharsets.UTF_8);
            return both.contains(":") ? both.substring(0, both.indexOf(':')) : both;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
