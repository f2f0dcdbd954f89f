package org.unifiedhotline.searchindex;

/** Elasticsearch cannot be reached or cannot answer now; nothing is lost, and the hub still opens master records. */
public final class SearchUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what could not be done; the message names no value of a person. */
    public SearchUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
