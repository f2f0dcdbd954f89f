package org.unifiedhotline.integrationroutes.events;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told of events ({@code unified-hotline.events.destinations.NAME.*}); nobody unless set.
 *
 * @param destinations by name
 */
@ConfigurationProperties("unified-hotline.events")
public record EventsProperties(@DefaultValue Map<String, Settings> destinations) {
    public EventsProperties {
        destinations = new TreeMap<>(destinations);
    }

    /**
     * A destination as it is written in the configuration. Exactly one of {@code webhook}, {@code folder} and {@code broker}
     * is set. {@code secret}, {@code formerSecret} and {@code password} come from the environment or a file of secrets.
     *
     * @param webhook the URL that takes events by POST; {@code https}, or {@code http} on this machine
     * @param folder an absolute path
     * @param broker {@code amqps://host:port}, or {@code amqp} on this machine
     * @param address {@code queue:NAME} or {@code topic:NAME} at the broker
     * @param sources whose rows it may know of: codes of source systems
     * @param own those of them that it is itself; of other rows it is told what consent lets
     * @param start {@code now} or {@code beginning}
     * @param formerSecret signs too, while receivers change to the new one
     */
    public record Settings(
            @DefaultValue("") String webhook,
            @DefaultValue("") String folder,
            @DefaultValue("") String broker,
            @DefaultValue("") String address,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue List<String> sources,
            @DefaultValue List<String> own,
            @DefaultValue("now") String start,
            @DefaultValue("") String secret,
            @Nullable String formerSecret) {

        /** Names no secret. */
        @Override
        public String toString() {
            return webhook + folder + broker + " " + sources + " " + start;
        }
    }

    /**
     * The destinations.
     *
     * @throws IllegalArgumentException naming everything that is wrong, and quoting no secret
     */
    public List<Destination> checked() {
        return new DestinationCheck().of(destinations);
    }
}
