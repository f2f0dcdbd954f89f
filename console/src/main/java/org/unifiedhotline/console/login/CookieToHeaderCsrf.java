package org.unifiedhotline.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/**
 * Sends the anti-forgery token to our page in a cookie that its script reads, and takes it back in a header.
 *
 * <p>Only the header counts: what a foreign page can send by itself (a form field, the cookie) proves nothing.
 */
final class CookieToHeaderCsrf extends CsrfTokenRequestAttributeHandler {
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        super.handle(request, response, token);
        var _ = token.get(); // writes the cookie if the browser has none yet
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        return request.getHeader(token.getHeaderName());
    }
}
