package org.unifiedhotline.integrationroutes.events;

import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/** An HTTP client that sends once, follows nowhere and keeps no cookies: what failed is tried again by the route. */
public final class OneTry implements HttpClientConfigurer {
    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.disableAutomaticRetries().disableRedirectHandling().disableCookieManagement();
    }
}
