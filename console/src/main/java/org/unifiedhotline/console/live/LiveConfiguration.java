package org.unifiedhotline.console.live;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** Lets the end of a session be heard of. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }
}
