package org.unifiedhotline.matching.model;

/** A model that cannot be used; the message says what is wrong and where in the file. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelException(String where, String what) {
        super(where + ": " + what);
    }
}
