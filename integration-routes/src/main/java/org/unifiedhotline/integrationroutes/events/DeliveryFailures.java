package org.unifiedhotline.integrationroutes.events;

import org.apache.camel.CamelExecutionException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.unifiedhotline.integrationroutes.capture.FailureReason;

/** What may be shown of a failure to hand over an event: its kind, never what was sent or answered. */
public final class DeliveryFailures {
    private DeliveryFailures() {}

    public static String kind(Throwable failure) {
        Throwable cause =
                failure instanceof CamelExecutionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof HttpOperationFailedException refused
                ? "HTTP " + refused.getStatusCode()
                : FailureReason.of(cause);
    }
}
