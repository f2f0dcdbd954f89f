package org.unifiedhotline.console.fhir;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.unifiedhotline.console.problems.OperationOutcome;
import org.unifiedhotline.console.problems.TooLargeException;
import org.unifiedhotline.masterrecords.resolution.HubBusyException;
import org.unifiedhotline.searchindex.SearchUnavailableException;

/** Turns whatever goes wrong in these calls into an OperationOutcome. What never reaches them is told so in {@code problems}. */
@RestControllerAdvice(basePackageClasses = FhirErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class FhirErrors {
    private static final Logger LOG = LoggerFactory.getLogger(FhirErrors.class);
    private static final String A_MOMENT = "10";

    @ExceptionHandler(FhirException.class)
    ResponseEntity<OperationOutcome> refused(FhirException refused) {
        return told(refused.status(), refused.outcome());
    }

    /** Spring's own words would repeat a part of the body. */
    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<OperationOutcome> unreadable(HttpMessageNotReadableException unreadable) {
        return told(
                HttpStatus.BAD_REQUEST,
                OperationOutcome.error("structure", "The body is not well-formed JSON of reasonable depth."));
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    ResponseEntity<OperationOutcome> otherFormat(HttpMediaTypeNotSupportedException other) {
        return told(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                OperationOutcome.error("not-supported", "Bodies are application/fhir+json."));
    }

    @ExceptionHandler(TooLargeException.class)
    ResponseEntity<OperationOutcome> tooLarge(TooLargeException large) {
        return told(
                HttpStatus.PAYLOAD_TOO_LARGE,
                OperationOutcome.error("too-long", "The body is larger than any call takes."));
    }

    @ExceptionHandler({SearchUnavailableException.class, HubBusyException.class})
    ResponseEntity<OperationOutcome> away(RuntimeException away) {
        String diagnostics = away instanceof HubBusyException
                ? "Everybody is being resolved just now; try again in a moment."
                : "Search is away just now; a Patient is still read by its id.";
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(OperationOutcome.FHIR_JSON)
                .header(HttpHeaders.RETRY_AFTER, A_MOMENT)
                .body(OperationOutcome.error("transient", diagnostics));
    }

    /** What nobody foresaw; what others of the service refuse with a problem of their own keeps its status. */
    @ExceptionHandler(Exception.class)
    ResponseEntity<OperationOutcome> others(Exception fault, HttpServletResponse response) throws Exception {
        if (fault instanceof ErrorResponse refused) {
            HttpStatus status = HttpStatus.resolve(refused.getStatusCode().value());
            return told(
                    status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status, OperationOutcome.of(refused.getBody()));
        }
        StackTraceElement[] trace = fault.getStackTrace();
        LOG.error("a FHIR call failed: {} at {}", fault.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
        if (response.isCommitted()) {
            throw fault;
        }
        return told(
                HttpStatus.INTERNAL_SERVER_ERROR,
                OperationOutcome.error("exception", "The service failed to answer; its log says more."));
    }

    private static ResponseEntity<OperationOutcome> told(HttpStatus status, OperationOutcome outcome) {
        return ResponseEntity.status(status)
                .contentType(OperationOutcome.FHIR_JSON)
                .body(outcome);
    }
}
