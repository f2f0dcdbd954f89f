package org.unifiedhotline.integrationroutes.routes;

import java.sql.SQLException;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.unifiedhotline.masterrecords.ingest.Refusal;
import org.unifiedhotline.searchindex.SearchUnavailableException;

/**
 * What happens when something fails, for all routes.
 *
 * <p>A part that is away comes back: the exchange waits and is tried again for ever, so that nothing is skipped and, since
 * capture waits with it, nothing piles up. Any other failure of a worker (resolve, publish, events that a receiver does not take) is tried again more slowly. Any
 * other failure of an ingest goes back to capture, which shows it and starts over from what was last acknowledged.
 *
 * <p>That the hub refuses what it is given ({@link Refusal}) is not its being away. A refused row is a dead letter before this
 * policy hears of it; should another refusal come here, waiting in silence would not help, and it is shown.
 */
final class ErrorPolicy extends RouteConfigurationBuilder {
    /** The configuration of routes that a timer starts. */
    static final String WORKER = "worker";
    /** The configuration of routes that capture feeds. */
    static final String INGEST = "ingest";

    private static final List<Class<? extends Throwable>> HUB_AWAY = List.of(
            TransientDataAccessException.class,
            RecoverableDataAccessException.class,
            DataAccessResourceFailureException.class,
            TransactionException.class,
            SQLException.class);

    private final RetryLog retryLog;

    ErrorPolicy(RetryLog retryLog) {
        this.retryLog = retryLog;
    }

    @Override
    public void configuration() {
        RouteConfigurationDefinition ingest = routeConfiguration(INGEST);
        HUB_AWAY.forEach(kind -> waitFor(ingest.onException(kind).onWhen(ErrorPolicy::isNoRefusal), 100, 5_000));
        ingest.onException(Exception.class).maximumRedeliveries(0).logExhausted(false);

        RouteConfigurationDefinition worker = routeConfiguration(WORKER);
        HUB_AWAY.forEach(kind -> waitFor(worker.onException(kind).onWhen(ErrorPolicy::isNoRefusal), 100, 5_000));
        waitFor(worker.onException(SearchUnavailableException.class), 100, 5_000);
        waitFor(worker.onException(Exception.class), 1_000, 30_000);
    }

    private static boolean isNoRefusal(Exchange exchange) {
        return !Refusal.isOfContent(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    }

    /** Tries again for ever: first after so many milliseconds, then after twice as long each time, up to the longest. */
    private void waitFor(OnExceptionDefinition failure, long first, long longest) {
        failure.maximumRedeliveries(-1)
                .redeliveryDelay(first)
                .useExponentialBackOff()
                .backOffMultiplier(2)
                .maximumRedeliveryDelay(longest)
                .logRetryAttempted(false)
                .logExhausted(false)
                .onRedelivery(retryLog);
    }
}
