package org.unifiedhotline.console.problems;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/**
 * A problem in the form that whoever asked understands: under {@code /fhir} an {@link OperationOutcome}, elsewhere RFC 9457.
 *
 * @param body for JSON
 */
public record Told(MediaType kind, Object body) {

    /**
     * The form for an address.
     *
     * @param path as it was asked; null if that is not known
     */
    public static Told of(@Nullable String path, ProblemDetail problem) {
        return OperationOutcome.isToldTo(path)
                ? new Told(OperationOutcome.FHIR_JSON, OperationOutcome.of(problem))
                : new Told(MediaType.APPLICATION_PROBLEM_JSON, problem);
    }
}
