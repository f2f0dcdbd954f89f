package org.unifiedhotline.integrationroutes.events;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.unifiedhotline.masterrecords.events.EventReceiver;
import org.unifiedhotline.masterrecords.events.MasterEvent;

/** Makes the receiver that suits a destination. */
public final class Receivers {
    private Receivers() {}

    public static EventReceiver of(Destination destination, Outlet outlet, Clock clock) {
        Signature signature = destination.signature();
        return switch (destination.target()) {
            case Target.Webhook webhook ->
                new OneByOne(
                        outlet, signature, (event, time, sign) -> webhookHeaders(webhook, event, time, sign), clock);
            case Target.Folder folder -> new FilePerPage(outlet, folder.path(), signature, clock);
            case Target.Broker broker -> new OneByOne(outlet, signature, Receivers::messageProperties, clock);
        };
    }

    private static Map<String, Object> webhookHeaders(
            Target.Webhook webhook, MasterEvent event, String timestamp, String signature) {
        Map<String, Object> headers = new HashMap<>(Map.of(
                Exchange.HTTP_METHOD,
                "POST",
                Exchange.CONTENT_TYPE,
                "application/json",
                "webhook-id",
                event.id(),
                "webhook-timestamp",
                timestamp,
                "webhook-signature",
                signature));
        String query = webhook.url().getRawQuery();
        if (query != null) {
            headers.put(Exchange.HTTP_QUERY, query);
        }
        return headers;
    }

    /** Properties of messages are Java identifiers, so hyphens become underscores. A group keeps a person's events together. */
    private static Map<String, Object> messageProperties(MasterEvent event, String timestamp, String signature) {
        return Map.of(
                "webhook_id", event.id(),
                "webhook_timestamp", timestamp,
                "webhook_signature", signature,
                "type", EventJson.type(event),
                "JMSXGroupID", event.masterId().toString(),
                "JMSCorrelationID", event.id(),
                "JMSType", EventJson.type(event));
    }
}
