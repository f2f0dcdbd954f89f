package org.unifiedhotline.integrationroutes.capture;

/** Capture cannot go on; the message says why and carries no value of a row, so that it may be shown and logged. */
public final class CaptureException extends RuntimeException {

    CaptureException(String reason) {
        super(reason);
    }

    CaptureException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
