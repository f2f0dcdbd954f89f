package org.unifiedhotline.console.problems;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Ends a call with a problem. */
public final class ProblemException extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    private ProblemException(HttpStatus status, String type, String detail) {
        super(status, Problems.problem(status, type, detail), null);
    }

    /** A parameter or body is not what the call expects. */
    public static ProblemException badRequest(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "bad-request", detail);
    }

    /** The caller's role does not reach what is asked for. */
    public static ProblemException outOfScope(String detail) {
        return new ProblemException(HttpStatus.FORBIDDEN, "out-of-scope", detail);
    }

    /** Processing of the person's data is restricted. */
    public static ProblemException restricted(String detail) {
        return new ProblemException(HttpStatus.FORBIDDEN, "restricted", detail);
    }

    /** What is asked for never was. */
    public static ProblemException unknown(String detail) {
        return new ProblemException(HttpStatus.NOT_FOUND, "unknown", detail);
    }

    /** What is asked for was once, and is no more. */
    public static ProblemException gone(String detail) {
        return new ProblemException(HttpStatus.GONE, "gone", detail);
    }

    /** What is asked for cannot be done in its present state. */
    public static ProblemException conflict(String detail) {
        return new ProblemException(HttpStatus.CONFLICT, "conflict", detail);
    }

    /** The same, with that state beside it. */
    public static ProblemException conflict(String detail, Map<String, Object> state) {
        ProblemException problem = conflict(detail);
        state.forEach(problem.getBody()::setProperty);
        return problem;
    }

    /** What the caller decided must be approved by another. */
    public static ProblemException ownDecision(String detail) {
        return new ProblemException(HttpStatus.FORBIDDEN, "own-decision", detail);
    }

    /** The caller has as many of these open as one may have. */
    public static ProblemException tooMany(String detail) {
        return new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "too-many", detail);
    }

    /** A part that the call needs is away. */
    public static ProblemException unavailable(String detail) {
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail);
    }
}
