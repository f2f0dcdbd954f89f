package org.unifiedhotline.demo.servers;

/** A server could not be brought up, reached or filled. The message is one line that says what to do. */
public class ServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** For a failure that is its own cause. */
    public ServerException(String message) {
        super(message);
    }

    /** For a failure that something else caused. */
    public ServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
