package org.unifiedhotline.integrationroutes.events;

import java.net.URI;
import java.nio.file.Path;

/** Where a destination is reached, and how. */
public sealed interface Target {

    /** An address that takes each event as an HTTP POST. */
    record Webhook(URI url) implements Target {}

    /** A folder that gets a file for each page of events. */
    record Folder(Path path) implements Target {}

    /**
     * A broker that speaks AMQP 1.0 and takes each event as a message.
     *
     * @param address {@code queue:…} or {@code topic:…}
     * @param username empty for none
     * @param password empty for none
     */
    record Broker(URI url, String address, String username, String password) implements Target {

        /** Names no password. */
        @Override
        public String toString() {
            return url + " " + address;
        }
    }
}
