package org.unifiedhotline.integrationroutes.events;

import java.net.URI;
import org.apache.camel.component.amqp.AMQPComponent;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.springframework.jms.connection.CachingConnectionFactory;

/** The Camel endpoints of destinations. */
public final class Endpoints {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 10_000;

    private Endpoints() {}

    /** The URI of the endpoint that events of this destination are sent to. */
    public static String uri(Destination destination) {
        return switch (destination.target()) {
            case Target.Webhook webhook ->
                withoutQuery(webhook.url())
                        + "?connectTimeout=" + CONNECT_MILLIS + "&responseTimeout=" + ANSWER_MILLIS
                        + "&ignoreResponseBody=true&copyHeaders=false&httpClientConfigurer=#class:"
                        + OneTry.class.getName();
            case Target.Folder folder ->
                "file:" + folder.path()
                        + "?tempPrefix=.unfinished-&fileExist=Override&forceWrites=true&allowNullBody=false";
            case Target.Broker broker ->
                scheme(destination) + ":" + broker.address()
                        + "?exchangePattern=InOnly&jmsMessageType=Text&deliveryPersistent=true";
        };
    }

    private static String withoutQuery(URI url) {
        String text = url.toString();
        return url.getRawQuery() == null ? text : text.substring(0, text.indexOf('?'));
    }

    /** The name of the Camel component of a broker. */
    public static String scheme(Destination destination) {
        return "events-" + destination.name();
    }

    /** A component with a connection of its own to this broker, kept open and made again when it breaks. */
    public static AMQPComponent component(Target.Broker broker) {
        JmsConnectionFactory direct = new JmsConnectionFactory(
                broker.url() + (broker.url().getRawQuery() == null ? "?" : "&") + "jms.connectTimeout=" + CONNECT_MILLIS
                        + "&jms.requestTimeout=" + ANSWER_MILLIS + "&jms.sendTimeout=" + ANSWER_MILLIS);
        if (!broker.username().isEmpty()) {
            direct.setUsername(broker.username());
            direct.setPassword(broker.password());
        }
        CachingConnectionFactory kept = new CachingConnectionFactory(direct);
        kept.setReconnectOnException(true);
        return new AMQPComponent(kept);
    }
}
