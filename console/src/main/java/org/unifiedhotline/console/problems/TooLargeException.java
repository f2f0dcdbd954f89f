package org.unifiedhotline.console.problems;

/** A body turned out to be larger than any call takes, while it was read. */
public final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooLargeException() {
        super("the body is too large");
    }
}
