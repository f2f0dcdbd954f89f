package org.unifiedhotline.masterrecords.events;

/** Events could not be handed over; they will be handed over again. */
public final class DeliveryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * Makes one.
     *
     * @param reason names kinds of failures, never what was sent or answered
     */
    public DeliveryException(String destination, String reason) {
        super("events for " + destination + ": " + reason);
        this.reason = reason;
    }

    /** The kinds of failures: safe in a log. */
    public String reason() {
        return reason;
    }
}
