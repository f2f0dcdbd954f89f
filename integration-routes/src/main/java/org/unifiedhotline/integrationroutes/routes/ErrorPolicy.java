package org.unifiedhotline.integrationroutes.routes;

import java.sql.SQLException;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.unifiedhotline.searchindex.SearchUnavailableException;

/**
 * What happens when something fails, for all routes.
 *
 * <p>A part that is away comes back: the exchange waits and is tried again for ever, so that nothing is skipped and, since
 * capture waits with it, nothing piles up. Any other failure of a worker (resolve, publish) is tried again more slowly. Any
 * other failure of an ingest goes back to capture, which shows it and starts over from what was last acknowledged.
 */
final class ErrorPolicy extends RouteConfigurationBuilder {
    /** The configuration of routes that a timer starts. */
    static final String WORKER = "worker";
    /** The configuration of routes that capture feeds. */
    static final String INGEST = "ingest";

    private final RetryLog retryLog;

    ErrorPolicy(RetryLog retryLog) {
        this.retryLog = retryLog;
    }

    @Override
    @SuppressWarnings("unchecked") // a varargs array of exception classes, as Camel takes it
    public void configuration() {
        routeConfiguration(INGEST)
                .onException(
                        TransientDataAccessException.class,
                        RecoverableDataAccessException.class,
                        DataAccessResourceFailureException.class,
                        TransactionException.class,
                        SQLException.class)
                .maximumRedeliveries(-1)
                .redeliveryDelay(100)
                .useExponentialBackOff()
                .backOffMultiplier(2)
                .maximumRedeliveryDelay(5_000)
                .logRetryAttempted(false)
                .onRedelivery(retryLog);
        routeConfiguration(INGEST)
                .onException(Exception.class)
                .maximumRedeliveries(0)
                .logExhausted(false);

        routeConfiguration(WORKER)
                .onException(
                        TransientDataAccessException.class,
                        RecoverableDataAccessException.class,
                        DataAccessResourceFailureException.class,
                        TransactionException.class,
                        SQLException.class,
                        SearchUnavailableException.class)
                .maximumRedeliveries(-1)
                .redeliveryDelay(100)
                .useExponentialBackOff()
                .backOffMultiplier(2)
                .maximumRedeliveryDelay(5_000)
                .logRetryAttempted(false)
                .onRedelivery(retryLog);
        routeConfiguration(WORKER)
                .onException(Exception.class)
                .maximumRedeliveries(-1)
                .redeliveryDelay(1_000)
                .useExponentialBackOff()
                .backOffMultiplier(2)
                .maximumRedeliveryDelay(30_000)
                .logRetryAttempted(false)
                .onRedelivery(retryLog);
    }
}
