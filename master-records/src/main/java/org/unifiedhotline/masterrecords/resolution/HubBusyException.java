package org.unifiedhotline.masterrecords.resolution;

/** Nothing can be decided now: the first load, another model or a long resolution is under way. Try again later. */
public final class HubBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HubBusyException(String reason) {
        super(reason);
    }
}
