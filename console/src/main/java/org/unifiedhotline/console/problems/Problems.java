package org.unifiedhotline.console.problems;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Makes problems of one form: a type of ours ({@code urn:unified-hotline:problem:…}), the status, a sentence. */
public final class Problems {
    private Problems() {}

    /**
     * A problem.
     *
     * @param type one or more words in lower case, joined by hyphens
     * @param detail a sentence for whoever made the call; holds no value of a person
     */
    public static ProblemDetail problem(HttpStatus status, String type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:unified-hotline:problem:" + type));
        problem.setTitle(status.getReasonPhrase());
        return problem;
    }
}
