package org.unifiedhotline.console.login;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.Caller;
import org.unifiedhotline.console.problems.ProblemException;

/** Tells how long a session lasts, and ends those of an account. */
@RestController
class SessionController {
    private static final int LONGEST_NAME = 200;

    private final SessionProperties times;
    private final EndedLogins ended;
    private final Clock clock = Clock.systemUTC();

    SessionController(SessionProperties times, EndedLogins ended) {
        this.times = times;
        this.ended = ended;
    }

    /**
     * How long the caller's session lasts; machines have none.
     *
     * @param secondsLeft until it ends if nothing more is done by hand
     * @param secondsLeftInAll until it ends whatever is done
     * @param warnSeconds how long before the page says so
     */
    record SessionView(@Nullable Long secondsLeft, @Nullable Long secondsLeftInAll, long warnSeconds) {}

    @GetMapping("/api/v1/session")
    SessionView session(HttpServletRequest request) {
        PersonSession person = PersonSession.of(request.getSession(false));
        Instant now = clock.instant();
        return person == null
                ? new SessionView(null, null, times.warn().toSeconds())
                : new SessionView(
                        person.left(times, now).toSeconds(),
                        java.time.Duration.between(now, person.absoluteEnd(times))
                                .toSeconds(),
                        times.warn().toSeconds());
    }

    /** Ends every session and token of the caller's own account, on every instance. */
    @PostMapping("/api/v1/session/end-all")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAll(Authentication login) {
        ended.end(Caller.of(login).name());
    }

    /** The same for another account: who left, or whose password is known to others. */
    @PostMapping("/api/v1/users/{name}/end-sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOf(@PathVariable String name) {
        if (name.length() > LONGEST_NAME || name.startsWith(EndedLogins.SUBJECT)) {
            throw ProblemException.badRequest("That is no name of an account.");
        }
        ended.end(name);
    }
}
