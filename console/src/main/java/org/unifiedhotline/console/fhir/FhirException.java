package org.unifiedhotline.console.fhir;

import org.springframework.http.HttpStatus;
import org.unifiedhotline.console.problems.OperationOutcome;

/** Ends a call with an OperationOutcome; its words hold no value that was sent. */
final class FhirException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final String diagnostics;

    /** @param code a word of the code system issue-type */
    FhirException(HttpStatus status, String code, String diagnostics) {
        super(diagnostics);
        this.status = status;
        this.code = code;
        this.diagnostics = diagnostics;
    }

    /** The body is no resource as it should be. */
    static FhirException structure(String diagnostics) {
        return new FhirException(HttpStatus.BAD_REQUEST, "structure", diagnostics);
    }

    /** A parameter has a value that it cannot have. */
    static FhirException value(String diagnostics) {
        return new FhirException(HttpStatus.BAD_REQUEST, "value", diagnostics);
    }

    /** It is FHIR, and not offered here. */
    static FhirException notSupported(String diagnostics) {
        return new FhirException(HttpStatus.BAD_REQUEST, "not-supported", diagnostics);
    }

    /** More is asked than can be put on record. */
    static FhirException tooLong() {
        return new FhirException(
                HttpStatus.BAD_REQUEST,
                "too-long",
                "This is longer than what is put on record of a search, about 16,000 characters: leave out what nobody is found by.");
    }

    static FhirException unknown() {
        return new FhirException(HttpStatus.NOT_FOUND, "not-found", "There is no Patient with this id.");
    }

    HttpStatus status() {
        return status;
    }

    OperationOutcome outcome() {
        return OperationOutcome.error(code, diagnostics);
    }
}
