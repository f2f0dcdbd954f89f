package org.unifiedhotline.console.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.unifiedhotline.console.access.AuditMark;
import org.unifiedhotline.console.access.Caller;
import org.unifiedhotline.console.access.RolesTable;
import org.unifiedhotline.console.access.RolesTable.RuledCall;
import org.unifiedhotline.console.access.RolesTableAuthorization;
import org.unifiedhotline.masterrecords.audit.AuditEvent;
import org.unifiedhotline.masterrecords.records.MasterId;

/** Reads off a request what the trail says of it. */
final class CallReader {
    /** Pages tell which of them called. */
    private static final String PAGE = "X-Page";

    private static final String TOKEN = "/oauth2/token";
    private static final int LONGEST = 2_000;
    private static final String SESSION_CALLER = CallReader.class.getName() + ".caller";

    private final RolesTable roles;

    CallReader(RolesTable roles) {
        this.roles = roles;
    }

    /** Remembers who has the session, for calls that end it. */
    void before(HttpServletRequest request) {
        Caller caller = ofSession(request);
        if (caller != null) {
            request.setAttribute(SESSION_CALLER, caller);
        }
    }

    CallFacts read(HttpServletRequest request, int status) {
        RuledCall ruled = ruled(request, status);
        Caller caller = caller(request);
        return new CallFacts(
                ruled.audit(),
                ruled.audit().kind(),
                ruled.call(),
                caller == null ? null : caller.name(),
                caller == null ? List.of() : List.copyOf(caller.roles()),
                request.getRemoteAddr(),
                request.getHeader(HttpHeaders.AUTHORIZATION) != null || request.getRequestedSessionId() != null,
                asked(ruled),
                details(request, status, caller));
    }

    /** Tokens are issued outside the table; that one was refused is put on record, that one was given is not. */
    private RuledCall ruled(HttpServletRequest request, int status) {
        if (request.getRequestURI().equals(TOKEN)) {
            return new RuledCall("POST " + TOKEN, status < 400 ? AuditMark.NONE : AuditMark.SESSION, Map.of());
        }
        return roles.ruled(request.getMethod(), request.getRequestURI());
    }

    private static @Nullable Caller caller(HttpServletRequest request) {
        if (request.getAttribute(RolesTableAuthorization.CALLER) instanceof Caller known) {
            return known;
        }
        Caller now = ofSession(request);
        if (now == null && request.getAttribute(SESSION_CALLER) instanceof Caller before) {
            return before;
        }
        return now;
    }

    private static @Nullable Caller ofSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return null;
        }
        Object kept = session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return kept instanceof SecurityContext context && context.getAuthentication() != null
                ? Caller.of(context.getAuthentication())
                : null;
    }

    private static List<MasterId> asked(RuledCall ruled) {
        String id = ruled.variables().get("id");
        if (id == null
                || (!ruled.call().contains("/master-records/{id}")
                        && !ruled.call().contains("/fhir/Patient/{id}"))) {
            return List.of();
        }
        try {
            return List.of(MasterId.of(id));
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }

    private Map<String, String> details(HttpServletRequest request, int status, @Nullable Caller caller) {
        Map<String, String> details = new TreeMap<>();
        said(request, RolesTableAuthorization.PURPOSE)
                .or(() -> Optional.ofNullable(caller)
                        .map(roles::standingPurposeOf)
                        .filter(purpose -> !purpose.isEmpty()))
                .ifPresent(purpose -> details.put("purpose", purpose));
        Optional.ofNullable(caller)
                .map(roles::ownCentresOf)
                .filter(centres -> !centres.isEmpty())
                .ifPresent(centres -> details.put(
                        AuditEvent.CENTRES,
                        centres.stream().map(Enum::name).sorted().collect(Collectors.joining(", "))));
        said(request, PAGE).ifPresent(page -> details.put("page", page));
        String query = request.getQueryString();
        // All of it, however long the server lets an address be: what stands behind filling is what was searched for.
        details.put("asked", decoded(request.getRequestURI() + (query == null ? "" : "?" + query)));
        if (status >= 400) {
            attempted(request).ifPresent(name -> details.put("attemptedAs", shortened(name)));
        }
        return details;
    }

    /** What a header says; letters beyond ASCII are percent-encoded, as in an address. */
    private static Optional<String> said(HttpServletRequest request, String header) {
        return Optional.ofNullable(request.getHeader(header))
                .filter(purpose -> !purpose.isBlank())
                .map(purpose -> shortened(decoded(purpose.strip())));
    }

    /** As whom somebody tried to log in. */
    private static Optional<String> attempted(HttpServletRequest request) {
        if (request.getRequestURI().equals("/login")) {
            return Optional.ofNullable(request.getParameter("username"));
        }
        String basic = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (basic == null || !basic.startsWith("Basic ")) {
            return Optional.empty();
        }
        try {
            String both =
                    new String(Base64.getDecoder().decode(basic.substring(6).strip()), StandardCharsets.UTF_8);
            return Optional.of(both.substring(0, Math.max(0, both.indexOf(':'))));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
