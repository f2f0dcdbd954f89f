package org.unifiedhotline.console.problems;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Says as a problem what Tomcat refuses by itself, before anything of ours is asked: a path with {@code %00} or {@code %2f}.
 * Tomcat makes it by its name.
 */
public final class ProblemReportValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int code = response.getStatus();
        if (code < HttpStatus.BAD_REQUEST.value() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            boolean fhir = OperationOutcome.isToldTo(request.getRequestURI());
            response.setContentType(
                    fhir ? OperationOutcome.FHIR_JSON.toString() : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("utf-8");
            // What all other answers get behind this server's own refusals.
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
            response.setHeader("Cache-Control", "no-store");
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(fhir ? outcome() : problem(code));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("whoever asked is gone", e);
        }
    }

    private static String outcome() {
        return """
                {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"invalid",\
                "diagnostics":"The request could not be answered."}]}""";
    }

    /** Of fixed words: nothing of the request is repeated. */
    private static String problem(int code) {
        HttpStatus status = HttpStatus.resolve(code);
        return """
                {"type":"urn:unified-hotline:problem:request-refused","title":"%s","status":%d,\
                "detail":"The request could not be answered."}""".formatted(status == null ? "Error" : status.getReasonPhrase(), code);
    }
}
