package org.unifiedhotline.app.link;

/** Input that cannot be used; the message names file, line and column, and what was expected. */
final class BadInputException extends Exception {
    private static final long serialVersionUID = 1L;

    BadInputException(String message) {
        super(message);
    }
}
