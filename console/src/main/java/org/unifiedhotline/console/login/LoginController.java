package org.unifiedhotline.console.login;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.Caller;
import org.unifiedhotline.console.access.RolesTable;
import org.unifiedhotline.masterrecords.scope.FieldKind;

/** Tells the browser how to log in and who has. */
@RestController
class LoginController {
    private final LoginMethod login;
    private final RolesTable roles;

    LoginController(LoginMethod login, RolesTable roles) {
        this.login = login;
        this.roles = roles;
    }

    @GetMapping("/api/v1/login-options")
    LoginMethod.LoginOptions loginOptions() {
        return login.options();
    }

    @GetMapping("/api/v1/me")
    Me me(Authentication authentication) {
        Caller caller = Caller.of(authentication);
        return new Me(
                caller.name(),
                caller.roles(),
                roles.allows("GET", "/api/v1/search", caller),
                roles.allows("GET", "/api/v1/pipeline", caller),
                roles.allows("GET", "/api/v1/dead-letters", caller),
                roles.allows("POST", "/api/v1/dead-letters/0/replay", caller),
                roles.callsOf(caller),
                roles.purposes().of(caller));
    }

    /**
     * Who has logged in, and which pages are worth showing; the service asks the table again at every call.
     *
     * @param calls what the caller may call, as the table of roles writes it: {@code GET /api/v1/review-tasks/{id}}
     * @param purposes what the caller may have revealed, by the name of the purpose
     */
    record Me(
            String name,
            Set<String> roles,
            boolean maySearch,
            boolean maySeePipeline,
            boolean maySeeDeadLetters,
            boolean mayReplay,
            SortedSet<String> calls,
            Map<String, Set<FieldKind>> purposes) {}
}
