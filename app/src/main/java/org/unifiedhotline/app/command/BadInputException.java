package org.unifiedhotline.app.command;

/** Input that cannot be used; the message names file, line and column, and what was expected. */
public final class BadInputException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With what is wrong and where. */
    public BadInputException(String message) {
        super(message);
    }
}
