package org.unifiedhotline.console.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.unifiedhotline.console.problems.SecurityProblems;

/** Answers 429 to whoever asks too often, and says when to come again. */
public final class RequestRates extends OncePerRequestFilter {
    private final Allowances allowances;
    private final Function<HttpServletRequest, @Nullable String> caller;
    private final SecurityProblems problems;

    /**
     * Holds callers to a rate.
     *
     * @param caller who asks; null for whoever is not held to it here
     */
    public RequestRates(
            LimitsProperties limits, Function<HttpServletRequest, @Nullable String> caller, SecurityProblems problems) {
        this.allowances = new Allowances(limits.requestsPerSecond(), limits.burst(), System::nanoTime);
        this.caller = caller;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String who = caller.apply(request);
        Duration wait = who == null ? Duration.ZERO : allowances.take(who);
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            problems.tooOften(request, response, wait);
        }
    }
}
