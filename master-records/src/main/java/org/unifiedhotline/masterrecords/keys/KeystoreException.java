package org.unifiedhotline.masterrecords.keys;

/** A key is missing, malformed, or not the one that the hub was encrypted with. The message names it. */
public final class KeystoreException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    public KeystoreException(String what) {
        super(what);
    }
}
