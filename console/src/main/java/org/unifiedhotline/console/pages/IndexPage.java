package org.unifiedhotline.console.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestHandler;

/** The one page that all addresses lead to, with the word by which its own styles are known ({@link ContentPolicy}). */
final class IndexPage implements HttpRequestHandler {
    private static final String PLACE = "NONCE_OF_THIS_PAGE";

    private final String text;

    IndexPage(ClassPathResource file) {
        try {
            this.text = file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException("the pages are not in the jar", missing);
        }
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] page = text.replace(PLACE, ContentPolicy.nonce(request)).getBytes(StandardCharsets.UTF_8);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        // Kept nowhere: the word in it is good for this answer alone.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(page);
    }
}
