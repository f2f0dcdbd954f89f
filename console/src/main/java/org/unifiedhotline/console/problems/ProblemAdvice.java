package org.unifiedhotline.console.problems;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.unifiedhotline.masterrecords.resolution.HubBusyException;

/** Turns whatever a controller throws into a problem. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    static final String TOO_LARGE = "The body is larger than any call takes.";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** Nobody can decide while all are being resolved. */
    @ExceptionHandler(HubBusyException.class)
    ResponseEntity<ProblemDetail> busy(HubBusyException busy) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "10")
                .body(Problems.problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "busy",
                        "Everybody is being resolved just now; try again in a moment."));
    }

    /**
     * What nobody foresaw: the log gets the kind of fault and where, the caller a plain sentence. An answer that is already
     * on its way is broken off instead, so that nobody takes half a list for the whole.
     */
    @ExceptionHandler(RuntimeException.class)
    ResponseEntity<ProblemDetail> unforeseen(RuntimeException fault, HttpServletResponse response) {
        StackTraceElement[] trace = fault.getStackTrace();
        // Messages of drivers may repeat values of people: the log names the kinds and places only.
        LOG.error("a call failed: {} at {}", fault.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
        if (response.isCommitted()) {
            throw fault;
        }
        return ResponseEntity.internalServerError()
                .body(Problems.problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal",
                        "The service failed to answer; its log says more."));
    }

    /** Found out while a controller's body was read. */
    @ExceptionHandler(TooLargeException.class)
    ResponseEntity<ProblemDetail> tooLarge(TooLargeException large) {
        return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE)
                .body(Problems.problem(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", TOO_LARGE));
    }

    /** A name of a parameter that no call has, such as one with the character NUL. */
    @ExceptionHandler(RequestRejectedException.class)
    ResponseEntity<ProblemDetail> rejected(RequestRejectedException rejected) {
        return ResponseEntity.badRequest()
                .body(Problems.problem(HttpStatus.BAD_REQUEST, "bad-request", "There is no parameter of this name."));
    }

    /** Spring's own words would repeat a part of the body. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemDetail problem = Problems.problem(
                HttpStatus.BAD_REQUEST,
                "bad-request",
                "The body is not the JSON that this call takes, or holds text or a time that cannot be stored.");
        return handleExceptionInternal(unreadable, problem, headers, status, request);
    }

    /** Spring's own words would repeat the value that was given. */
    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = Problems.problem(
                HttpStatus.BAD_REQUEST,
                "bad-request",
                "'" + mismatch.getPropertyName() + "' has a value of another kind than it takes.");
        return handleExceptionInternal(mismatch, problem, headers, status, request);
    }
}
