package org.unifiedhotline.integrationroutes.events;

import java.util.Map;

/** The Camel endpoint of a destination. */
@FunctionalInterface
public interface Outlet {

    /**
     * Sends and returns when the other side has it.
     *
     * @throws RuntimeException if it has it not, or nobody knows
     */
    void send(byte[] body, Map<String, Object> headers);
}
