package org.unifiedhotline.integrationroutes.routes;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.integrationroutes.capture.FailureReason;
import org.unifiedhotline.masterrecords.events.DeliveryException;

/** Says that a route tries again, and why: kinds of failures, never a message that could quote a row. */
final class RetryLog implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(RetryLog.class);

    @Override
    public void process(Exchange exchange) {
        int tries = exchange.getIn().getHeader(Exchange.REDELIVERY_COUNTER, 1, Integer.class);
        if (Integer.bitCount(tries) == 1 || tries % 64 == 0) { // the first, the second, the fourth … then now and then
            Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
            String reason = cause instanceof DeliveryException own ? own.reason() : FailureReason.of(cause);
            LOG.warn("{}: try {} after {}", exchange.getFromRouteId(), tries, reason);
        }
    }
}
