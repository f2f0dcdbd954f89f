package org.unifiedhotline.searchindex.server;

/** A request is larger than Elasticsearch takes ({@code http.max_content_length}): it is to be sent in smaller parts. */
public final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLargeException(String message) {
        super(message);
    }
}
