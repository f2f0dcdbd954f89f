package org.unifiedhotline.console.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/**
 * What goes wrong in the form of FHIR, for calls under {@code /fhir}. Holds no value of a person.
 *
 * @see <a href="https://hl7.org/fhir/R4/operationoutcome.html">FHIR R4, OperationOutcome</a>
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OperationOutcome(String resourceType, List<Issue> issue) {
    /** {@code application/fhir+json}. */
    public static final MediaType FHIR_JSON = MediaType.valueOf("application/fhir+json;charset=UTF-8");

    private static final String BASE = "/fhir";

    public OperationOutcome {
        issue = List.copyOf(issue);
    }

    /**
     * Something that is the matter.
     *
     * @param severity {@code error}, {@code warning} …
     * @param code a word of the code system issue-type
     * @param expression which part of what was sent it is about; empty if none is meant
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Issue(
            String severity, String code, @Nullable String diagnostics, List<String> expression) {
        public Issue {
            expression = List.copyOf(expression);
        }
    }

    /** Whether what asks this address is to be told in this form. */
    public static boolean isToldTo(@Nullable String path) {
        return path != null && (path.equals(BASE) || path.startsWith(BASE + "/"));
    }

    /** An error. */
    public static OperationOutcome error(String code, String diagnostics) {
        return new OperationOutcome("OperationOutcome", List.of(new Issue("error", code, diagnostics, List.of())));
    }

    /** A problem in this form. */
    public static OperationOutcome of(ProblemDetail problem) {
        HttpStatus status = HttpStatus.resolve(problem.getStatus());
        String detail = problem.getDetail();
        return error(
                code(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status),
                detail == null ? "The request could not be answered." : detail);
    }

    /** The kind of issue that a status tells of. */
    public static String code(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "invalid";
            case UNAUTHORIZED -> "login";
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE -> "not-supported";
            case CONFLICT -> "conflict";
            case GONE -> "deleted";
            case PAYLOAD_TOO_LARGE -> "too-long";
            case TOO_MANY_REQUESTS -> "throttled";
            case SERVICE_UNAVAILABLE -> "transient";
            default -> status.is5xxServerError() ? "exception" : "processing";
        };
    }
}
