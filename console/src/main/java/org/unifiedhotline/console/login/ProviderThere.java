package org.unifiedhotline.console.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads people who would go to a provider that does not answer back to our own page, which says so. */
final class ProviderThere extends OncePerRequestFilter {
    static final String AWAY = "provider-away";

    private final OpenIdProvider provider;
    private final String way;

    ProviderThere(OpenIdProvider provider, String way) {
        this.provider = provider;
        this.way = way;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().equals(way) && !provider.isThere()) {
            response.sendRedirect("/login?problem=" + AWAY);
            return;
        }
        chain.doFilter(request, response);
    }
}
