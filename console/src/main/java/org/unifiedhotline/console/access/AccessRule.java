package org.unifiedhotline.console.access;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.unifiedhotline.console.access.RolesTable.RuledCall;

/**
 * One line of the table: who may make a call.
 *
 * @param method an HTTP method; null for any
 * @param path the pattern of the call's path
 * @param scope what a machine's token must hold besides; null when any token will do
 * @param audit as what it is put on record; null if the line does not say
 * @param roles who may make it, or {@link #EVERYONE} or {@link #ANYONE}
 */
record AccessRule(
        @Nullable String method,
        PathPattern path,
        @Nullable String scope,
        @Nullable AuditMark audit,
        Set<String> roles) {
    /** Whoever has logged in. */
    static final String EVERYONE = "everyone";
    /** Also who has not. */
    static final String ANYONE = "anyone";

    private static final Set<AuditMark> READING = Set.of(AuditMark.READ, AuditMark.SEARCH, AuditMark.EXPORT);
    private static final PathPatternParser PATHS = new PathPatternParser();

    AccessRule {
        roles = Set.copyOf(roles);
    }

    /**
     * Reads a line of the table.
     *
     * @param call method and path with a space between: {@code GET /api/v1/search}; {@code ANY} for any method
     * @throws IllegalArgumentException if the call is not of that form
     */
    static AccessRule of(String call, String scope, @Nullable AuditMark audit, Set<String> roles) {
        int space = call.indexOf(' ');
        if (space < 1 || !call.startsWith("/", space + 1)) {
            throw new IllegalArgumentException(
                    "a call is a method and a path, such as 'GET /api/v1/search', not '" + call + "'");
        }
        String method = call.substring(0, space).toUpperCase(Locale.ROOT);
        return new AccessRule(
                method.equals("ANY") ? null : method,
                PATHS.parse(call.substring(space + 1)),
                scope.equals("none") ? null : scope,
                audit,
                roles);
    }

    /** Whether this line speaks of the call; who may read may also ask for the head of what is read. */
    boolean speaksOf(String requestMethod, PathContainer requestPath) {
        boolean sameMethod = method == null
                || method.equals(requestMethod)
                || (method.equals("GET") && requestMethod.equals("HEAD"));
        return sameMethod && path.matches(requestPath);
    }

    /** What the trail says of a call that this line speaks of. */
    RuledCall ruled(PathContainer requestPath) {
        PathPattern.PathMatchInfo match = path.matchAndExtract(requestPath);
        return new RuledCall(
                (method == null ? "ANY" : method) + " " + path.getPatternString(),
                audit == null ? AuditMark.READ : audit,
                match == null ? Map.of() : match.getUriVariables());
    }

    /** Whether it is on record as reading, looking for or taking along people. */
    boolean showsPeople() {
        return scope != null && (audit == null || READING.contains(audit));
    }

    /** Whether the caller may make the call; a caller who is not known is null. */
    boolean allows(@Nullable Caller caller) {
        if (roles.contains(ANYONE)) {
            return true;
        }
        if (caller == null) {
            return false;
        }
        boolean byRole = roles.contains(EVERYONE) || caller.roles().stream().anyMatch(roles::contains);
        return byRole && (scope == null || caller.holds(scope));
    }
}
