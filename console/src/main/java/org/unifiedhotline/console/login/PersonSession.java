package org.unifiedhotline.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a login in its session.
 *
 * @param names by which it can be ended: the account, and what a provider calls the person and the session
 * @param began when the person logged in
 * @param lastDone when the person last did something by hand
 */
record PersonSession(List<String> names, Instant began, Instant lastDone) implements Serializable {
    private static final String ATTRIBUTE = PersonSession.class.getName();

    PersonSession {
        names = List.copyOf(names);
    }

    /** Begins with a login, whatever the session held before. */
    static void begin(HttpServletRequest request, List<String> names, Instant now) {
        request.getSession().setAttribute(ATTRIBUTE, new PersonSession(names, now, now));
    }

    static @Nullable PersonSession of(@Nullable HttpSession session) {
        return session != null && session.getAttribute(ATTRIBUTE) instanceof PersonSession known ? known : null;
    }

    void keepIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /** The same, after something was done by hand then. */
    PersonSession done(Instant at) {
        return at.isAfter(lastDone) ? new PersonSession(names, began, at) : this;
    }

    /** When it ends if nothing more is done. */
    Instant idleEnd(SessionProperties times) {
        return lastDone.plus(times.idle());
    }

    /** When it ends whatever is done. */
    Instant absoluteEnd(SessionProperties times) {
        return began.plus(times.absolute());
    }

    boolean isOver(SessionProperties times, Instant now) {
        return !now.isBefore(idleEnd(times)) || !now.isBefore(absoluteEnd(times));
    }

    /** How long until it ends, if nothing more is done. */
    Duration left(SessionProperties times, Instant now) {
        Instant idle = idleEnd(times);
        Instant absolute = absoluteEnd(times);
        return Duration.between(now, idle.isBefore(absolute) ? idle : absolute);
    }
}
