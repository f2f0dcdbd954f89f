package org.unifiedhotline.masterrecords.keys;

/** Something sealed was altered, moved, or sealed by another key. The message names its place, never a value. */
public final class BrokenSealException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BrokenSealException(String what) {
        super(what);
    }
}
