package org.unifiedhotline.console.problems;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What a caller is told who is not known, or not allowed. */
@Component
public final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ObjectMapper json;

    SecurityProblems(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        if (isMistypedPage(request)) {
            showPages(request, response);
            return;
        }
        if (reason instanceof AuthenticationServiceException) {
            write(
                    request,
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "login-away",
                    "The provider that knows accounts does not answer; try again in a moment.");
            return;
        }
        boolean badToken = reason instanceof InvalidBearerTokenException;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, badToken ? "Bearer error=\"invalid_token\"" : "Bearer");
        write(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                badToken ? "invalid-token" : "login-needed",
                badToken ? "The token is malformed, forged or expired." : "Log in first.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException, ServletException {
        if (isMistypedPage(request)) {
            showPages(request, response);
            return;
        }
        boolean forged = reason instanceof CsrfException;
        write(
                request,
                response,
                HttpStatus.FORBIDDEN,
                forged ? "csrf" : "not-allowed",
                forged
                        ? "The header X-XSRF-TOKEN must repeat the cookie XSRF-TOKEN."
                        : "Your role does not allow this call.");
    }

    /** Answers a login with a wrong name or password, without saying which. */
    public void wrongCredentials(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        write(request, response, HttpStatus.UNAUTHORIZED, "wrong-credentials", "Name or password is wrong.");
    }

    /** Answers a login, or a request for a token, after too many wrong ones: it was not looked at. */
    public void tooManyGuesses(HttpServletRequest request, HttpServletResponse response, Duration wait)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        write(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-guesses",
                "Too many wrong names or passwords; try again later.");
    }

    /** Answers whoever asks more often than the limits allow. */
    public void tooOften(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        write(request, response, HttpStatus.TOO_MANY_REQUESTS, "too-often", "Too many requests; ask more slowly.");
    }

    /** Answers a request whose body is larger than any call takes. */
    public void tooLarge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, HttpStatus.PAYLOAD_TOO_LARGE, "too-large", ProblemAdvice.TOO_LARGE);
    }

    /** Answers a request that brings files. */
    public void noFiles(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "no-files", "No call takes files.");
    }

    /** A person's browser asks for an address that is no page: the pages say so, in the person's language. */
    private static boolean isMistypedPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        String path = request.getRequestURI();
        return request.getMethod().equals("GET")
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && Stream.of("/api/", "/actuator", "/oauth2/", "/fhir/").noneMatch(path::startsWith);
    }

    private static void showPages(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        request.getRequestDispatcher("/index.html").forward(request, response);
    }

    private void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String type, String detail)
            throws IOException {
        Told told = Told.of(request.getRequestURI(), Problems.problem(status, type, detail));
        response.setStatus(status.value());
        response.setContentType(told.kind().toString());
        json.writeValue(response.getOutputStream(), told.body());
    }
}
