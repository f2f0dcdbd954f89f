package org.unifiedhotline.console.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.unifiedhotline.console.audit.AuditedCall;
import org.unifiedhotline.console.audit.Disclosures;

/**
 * Ends sessions before anything asks whose they are: idle too long, open too long in all, or ended everywhere.
 *
 * <p>Pages ask by themselves while nobody sits before them, so a call does not show that somebody is there: the page says with each
 * ({@value #IDLE_FOR}) how many seconds ago something was last touched. A call without it counts as done by hand.
 */
final class SessionTimes extends OncePerRequestFilter {
    static final String IDLE_FOR = "X-Idle-For";

    private final SessionProperties times;
    private final EndedLogins ended;
    private final Clock clock;

    SessionTimes(SessionProperties times, EndedLogins ended, Clock clock) {
        this.times = times;
        this.ended = ended;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        PersonSession person = PersonSession.of(session);
        if (session != null && person != null) {
            Instant now = clock.instant();
            String over = over(person, now);
            if (over != null) {
                end(request, session, over);
            } else if (!isAskedByPage(request)) {
                touch(request, session, person, now);
            }
        }
        chain.doFilter(request, response);
    }

    private @Nullable String over(PersonSession person, Instant now) {
        if (ended.isEnded(person.names(), person.began())) {
            return "everywhere";
        }
        return person.isOver(times, now) ? "by time" : null;
    }

    /** What no hand ever asks for: the stream of changes, which browsers open again by themselves, and how long is left. */
    private static boolean isAskedByPage(HttpServletRequest request) {
        return request.getRequestURI().equals("/api/v1/live")
                || request.getRequestURI().equals("/api/v1/session");
    }

    private static void touch(HttpServletRequest request, HttpSession session, PersonSession person, Instant now) {
        PersonSession later = person.done(now.minus(idleFor(request)));
        if (!later.equals(person)) {
            later.keepIn(session);
        }
    }

    private static Duration idleFor(HttpServletRequest request) {
        String seconds = request.getHeader(IDLE_FOR);
        return seconds != null && seconds.matches("[0-9]{1,6}")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : Duration.ZERO;
    }

    private static void end(HttpServletRequest request, HttpSession session, String why) {
        session.invalidate();
        if (request.getAttribute(Disclosures.ATTRIBUTE) instanceof AuditedCall call) {
            call.note("sessionEnded", why);
        }
    }
}
